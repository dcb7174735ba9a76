"""Loads as the ledger keeps them: every load with its counts and coverage, and of each source what
its last load could not use."""

import json
from dataclasses import asdict
from typing import Any

import pyarrow as pa

from sightline.ledger.coverage import store_coverage
from sightline.ledger.examine import TableCount
from sightline.ledger.history import Changes
from sightline.ledger.report import LoadReport
from sightline.records.tables import TABLES
from sightline.sources.arrival import UnreadFile
from sightline.sources.doors import source_of_kind

# What the last load of a source could not use; the next load of that source replaces it.
UNTIL_THE_NEXT = ("set_aside", "faults")


def make_load_tables(connection: Any) -> None:
    """The tables of the ``load`` schema, where they are not there yet."""
    connection.execute(
        """
        CREATE TABLE IF NOT EXISTS load.loads (
            load BIGINT, loaded_at TIMESTAMP, loaded_on DATE, source VARCHAR, kind VARCHAR, fingerprint VARCHAR,
            authority VARCHAR, extract_day DATE, read BIGINT, kept BIGINT, set_aside BIGINT,
            emptied BIGINT, unread_files VARCHAR, notes VARCHAR
        );
        CREATE TABLE IF NOT EXISTS load.counts (
            load BIGINT, "table" VARCHAR, read BIGINT, kept BIGINT, set_aside BIGINT, emptied BIGINT,
            added BIGINT, changed BIGINT, unchanged BIGINT, gone BIGINT, remembered BIGINT,
            renumbered BIGINT
        );
        CREATE TABLE IF NOT EXISTS load.coverage (
            load BIGINT, "table" VARCHAR, "column" VARCHAR, rows BIGINT, "values" BIGINT,
            filled BOOLEAN, because VARCHAR
        );
        CREATE TABLE IF NOT EXISTS load.set_aside (
            "table" VARCHAR, file VARCHAR, "row" BIGINT, key VARCHAR, child VARCHAR,
            reason VARCHAR, how_to_mend VARCHAR, row_values VARCHAR
        );
        CREATE TABLE IF NOT EXISTS load.faults (
            "table" VARCHAR, "column" VARCHAR, file VARCHAR, "row" BIGINT, key VARCHAR,
            fault VARCHAR, value VARCHAR, rows BIGINT, emptied BIGINT, how_to_mend VARCHAR
        );
        """
    )
    _make_room_for_several_sources(connection)


def _make_room_for_several_sources(connection: Any) -> None:
    """Every load says which source it was of. A ledger made by an earlier Sightline had one only."""
    kinds = connection.execute("SELECT kind FROM load.loads LIMIT 1").fetchall()
    so_far = f"DEFAULT '{source_of_kind(kinds[0][0])}'" if kinds else ""
    for name in ("loads", *UNTIL_THE_NEXT):
        connection.execute(
            f"ALTER TABLE load.{name} ADD COLUMN IF NOT EXISTS told_by VARCHAR {so_far}"
        )
    connection.execute(
        """
        CREATE TABLE IF NOT EXISTS load.coverage_by_source AS
        SELECT load, told_by, "table", "column", rows, "values", filled, because,
            because NOT LIKE 'the source has no such table' AS arrived
        FROM load.coverage JOIN load.loads USING (load)
        """
    )


def next_load(connection: Any) -> int:
    """The number of the load that is being made."""
    return connection.execute("SELECT coalesce(max(load), 0) + 1 FROM load.loads").fetchall()[0][0]


def store_load(connection: Any, report: LoadReport, coverage: pa.Table | None) -> None:
    """Store the load, its counts and what its source fills for good; its set-aside rows and faults
    until the next load of that source. A source that is taken out fills nothing."""
    assert report.loaded_at is not None, "only a load is stored, not a dry run"
    connection.execute(
        "INSERT INTO load.loads VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            report.load,
            report.loaded_at,
            report.loaded_at.date(),
            report.source,
            report.kind,
            report.fingerprint,
            report.authority,
            report.extract_day,
            report.read,
            report.kept,
            report.set_aside_rows,
            report.emptied,
            json.dumps([asdict(file) for file in report.unread_files]),
            json.dumps(report.notes),
            report.told_by,
        ],
    )
    _store_counts(connection, report)
    if coverage is not None:
        store_coverage(connection, report.load, report.told_by, coverage)
    for name, rows in zip(UNTIL_THE_NEXT, (report.set_aside, report.faults), strict=True):
        connection.execute(f"DELETE FROM load.{name} WHERE told_by = ?", [report.told_by])
        connection.register("latest", rows)
        connection.execute(f"INSERT INTO load.{name} SELECT *, ? FROM latest", [report.told_by])
        connection.unregister("latest")


def _store_counts(connection: Any, report: LoadReport) -> None:
    changes = {one.table: one for one in report.changes}
    counts = {one.table: one for one in report.counts}
    rows = [
        {
            "load": report.load,
            **asdict(counts.get(name) or TableCount(name, 0, 0, 0, 0)),
            **asdict(changes.get(name) or Changes(name)),
        }
        for name in TABLES
        if name in counts or name in changes
    ]
    connection.register("latest", pa.Table.from_pylist(rows))
    connection.execute("INSERT INTO load.counts BY NAME SELECT * FROM latest")
    connection.unregister("latest")


def last_report(backend: Any, told_by: str) -> LoadReport | None:
    """The report of the last load of a source, as it was given then; None where there was none.

    None too where an earlier Sightline made the ledger: the next load brings it up to date.
    """
    connection = backend.con
    if not _says_which_source(connection):
        return None
    loads = connection.execute(
        """
        SELECT load, loaded_at, source, kind, fingerprint, authority, extract_day,
            unread_files, notes
        FROM load.loads WHERE told_by = ? ORDER BY load DESC LIMIT 1
        """,
        [told_by],
    ).fetchall()
    if not loads:
        return None
    number, loaded_at, source, kind, fingerprint, authority, extract_day, files, notes = loads[0]
    counts, changes = _stored_counts(connection, number)
    return LoadReport(
        load=number,
        loaded_at=loaded_at,
        source=source,
        kind=kind,
        told_by=told_by,
        fingerprint=fingerprint,
        authority=authority,
        extract_day=extract_day,
        counts=counts,
        changes=changes,
        unread_files=tuple(UnreadFile(**file) for file in json.loads(files)),
        notes=tuple(json.loads(notes)),
        set_aside=_of_source(connection, "set_aside", told_by),
        faults=_of_source(connection, "faults", told_by),
    )


def _says_which_source(connection: Any) -> bool:
    return bool(
        connection.execute(
            "SELECT 1 FROM duckdb_columns() WHERE schema_name = 'load' AND table_name = 'loads' "
            "AND column_name = 'told_by'"
        ).fetchall()
    )


def _of_source(connection: Any, name: str, told_by: str) -> pa.Table:
    return connection.sql(
        f"SELECT * EXCLUDE (told_by) FROM load.{name} WHERE told_by = '{told_by}'"
    ).to_arrow_table()


def _stored_counts(
    connection: Any, number: int
) -> tuple[tuple[TableCount, ...], tuple[Changes, ...]]:
    rows = connection.execute(
        """
        SELECT "table", read, kept, set_aside, emptied,
            added, changed, unchanged, gone, remembered, renumbered
        FROM load.counts WHERE load = ?
        """,
        [number],
    ).fetchall()
    order = list(TABLES)
    rows.sort(key=lambda row: order.index(row[0]) if row[0] in order else len(order))
    return (
        tuple(TableCount(*row[:5]) for row in rows),
        tuple(Changes(row[0], *row[5:]) for row in rows),
    )
