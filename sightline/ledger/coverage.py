"""What a source fills: the ground on which a rule answers or says that it cannot tell."""

from typing import Any

import pyarrow as pa

from sightline.ledger.checks import WorkingTable
from sightline.records.table import Column, Table
from sightline.records.tables import TABLES
from sightline.sources.arrival import Arrival
from sightline.sources.doors import SOURCES

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
OWN_COVERAGE_SCHEMA = COVERAGE_SCHEMA.append(pa.field("arrived", pa.bool_()))


def coverage(
    connection: Any,
    working: dict[str, WorkingTable],
    arrival: Arrival,
    found: set[tuple[str, str]],
) -> pa.Table:
    """What a source itself fills: a row per column of every record table, with the rows kept, the
    values in them, whether it is filled, and whether the table arrived at all.

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
        for row in rows[-len(table.columns) :]:
            row["arrived"] = name in working or name == "extract"
    return pa.Table.from_pylist(rows, OWN_COVERAGE_SCHEMA)


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


def store_coverage(connection: Any, load: int, told_by: str, found: pa.Table) -> None:
    """Keep what a load's own source fills; ``arrived`` is False for a table that did not come."""
    connection.register("latest", found)
    connection.execute(
        "INSERT INTO load.coverage_by_source SELECT ?, ?, * FROM latest", [load, told_by]
    )
    connection.unregister("latest")


def store_coverage_of_all(connection: Any, load: int, standing: dict[str, dict[str, int]]) -> None:
    """Keep what all sources fill together after a load: a column where any of them fills it.

    A table of which one source told rows and did not bring them this time is not filled, whatever
    the others tell: its newest rows are missing. Rows are counted as they stand.
    """
    sides = [
        {"side": told_by, "of_table": name, "its_rows": rows}
        for name, one in standing.items()
        for told_by, rows in one.items()
    ]
    connection.register("sides", pa.Table.from_pylist(sides))
    counts = " UNION ALL ".join(
        f"SELECT '{name}' AS of_table, count(*) AS standing FROM records.{name}" for name in TABLES
    )
    words = " ".join(f"WHEN '{one}' THEN '{said}'" for one, said in SOURCES.items())
    connection.execute(
        f"""
        INSERT INTO load.coverage
        WITH latest AS (SELECT told_by, max(load) AS load FROM load.loads GROUP BY told_by),
        told AS (
            SELECT coverage_by_source.*, coverage_by_source.rowid AS place,
                NOT arrived AND its_rows IS NOT NULL AS late
            FROM load.coverage_by_source JOIN latest USING (told_by, load)
            LEFT JOIN sides ON side = told_by AND of_table = "table"
        )
        SELECT {load}, "table", "column", any_value(standing), max("values"),
            bool_or(filled) AND NOT bool_or(late),
            CASE WHEN NOT bool_or(filled)
                THEN string_agg(DISTINCT because, '; ' ORDER BY because)
            WHEN bool_or(late) THEN 'the table did not come in the last load of '
                || any_value(CASE told_by {words} END) FILTER (WHERE late)
            ELSE '' END
        FROM told JOIN ({counts}) AS counted ON counted.of_table = told."table"
        GROUP BY "table", "column" ORDER BY min(place)
        """
    )
    connection.unregister("sides")
