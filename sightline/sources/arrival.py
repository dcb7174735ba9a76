"""What a door brings in: typed tables with the place of every row, and what it could not read.

Every door gives the same thing, so that everything after it (checks, ledger, history) is
written once.
"""

from dataclasses import dataclass, field

import pyarrow as pa

from sightline.records.table import Table

FILE = "source_file"
ROW = "source_row"

PLACE_FIELDS = (pa.field(FILE, pa.string()), pa.field(ROW, pa.int64()))


@dataclass(frozen=True)
class Fault:
    """Something to mend at the source that costs no row.

    ``row`` is the place of the first of ``rows`` rows it was seen in; 0 means the whole file.
    ``emptied`` counts the values that could not be read and were left empty.
    """

    table: str
    column: str
    file: str
    row: int
    fault: str
    how_to_mend: str
    rows: int = 1
    emptied: int = 0


@dataclass(frozen=True)
class UnreadRow:
    """A row whose shape is broken, so that no value of it can be trusted."""

    table: str
    file: str
    row: int
    reason: str
    how_to_mend: str


@dataclass(frozen=True)
class UnreadFile:
    """A file that is not what its name says, or that no door knows."""

    file: str
    reason: str
    how_to_mend: str


@dataclass
class ArrivedTable:
    """One record table as it came: every declared column, typed, and the place of each row.

    ``rows``    the columns of ``table`` in their order, then ``source_file`` and ``source_row``.
    ``filled``  the columns the source has and that could be read; the others are empty here.
    ``partly``  columns that hold values and still prove nothing, with the reason: a source that
                tells only the latest visit must not make all earlier ones look missed.
    """

    table: Table
    rows: pa.Table
    filled: frozenset[str]
    partly: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    unread_rows: list[UnreadRow] = field(default_factory=list)


@dataclass
class Arrival:
    """Everything a source brought in.

    ``tables``         by record table name; a table the source does not have is not there.
    ``unread_tables``  tables whose file is there but could not be read: their absence proves nothing.
    ``notes``          sentences worth saying that ask for nothing to be mended.
    ``fingerprint``    the same for the same content, so that loading twice is noticed.
    """

    kind: str
    tables: dict[str, ArrivedTable]
    unread_files: list[UnreadFile] = field(default_factory=list)
    unread_tables: frozenset[str] = frozenset()
    notes: list[str] = field(default_factory=list)
    fingerprint: str = ""


def typed_schema(table: Table) -> pa.Schema:
    """Schema of ``ArrivedTable.rows`` for a record table."""
    schema = table.arrow_schema
    for place in PLACE_FIELDS:
        schema = schema.append(place)
    return schema
