"""What pages show of the quality of the records: what was not loaded, faults, disagreements, gaps."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class CannotTell:
    """A rule that abstained, with the reason and how many it could not judge."""

    rule: str
    title: str
    reason: str
    rows: int


@dataclass(frozen=True)
class SetAside:
    """Rows that were not loaded, counted by table and reason."""

    table: str
    reason: str
    to_mend: str
    rows: int


@dataclass(frozen=True)
class RowSetAside:
    """One row that was not loaded: whose it is ("" where it does not say), where it stands and why."""

    table: str
    child: str
    file: str
    row: int
    source: str
    reason: str
    to_mend: str


@dataclass(frozen=True)
class Fault:
    """A fault of a column whose rows were kept: how many rows, and in how many it was left empty."""

    table: str
    column: str
    fault: str
    to_mend: str
    rows: int
    emptied: int


@dataclass(frozen=True)
class Disagreement:
    """Two sources that say different things of one child. An empty value is "" here."""

    table: str
    column: str
    child: str
    happened: date | None
    stands: str
    stands_from: str
    other: str
    other_from: str
    to_mend: str
