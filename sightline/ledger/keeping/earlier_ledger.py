"""Whether a ledger file knows every record that this Sightline knows."""

from typing import Any

from sightline.records.tables import TABLES
from sightline.sources.could_not import CouldNot


def refuse_an_earlier_ledger(connection: Any) -> None:
    """Raise CouldNot where history lacks a table or column that is declared now."""
    there = connection.execute(
        "SELECT table_name, list(column_name) FROM duckdb_columns() "
        "WHERE schema_name = 'history' GROUP BY table_name"
    ).fetchall()
    columns = dict(there)
    for name, table in TABLES.items():
        if not {*table.column_names, "told_by"} <= set(columns.get(name, ())):
            raise CouldNot(
                "This ledger was made by an earlier Sightline, which knew fewer records.",
                "Load the source again: sightline load brings the ledger up to date.",
            )
