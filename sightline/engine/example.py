"""A worked example: small drawn records, the day asked about, and what the rule shows of each child.

The examples under ``tests/spec/`` are tests and the rule's page at once. They reach the rule book
as these plain values, captured from the call, never searched for in source text.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True)
class DrawnTable:
    """A record table as drawn: the columns that matter and their cells as text, "" where empty."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Shown:
    """What is shown of one child, or of one subject of a child.

    ``status`` is a status or "nothing"; ``dates`` are those of the concern that matter, by name
    (starts, due, met, lapses, opens, closes), None for one that must be empty.
    """

    status: str
    dates: Mapping[str, date | None] = field(default_factory=dict)


@dataclass(frozen=True)
class WorkedExample:
    """One worked example of one rule.

    ``title``            the sentence that says what it is about.
    ``records``          drawn tables by name.
    ``on``               the day asked about.
    ``shows``            by child ("Asha"), or by child and day of the subject ("Asha 2021-03-04").
    ``why``              the reason, where the title does not give it.
    ``evidence``         by the same keys, the entries of evidence that matter, by name.
    ``local_standards``  the council's own values, by standard id.
    """

    rule: str
    title: str
    records: Mapping[str, DrawnTable]
    on: date
    shows: Mapping[str, Shown]
    why: str = ""
    evidence: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    local_standards: Mapping[str, Any] = field(default_factory=dict)
