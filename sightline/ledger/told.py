"""Which source told a record, and since when: the rows about one child as each source tells them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sightline.ledger.history import STANDS, TOLD_BY
from sightline.records.tables import TABLES
from sightline.sources.doors import SOURCES


@dataclass(frozen=True)
class ToldRow:
    """One row of a record table as one source tells it today.

    ``source``     the source in words.
    ``loaded_on``  the day of the load by which the ledger first had the row as it is.
    """

    table: str
    values: dict[str, Any]
    source: str
    loaded_on: date


def told_rows(backend: Any, child: str, tables: Collection[str]) -> list[ToldRow]:
    """The rows of these tables about a child, in the order of ``tables`` and of the days they happened.

    A thing that two sources tell is there twice. Tables that are not about a child give none.
    """
    found = []
    for name in tables:
        table = TABLES[name]
        if "child" not in table.column_names:
            continue
        order = f"{table.happened} NULLS FIRST, " if table.happened else ""
        rows = backend.con.execute(
            f"SELECT {', '.join(f'told.{column}' for column in table.column_names)}, "
            f"told.{TOLD_BY}, loads.loaded_on "
            f"FROM history.{name} AS told JOIN load.loads AS loads ON loads.load = told.known_from "
            f"WHERE told.child = ? AND {STANDS} ORDER BY {order}told.history_row",
            [child],
        ).fetchall()
        found += [
            ToldRow(
                name,
                dict(zip(table.column_names, row[:-2], strict=True)),
                SOURCES.get(row[-2], row[-2] or "not known"),
                row[-1],
            )
            for row in rows
        ]
    return found
