"""Which source told which value, for rows that several sources tell of one child."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sightline.ledger.history import TOLD_BY
from sightline.ledger.same_thing import passing_ids
from sightline.records.table import Table
from sightline.records.tables import TABLES
from sightline.sources.doors import SOURCES


@dataclass(frozen=True)
class ToldValue:
    """One value of a row that several sources tell.

    ``happened``  the day of the row; None where it has none.
    ``told``      the value by source, in the order in which sources stand for the rules. A source
                  that leaves it empty is not there.
    """

    table: str
    happened: date | None
    column: str
    told: Mapping[str, Any]


def values_told(backend: Any, child: str) -> list[ToldValue]:
    """Every value of the rows about ``child`` that are laid together, with the sources that tell it.

    A row that one source alone tells is not among them.
    """
    found: list[ToldValue] = []
    laid = backend.con.execute("SELECT DISTINCT of_table FROM load.laid_together").fetchall()
    for (name,) in sorted(laid):
        if "child" in TABLES[name].column_names:
            found.extend(_of_table(backend.con, TABLES[name], child))
    return found


def _of_table(connection: Any, table: Table, child: str) -> list[ToldValue]:
    columns = [name for name in table.column_names if name not in passing_ids(table)]
    rows = connection.execute(
        f"""
        SELECT leader, {TOLD_BY}, {", ".join(columns)}
        FROM history.{table.name} JOIN load.laid_together USING (history_row)
        WHERE of_table = ? AND leader IN (
            SELECT leader FROM history.{table.name} JOIN load.laid_together USING (history_row)
            WHERE of_table = ? AND child = ?
        )
        """,
        [table.name, table.name, child],
    ).fetchall()
    order = list(SOURCES)
    groups: dict[int, list[tuple[str, dict[str, Any]]]] = {}
    for leader, source, *values in sorted(rows, key=lambda row: (row[0], order.index(row[1]))):
        groups.setdefault(leader, []).append((source, dict(zip(columns, values, strict=True))))
    return [
        ToldValue(table.name, _day(table, group), column, _told(group, column))
        for group in groups.values()
        for column in columns
        if column != "child" and _told(group, column)
    ]


def _day(table: Table, group: list[tuple[str, dict[str, Any]]]) -> date | None:
    return group[0][1][table.happened] if table.happened else None


def _told(group: list[tuple[str, dict[str, Any]]], column: str) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for source, row in group:
        if row[column] is not None:
            told.setdefault(source, row[column])
    return told
