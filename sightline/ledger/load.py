"""Loading: a data check, then one transaction into the next ledger file.

A load that is stopped, at whatever moment, leaves the ledger as it was. The same content loaded
again changes nothing and says so.
"""

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sightline import __version__
from sightline.ledger.examine import Examined, examine
from sightline.ledger.report import LoadReport, last_report, make_load_tables, store_load
from sightline.ledger.workspace import Workspace
from sightline.records.tables import TABLES
from sightline.sources.doors import Door, door_for

Progress = Callable[[int, int], None]

# Of a hundred steps, how many are reading and checking; writing is the rest.
READING, CHECKING, ALL = 60, 80, 100


def load(source: Path, workspace: Workspace, progress: Progress | None = None) -> LoadReport:
    """Load ``source`` (told by looking what it is) into the workspace's next ledger file.

    The report says what became of every row; its exit code is 0, or 1 where rows were set aside,
    values emptied or files unreadable.
    Raises CouldNot where nothing could be loaded; the ledger is then as it was.
    """
    source = Path(source)
    tell = progress or (lambda done, total: None)
    door = door_for(source)
    fingerprint = _fingerprint(door, source, workspace)
    if workspace.current_number():
        with workspace.reading() as backend:
            if (before := last_report(backend)) and before.fingerprint == fingerprint:
                return before.as_unchanged()

    arrival = door.read(source, lambda done, total: tell(READING * done // max(total, 1), ALL))
    tell(READING, ALL)
    examined = examine(arrival, workspace.settings)
    tell(CHECKING, ALL)
    report = LoadReport.of(arrival, examined, source=source.name, fingerprint=fingerprint)
    size = sum(table.nbytes for table in examined.tables.values())
    with workspace.writing(expected_bytes=size // 3) as backend:
        report = _write(backend, examined, report)
    tell(ALL, ALL)
    return report


def _fingerprint(door: Door, source: Path, workspace: Workspace) -> str:
    """Changes with the content, and with whatever else would make the same content load otherwise."""
    shape = [(name, table.column_names) for name, table in TABLES.items()]
    parts = [door.fingerprint(source), workspace.settings.authority, __version__, repr(shape)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _write(backend: Any, examined: Examined, report: LoadReport) -> LoadReport:
    connection = backend.con
    connection.execute("BEGIN TRANSACTION")
    make_load_tables(connection)
    report = report.as_load(_next_load(connection), datetime.now(UTC))
    for name, rows in examined.tables.items():
        connection.register("kept", rows)
        connection.execute(f"CREATE OR REPLACE TABLE records.{name} AS SELECT * FROM kept")
        connection.unregister("kept")
    store_load(connection, report, examined)
    _forget_answers(connection)
    connection.execute("COMMIT")
    return report


def _next_load(connection: Any) -> int:
    return connection.execute("SELECT coalesce(max(load), 0) + 1 FROM load.loads").fetchall()[0][0]


def _forget_answers(connection: Any) -> None:
    """Answers were about the records before: shown beside the new ones they would mislead."""
    tables = connection.execute(
        "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'answers'"
    ).fetchall()
    for (name,) in tables:
        connection.execute(f'DROP TABLE answers."{name}"')
