"""The published documents a workspace has read, kept in memory until they are read anew."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings

from sightline.inspections.articles.facts import QuotationRead
from sightline.inspections.articles.quotes import read_quotations
from sightline.inspections.authorities import authority_with_urn
from sightline.inspections.facts import Documents, Event, Judgement
from sightline.inspections.tables import read_tables

KINDS = {
    "ilacs_inspection": "Inspection of children's services (ILACS)",
    "sif_inspection": "Inspection under the single inspection framework",
    "sif_reinspection": "Re-inspection under the single inspection framework",
    "looked_after_children_inspection": "Inspection of services for looked after children",
    "lscb_review": "Review of the Local Safeguarding Children Board",
    "jtai": "Joint targeted area inspection",
    "focused_visit": "Focused visit",
    "monitoring_visit": "Monitoring visit",
    "article": "Article or statement",
    "unreadable": "Could not be read",
}

AREAS = {
    "overall_effectiveness": "Overall effectiveness",
    "leadership": "Leaders",
    "help_and_protection": "Help and protection",
    "children_in_care_and_care_leavers": "Children in care and care leavers",
    "children_in_care": "Children in care",
    "care_leavers": "Care leavers",
    "children_looked_after_and_permanence": "Children looked after and permanence",
    "adoption": "Adoption",
    "lscb": "Local Safeguarding Children Board",
}


@dataclass(eq=False)
class Library:
    """Every document read, with its rows found by file."""

    documents: Documents = field(default_factory=Documents)
    by_address: dict[str, Event] = field(default_factory=dict)
    addresses: dict[str, str] = field(default_factory=dict)
    judgements: dict[str, list[Judgement]] = field(default_factory=dict)
    recommendations: dict[str, list[Any]] = field(default_factory=dict)
    findings: dict[str, list[Any]] = field(default_factory=dict)
    quotations: list[QuotationRead] = field(default_factory=list)

    @property
    def events(self) -> list[Event]:
        """Every document, read or not."""
        return self.documents.events

    def address(self, file: str) -> str:
        """The address of the document in this file, "" where it has none."""
        return self.addresses.get(file, "")

    def readable(self) -> list[Event]:
        """The documents that were read, newest first."""
        read = [event for event in self.events if not event.unreadable_because]
        return sorted(read, key=lambda event: str(day_of(event)), reverse=True)

    def unreadable(self) -> list[Event]:
        """The files that could not be read."""
        return [event for event in self.events if event.unreadable_because]


def day_of(event: Event):
    """The day a document is dated by: the inspection's first day, otherwise its publication."""
    return event.starts or event.published


def is_about_a_council(event: Event) -> bool:
    """Whether the authority inspected is one of England's. The example documents' is not."""
    return authority_with_urn(event.urn) is not None


def address_of(event: Event) -> str:
    """A document's place in addresses: the beginning of its checksum, the same wherever it is read."""
    return event.sha256[:16]


def folder() -> Path | None:
    """Where the tables of read documents lie; None where no workspace is served."""
    return Path(settings.WORKSPACE) / "documents" if settings.WORKSPACE else None


def library() -> Library:
    """The documents of the workspace as they are read today."""
    tables = folder()
    if tables is None or not (tables / "events.parquet").is_file():
        return Library()
    quotations = tables / "quotations.parquet"
    told = [tables / "events.parquet", *([quotations] if quotations.is_file() else [])]
    return _read(tables, tuple(file.stat().st_mtime_ns for file in told))


@lru_cache(maxsize=2)
def _read(folder: Path, changed: tuple[int, ...]) -> Library:
    """The tables of a folder; ``changed`` makes a folder that was written anew be read anew."""
    documents: Documents = read_tables(folder)
    return Library(
        documents=documents,
        by_address={address_of(event): event for event in documents.events if event.sha256},
        addresses={event.file: address_of(event) for event in documents.events if event.sha256},
        judgements=_by_file(documents.judgements),
        recommendations=_by_file(documents.recommendations),
        findings=_by_file(documents.findings),
        quotations=read_quotations(folder),
    )


def _by_file(rows: Sequence[Any]) -> dict[str, list[Any]]:
    found = defaultdict(list)
    for row in rows:
        found[row.file].append(row)
    return dict(found)
