"""The report of a load: what became of every row, kept in the ledger with the load itself."""

import json
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

import pyarrow as pa

from sightline.ledger.examine import Examined, TableCount
from sightline.records.tables import TABLES
from sightline.sources.arrival import Arrival, UnreadFile


@dataclass(frozen=True)
class LoadReport:
    """What a load did. ``unchanged`` is True where the same content had been loaded before."""

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
    unchanged: bool = False

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

    def as_load(self, number: int, loaded_at: datetime) -> "LoadReport":
        """The same report as the load of that number and time."""
        return replace(self, load=number, loaded_at=loaded_at)

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
            load BIGINT, loaded_at TIMESTAMP, source VARCHAR, kind VARCHAR, fingerprint VARCHAR,
            authority VARCHAR, extract_day DATE, read BIGINT, kept BIGINT, set_aside BIGINT,
            emptied BIGINT, unread_files VARCHAR, notes VARCHAR
        );
        CREATE TABLE IF NOT EXISTS load.counts (
            load BIGINT, "table" VARCHAR, read BIGINT, kept BIGINT, set_aside BIGINT, emptied BIGINT
        );
        """
    )


def store_load(connection: Any, report: LoadReport, examined: Examined) -> None:
    """Store the load, its counts for good, and its set-aside rows, faults and coverage until the next."""
    connection.execute(
        "INSERT INTO load.loads VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            report.load,
            report.loaded_at.replace(tzinfo=None) if report.loaded_at else None,
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
    connection.executemany(
        "INSERT INTO load.counts VALUES (?, ?, ?, ?, ?, ?)",
        [
            [report.load, one.table, one.read, one.kept, one.set_aside, one.emptied]
            for one in report.counts
        ]
        or [[report.load, "", 0, 0, 0, 0]],
    )
    latest = {
        "set_aside": report.set_aside,
        "faults": report.faults,
        "coverage": examined.coverage,
    }
    for name, rows in latest.items():
        connection.register("latest", rows)
        connection.execute(f"CREATE OR REPLACE TABLE load.{name} AS SELECT * FROM latest")
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
    counts = connection.execute(
        'SELECT "table", read, kept, set_aside, emptied FROM load.counts WHERE load = ?', [number]
    ).fetchall()
    order = list(TABLES)
    counts.sort(key=lambda count: order.index(count[0]) if count[0] in order else len(order))
    return LoadReport(
        load=number,
        loaded_at=loaded_at.replace(tzinfo=UTC),
        source=source,
        kind=kind,
        fingerprint=fingerprint,
        authority=authority,
        extract_day=extract_day,
        counts=tuple(TableCount(*count) for count in counts),
        unread_files=tuple(UnreadFile(**file) for file in json.loads(files)),
        notes=tuple(json.loads(notes)),
        set_aside=connection.sql("SELECT * FROM load.set_aside").to_arrow_table(),
        faults=connection.sql("SELECT * FROM load.faults").to_arrow_table(),
    )
