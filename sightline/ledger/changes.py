"""What changed between loads: rows that appeared, changed or vanished, column by column."""

from datetime import date
from typing import Any

import pyarrow as pa

from sightline.ledger.same_thing import passing_ids
from sightline.records.table import Table
from sightline.records.tables import TABLES

CHANGES_SCHEMA = pa.schema(
    [
        ("known_on", pa.date32()),
        ("load", pa.int64()),
        ("source", pa.string()),
        ("table", pa.string()),
        ("child", pa.string()),
        ("happened", pa.date32()),
        ("change", pa.string()),
        ("column", pa.string()),
        ("before", pa.string()),
        ("after", pa.string()),
    ]
)


def changes_since(backend: Any, day: date) -> pa.Table:
    """What the loads made after ``day`` changed, in the order they were made.

    ``change`` is appeared, changed or vanished. A changed row has a line for each column that says
    something else. The first load of a source is no change: everything was new.
    """
    connection = backend.con
    parts = [
        connection.sql(_changes_of(table, day)).to_arrow_table().cast(CHANGES_SCHEMA)
        for table in TABLES.values()
        if table.name != "extract"
    ]
    order = [("load", "ascending"), ("table", "ascending"), ("child", "ascending")]
    return pa.concat_tables(parts).sort_by(order)


def _changes_of(table: Table, day: date) -> str:
    child = "child" if "child" in table.column_names else "NULL"
    happened = table.happened or "NULL"
    told = f"""
        SELECT *, {child}::VARCHAR AS of_child, {happened}::DATE AS on_day FROM history.{table.name}
    """
    later = f"""
        SELECT loads.load, loaded_on, loads.told_by AS of_source FROM load.loads
        JOIN (SELECT told_by, min(load) AS load FROM load.loads GROUP BY told_by) AS first
        ON first.told_by = loads.told_by AND loads.load > first.load
        WHERE loaded_on > DATE '{day}'
    """
    heads = (
        f"loaded_on AS known_on, load, of_source AS source, '{table.name}' AS \"table\", "
        "of_child AS child, on_day AS happened"
    )
    # That a source numbered its rows anew is no news of a child.
    lasting = [column for column in table.column_names if column not in passing_ids(table)]
    replaced = f"SELECT replaces FROM history.{table.name} WHERE replaces IS NOT NULL"
    return f"""
        WITH told AS ({told}), later AS ({later})
        SELECT {heads}, 'appeared' AS change, NULL AS "column", NULL AS before, NULL AS after
        FROM told JOIN later ON later.load = known_from WHERE replaces IS NULL
        UNION ALL
        SELECT {heads}, 'vanished', NULL, NULL, NULL
        FROM told JOIN later ON later.load = known_to WHERE history_row NOT IN ({replaced})
        UNION ALL
        {" UNION ALL ".join(_changed_column(table, column, heads) for column in lasting)}
    """


def _changed_column(table: Table, column: str, heads: str) -> str:
    return f"""
        SELECT {heads}, 'changed', '{column}', earlier.{column}::VARCHAR, told.{column}::VARCHAR
        FROM told JOIN later ON later.load = known_from
        JOIN history.{table.name} AS earlier ON earlier.history_row = told.replaces
        WHERE earlier.{column} IS DISTINCT FROM told.{column}
    """
