"""The report of a load: what became of every row, kept in the ledger with the load itself."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime

import pyarrow as pa

from sightline.ledger.examine import Examined, TableCount
from sightline.ledger.history import Changes
from sightline.sources.arrival import Arrival, UnreadFile


@dataclass(frozen=True)
class LoadReport:
    """What a load did, or, where ``is_dry_run``, would do.

    ``told_by``    which of the sources that may stand side by side.
    ``counts``     what became of the rows that were read, by table.
    ``changes``    what that changes beside what was known, by table.
    ``unchanged``  True where the same content had been loaded before.
    """

    load: int
    loaded_at: datetime | None
    source: str
    kind: str
    told_by: str
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
        cls, arrival: Arrival, examined: Examined, *, source: str, told_by: str, fingerprint: str
    ) -> "LoadReport":
        """The report before it is stored: no load number and no time yet."""
        extract = examined.tables["extract"].to_pylist()[0]
        return cls(
            load=0,
            loaded_at=None,
            source=source,
            kind=arrival.kind,
            told_by=told_by,
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

    def as_taken_out(self) -> "LoadReport":
        """The report of a load that brings nothing of the same source and takes all of it out."""
        return replace(
            self,
            source="",
            fingerprint="",
            extract_day=None,
            counts=(),
            unread_files=(),
            notes=(),
            set_aside=self.set_aside.slice(0, 0),
            faults=self.faults.slice(0, 0),
        )

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
