"""What a source fills: the ground on which a rule answers or says that it cannot tell."""

from typing import Any

import pyarrow as pa

from sightline.ledger.checks import WorkingTable
from sightline.records.table import Column, Table
from sightline.records.tables import TABLES
from sightline.sources.arrival import Arrival

COVERAGE_SCHEMA = pa.schema(
    [
        ("table", pa.string()),
        ("column", pa.string()),
        ("rows", pa.int64()),
        ("values", pa.int64()),
        ("filled", pa.bool_()),
        ("because", pa.string()),
    ]
)


def coverage(
    connection: Any,
    working: dict[str, WorkingTable],
    arrival: Arrival,
    found: set[tuple[str, str]],
) -> pa.Table:
    """One row per column of every record table: rows kept, values in them, and whether it is filled.

    A column is filled where the source has it and any value is there, or every empty value is
    explained by another column. A column the source tells only in part is not. A table that is there without rows is filled; an absent one is not.
    ``found`` names columns that were filled from other tables.
    """
    rows: list[dict[str, object]] = []
    for name, table in TABLES.items():
        if name in working:
            rows.extend(_of_table(connection, working[name], arrival, found))
        else:
            because = (
                "the file could not be read"
                if name in arrival.unread_tables
                else "the source has no such table"
            )
            rows.extend(_row(table, column, 0, 0, because) for column in table.columns)
    return pa.Table.from_pylist(rows, COVERAGE_SCHEMA)


def _of_table(
    connection: Any, one: WorkingTable, arrival: Arrival, found: set[tuple[str, str]]
) -> list[dict[str, object]]:
    table = one.table
    columns = ", ".join(
        f"count({column.name}), count(*) FILTER (WHERE {_unexplained(column)})"
        for column in table.columns
    )
    kept, counts = 0, [0] * (2 * len(table.columns))
    if one.rows:
        kept, *counts = connection.execute(
            f"SELECT count(*), {columns} FROM {one.name} WHERE why_set_aside IS NULL"
        ).fetchall()[0]
    arrived = arrival.tables[table.name]
    had_rows = arrived.rows.num_rows + len(arrived.unread_rows) > 0
    rows = []
    for place, column in enumerate(table.columns):
        values, unexplained = counts[2 * place : 2 * place + 2]
        is_there = column.name in arrived.filled or (table.name, column.name) in found
        explained = kept > 0 and bool(column.explained_by) and unexplained == 0
        because = ""
        if column.name in arrived.partly:
            because = arrived.partly[column.name]
        elif not is_there:
            because = "the source has no such column, or none of its values can be read"
        elif had_rows and not values and not explained:
            because = "every value is empty"
        rows.append(_row(table, column, kept, values, because))
    return rows


def _unexplained(column: Column) -> str:
    return " AND ".join(f"{name} IS NULL" for name in (column.name, *column.explained_by))


def _row(table: Table, column: Column, rows: int, values: int, because: str) -> dict[str, object]:
    return {
        "table": table.name,
        "column": column.name,
        "rows": rows,
        "values": values,
        "filled": not because,
        "because": because,
    }
