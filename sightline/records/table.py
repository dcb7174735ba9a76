"""What a record table and its columns are.

A table is declared once, with the meaning and the trap of every column beside it. Everything
else (loading, rules, pages, the synthetic authority) reads these declarations.
"""

from dataclasses import dataclass

import pyarrow as pa

TEXT = "text"
DATE = "date"
YES_NO = "yes or no"
WHOLE_NUMBER = "whole number"
NUMBER = "number"

ARROW_TYPES = {
    TEXT: pa.string(),
    DATE: pa.date32(),
    YES_NO: pa.bool_(),
    WHOLE_NUMBER: pa.int64(),
    NUMBER: pa.float64(),
}


@dataclass(frozen=True)
class Column:
    """One column of a record table.

    ``meaning``      what the column says, in practitioners' words.
    ``trap``         where it misleads, or "" where no trap is known.
    ``ssd``          item reference in the Standard Safeguarding Dataset, "" where it holds none.
    ``known_by``     the date column by which a value is known. A date is known by itself and
                     anything else by the day the row happened, unless said otherwise here.
                     Cutting records to a day blanks every value known only later.
    ``planned``      True for a date that is set in advance (a due date): it is known by the day
                     the row happened, though it lies later.
    ``explained_by`` columns whose value explains why this one may be empty: a source that
                     leaves this column empty only where one of them is filled does fill it.
    """

    name: str
    type: str
    meaning: str
    trap: str = ""
    ssd: str = ""
    known_by: str = ""
    planned: bool = False
    explained_by: tuple[str, ...] = ()
    refers_to: str = ""
    codes: str = ""


@dataclass(frozen=True)
class Table:
    """One record table: ``happened`` names the date column by which a row is known at all.

    ``key`` names the column that tells one row of a source from another. It is the source
    system's own id, may change nightly, and never becomes part of a concern's key.
    A table whose ``happened`` is empty (children, workers) is known from the beginning.
    """

    name: str
    one_row_per: str
    meaning: str
    key: str
    happened: str
    columns: tuple[Column, ...]
    required: tuple[str, ...] = ()
    ends: str = ""

    def column(self, name: str) -> Column:
        """The column of that name; KeyError names the columns there are."""
        for column in self.columns:
            if column.name == name:
                return column
        known = ", ".join(column.name for column in self.columns)
        raise KeyError(f"{self.name} has no column {name!r}. It has: {known}")

    @property
    def column_names(self) -> tuple[str, ...]:
        """Names of the columns in their declared order."""
        return tuple(column.name for column in self.columns)

    @property
    def arrow_schema(self) -> pa.Schema:
        """The table as a typed Arrow schema, columns in their declared order."""
        return pa.schema([(column.name, ARROW_TYPES[column.type]) for column in self.columns])

    def known_by(self, column: Column) -> str:
        """The date column by which a value of ``column`` is known; "" means from the beginning."""
        if column.known_by:
            return column.known_by
        if column.type == DATE and not column.planned:
            return column.name
        return self.happened
