"""The views by which the ledger reads what is recorded here: ``recorded_`` and a record table.

A migration makes them. One that changes what they stand on (the tables of recordings, or the
columns of a record table) drops them first and makes them anew; a test compares them with the
record tables as declared.
"""

from typing import Any

from sightline.casework.recorded_tables import FILLED_HERE, columns_of
from sightline.records.table import Table
from sightline.records.tables import TABLES

VALUE = {
    "sqlite": "json_extract(version.content, '$.{name}')",
    "postgresql": "version.content ->> '{name}'",
}


def make_views(schema_editor: Any) -> None:
    """Make the view of every record table that is filled here."""
    for name in FILLED_HERE:
        schema_editor.execute(
            f"CREATE VIEW recorded_{name} AS {_rows_of(TABLES[name], schema_editor)}"
        )


def drop_views(schema_editor: Any) -> None:
    """Take the views away again; what they show stays."""
    for name in FILLED_HERE:
        schema_editor.execute(f"DROP VIEW IF EXISTS recorded_{name}")


def _rows_of(table: Table, schema_editor: Any) -> str:
    """The standing version of everything recorded in one table."""
    value = VALUE[schema_editor.connection.vendor]
    columns = [
        f"'here ' || recording.id AS \"{table.key}\"",
        'recording.child AS "child"',
        *(f'{value.format(name=one.name)} AS "{one.name}"' for one in columns_of(table)),
        "version.by_id AS recorded_by",
        "recording.made_on AS recorded_on",
    ]
    return (
        f"SELECT {', '.join(columns)} FROM casework_recording AS recording "
        "JOIN casework_recordingversion AS version "
        "ON version.recording_id = recording.id AND version.number = recording.version "
        f"WHERE recording.\"table\" = '{table.name}' AND NOT recording.is_withdrawn"
    )
