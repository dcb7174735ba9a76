"""The report of a load: what became of every row, kept in the ledger with the load itself."""

import json
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from typing import Any

import pyarrow as pa

from sightline.ledger.examine import Examined, TableCount
from sightline.ledger.history import Changes
from sightline.records.tables import TABLES
from sightline.sources.arrival import Arrival, UnreadFile


@dataclass(frozen=True)
class LoadReport:
    """What a load did, or, where ``is_dry_run``, would do.

    ``counts``     what became of the rows that were read, by table.
    ``changes``    what that changes beside what was known, by table.
    ``unchanged``  True where the same content had been loaded before.
    """

    load: int
    loaded_at: datetime | None
    source: str
    kind: str
    fingerprint: str
    authority: str
    extract_day: date | None
    counts: tuple[TableCount, ...]
    unread_files: tuple[UnreadFile, ...]
    notes: tuple[str, ...]
    set_aside: pa.Table = field(repr=False)
    faults: pa.Table = field(repr=False)
    changes: tuple[Changes, ...] = ()
    unchanged: bool = False
    is_dry_run: bool = False

    @classmethod
    def of(
        cls, arrival: Arrival, examined: Examined, *, source: str, fingerprint: str
    ) -> "LoadReport":
        """The report before it is stored: no load number and no time yet."""
        extract = examined.tables["extract"].to_pylist()[0]
        return cls(
            load=0,
            loaded_at=None,
            source=source,
            kind=arrival.kind,
            fingerprint=fingerprint,
            authority=extract["authority"],
            extract_day=extract["extract_day"],
            counts=tuple(examined.counts),
            unread_files=tuple(arrival.unread_files),
            notes=tuple(examined.notes),
            set_aside=examined.set_aside,
            faults=examined.faults,
        )

    def as_load(
        self, number: int, loaded_at: datetime, changes: list[Changes], notes: list[str]
    ) -> "LoadReport":
        """The same report as the load of that number and time."""
        return replace(
            self,
            load=number,
            loaded_at=loaded_at,
            changes=tuple(changes),
            notes=(*self.notes, *notes),
        )

    def as_dry_run(self, changes: list[Changes]) -> "LoadReport":
        """The same report, of what a load would change."""
        return replace(self, changes=tuple(changes), is_dry_run=True)

    def as_unchanged(self) -> "LoadReport":
        """The same report, saying that nothing was loaded because nothing is new."""
        return replace(self, unchanged=True)

    @property
    def read(self) -> int:
        """Rows read, over all tables: always ``kept`` plus ``set_aside_rows``."""
        return sum(count.read for count in self.counts)

    @property
    def kept(self) -> int:
        """Rows in the records after this load."""
        return sum(count.kept for count in self.counts)

    @property
    def set_aside_rows(self) -> int:
        """Rows that no rule sees, each with its reason in ``set_aside``."""
        return sum(count.set_aside for count in self.counts)

    @property
    def emptied(self) -> int:
        """Values that could not be read and were left empty."""
        return sum(count.emptied for count in self.counts)

    @property
    def exit_code(self) -> int:
        """0 where all came in as it was; 1 where rows, values or files did not."""
        return 1 if self.set_aside_rows or self.emptied or self.unread_files else 0


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
        """
    )


def store_load(connection: Any, report: LoadReport, examined: Examined) -> None:
    """Store the load, its counts and coverage for good; its set-aside rows and faults until the next."""
    assert report.loaded_at is not None, "only a load is stored, not a dry run"
    connection.execute(
        "INSERT INTO load.loads VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
        ],
    )
    _store_counts(connection, report)
    _store_coverage(connection, report.load, examined.coverage)
    for name, rows in {"set_aside": report.set_aside, "faults": report.faults}.items():
        connection.register("latest", rows)
        connection.execute(f"CREATE OR REPLACE TABLE load.{name} AS SELECT * FROM latest")
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


def _store_coverage(connection: Any, number: int, coverage: pa.Table) -> None:
    """Coverage counts the rows that stand, so that a rule that abstains says how many it cannot judge."""
    connection.register("latest", coverage)
    connection.execute(
        f"""
        INSERT INTO load.coverage
        SELECT {number}, "table", "column", standing.rows, "values", filled, because
        FROM latest JOIN (
            {" UNION ALL ".join(f"SELECT '{name}' AS t, count(*) AS rows FROM records.{name}" for name in TABLES)}
        ) AS standing ON latest."table" = standing.t
        """
    )
    connection.unregister("latest")


def last_report(backend: Any) -> LoadReport | None:
    """The report of the last load, as it was given then; None before the first."""
    connection = backend.con
    loads = connection.execute(
        """
        SELECT load, loaded_at, source, kind, fingerprint, authority, extract_day,
            unread_files, notes
        FROM load.loads ORDER BY load DESC LIMIT 1
        """
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
        fingerprint=fingerprint,
        authority=authority,
        extract_day=extract_day,
        counts=counts,
        changes=changes,
        unread_files=tuple(UnreadFile(**file) for file in json.loads(files)),
        notes=tuple(json.loads(notes)),
        set_aside=connection.sql("SELECT * FROM load.set_aside").to_arrow_table(),
        faults=connection.sql("SELECT * FROM load.faults").to_arrow_table(),
    )


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
