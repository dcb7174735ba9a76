"""The sources that stand side by side, and how each of their rows is read when they are laid together."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sightline.ledger.history import TOLD_BY, standing_rows
from sightline.ledger.same_thing import leads_to, names_a_child, passing_ids
from sightline.ledger.unborn import find_births
from sightline.records.table import Table
from sightline.records.tables import TABLES
from sightline.sources.doors import SOURCES

RECORDED_HERE = "recorded-here"


@dataclass(frozen=True)
class Asked:
    """Which rows of history are laid together, and where the result goes.

    ``stood``  the condition on a row of history.
    ``into``   the place of a record table that is written, and ``kind`` what it is made as.
    ``load``   the last load whose coverage counts.
    """

    stood: str
    into: Callable[[str], str]
    load: int
    kind: str = "TABLE"


@dataclass
class Sides:
    """What there is to lay together.

    ``rows``    by table and source, how many rows stand.
    ``order``   the sources, in the order in which they stand for the rules.
    ``births``  True where an unborn child's id is joined to a born child's.
    ``mapped``  tables of which some ids now stand under another.
    ``own_ids_of``  the source whose ids stand as they are; by default the first.
    """

    asked: Asked
    rows: dict[str, dict[str, int]]
    order: list[str]
    births: bool
    mapped: set[str] = field(default_factory=set)
    own_ids_of: str = ""

    @property
    def are_one(self) -> bool:
        """True where nothing has to be laid together."""
        return len(self.order) < 2 and not self.births and RECORDED_HERE not in self.order

    def tell_of_births(self, connection: Any, name: str) -> bool:
        """True where a table has rows told before birth of a child whose id was given anew."""
        if not self.births or "child" not in TABLES[name].column_names:
            return False
        return bool(
            connection.execute(
                f"SELECT 1 FROM {self.from_history(TABLES[name])} "
                f"WHERE {self.stood()} AND born_as.child IS NOT NULL LIMIT 1"
            ).fetchall()
        )

    def from_history(self, table: Table) -> str:
        """The rows of a table that stand, as ``told``, and with them who an unborn child became."""
        rows = f"history.{table.name} AS told"
        if self.births and "child" in table.column_names:
            rows += " LEFT JOIN born_as ON born_as.unborn = told.child"
        return rows

    def stood(self) -> str:
        """The condition that ``told`` stands."""
        return self.asked.stood.replace("known_", "told.known_")

    def layer(self, table: Table) -> str:
        """A number, lower for the source that comes first; told before birth comes after."""
        cases = " ".join(f"WHEN '{one}' THEN {2 * at}" for at, one in enumerate(self.order))
        layer = f"CASE told.{TOLD_BY} {cases} END"
        if self.births and "child" in table.column_names:
            layer += " + (born_as.child IS NOT NULL)::INTEGER"
        return layer

    def own_id(self, column: str) -> str:
        """An id of a source system that no other source can have."""
        if len(self.order) < 2:
            return f"told.{column}"
        return (
            f"CASE WHEN told.{TOLD_BY} = '{self.own_ids_of or self.order[0]}' THEN told.{column} "
            f"ELSE told.{TOLD_BY} || ':' || told.{column} END"
        )

    def said(self, table: Table, column: str) -> str:
        """What ``told`` says in a column, ids leading to the rows that stand."""
        if self.births and column == "child":
            return "coalesce(born_as.child, told.child)"
        if self.births and names_a_child(table, column):
            became = f"SELECT child FROM born_as WHERE unborn = told.{column}"
            return f"coalesce(({became}), told.{column})"
        if column not in passing_ids(table):
            return f"told.{column}"
        own = self.own_id(column)
        led = [name for name in leads_to(table, column) if name in self.mapped]
        if not led:
            return own
        names = ", ".join(f"'{name}'" for name in led)
        stands = f"SELECT min(stands) FROM stands_as WHERE of_table IN ({names}) AND id = {own}"
        return f"coalesce(({stands}), {own})"

    def leads_somewhere(self, table: Table, column: str) -> str:
        """The condition that an id of ``told`` leads to a row of its own source, or is a day."""
        there = " OR ".join(
            f"EXISTS (SELECT 1 FROM history.{name} AS other WHERE {self.asked.stood} "
            f"AND other.{TOLD_BY} = told.{TOLD_BY} AND other.{TABLES[name].key} = told.{column})"
            for name in leads_to(table, column)
        )
        return f"({there} OR try_cast(told.{column} AS DATE) IS NOT NULL)"


def sides_asked(connection: Any, asked: Asked) -> Sides:
    """Look at what stands, and at who is said to have been born under another id."""
    rows = standing_rows(connection, asked.stood)
    present = {told_by for one in rows.values() for told_by in one}
    order = [source for source in SOURCES if source in present]
    return Sides(asked, rows, order, find_births(connection, asked.stood))
