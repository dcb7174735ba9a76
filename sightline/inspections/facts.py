"""What is read from inspection documents: plain rows, one class for each table.

Every row names its file, and where it stands on a page, the PDF's own page counted from 1.
Dates are ``datetime.date``. An empty string means that the document does not say.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Event:
    """One document: an inspection, a visit, a letter, an article, or a file that could not be read."""

    file: str
    sha256: str = ""
    kind: str = "unreadable"
    framework: str = ""
    authority: str = ""
    urn: str = ""
    starts: date | None = None
    ends: date | None = None
    published: date | None = None
    published_from: str = ""
    """``document`` where the page prints the date, ``index`` where only the download's list has it."""
    lead_inspector: str = ""
    pages: int | None = None
    unreadable_because: str = ""
    doubtful_because: str = ""
    authority_as_printed: str = ""
    authority_code: str = ""
    """The education department's three-figure code."""
    ons_code: str = ""
    """The statistics office's code."""
    length: str = ""
    """``short`` or ``standard``: inferred from the days on site, as no report prints it."""
    progress: str = ""
    """What a letter says of progress since the inspection, as its own sentence: visits carry no grade."""
    progress_page: int | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """One graded area, as the framework of its day had it."""

    file: str
    area: str
    grade: str
    as_printed: str
    page: int
    doubtful_because: str = ""


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One thing that the inspectors said must improve, whole, without footers and footnotes."""

    file: str
    number: int
    """Place in the document, from 1: recommendations of the safeguarding board run on."""
    text: str
    page: int
    priority: str = ""
    """``priority action`` or ``area for improvement``, empty where the report does not divide them."""
    themes: tuple[str, ...] = ()
    doubtful_because: str = ""
    number_as_printed: str = ""
    addressed_to: str = "local authority"
    """``local authority`` or ``lscb`` (the Local Safeguarding Children Board) or ``partnership``."""
    heading: str = ""
    """The topic heading that the item stands under, where there is one."""
    sub_items: int = 0
    cross_references: str = ""
    """What the item points to, split off its text: ``paragraph 15``, ``Enabler 1``."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One paragraph of what inspectors found."""

    file: str
    page: int
    paragraph: str
    """The number printed, or empty for an unnumbered paragraph."""
    section: str
    area: str
    polarity: str
    """``strength``, ``weakness``, ``mixed`` or ``plain`` (says what is, without a judgement)."""
    themes: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count, a share, a sum of money or a word of quantity, as said."""

    file: str
    page: int
    paragraph: str
    count: str
    of: str
    unit: str
    text: str


@dataclass(frozen=True, slots=True)
class Period:
    """One stay of the inspectors: an inspection in two visits has two."""

    file: str
    number: int
    starts: date
    ends: date


@dataclass(frozen=True, slots=True)
class Inspector:
    """A person named as leading, or helping to lead, the inspection."""

    file: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the report and the pages it covers, with the grade it prints if it prints one."""

    file: str
    number: int
    title: str
    area: str
    grade: str
    first_page: int
    last_page: int


@dataclass(slots=True)
class Documents:
    """Everything read from a set of documents."""

    events: list[Event] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)
    recommendations: list[Recommendation] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    periods: list[Period] = field(default_factory=list)
    inspectors: list[Inspector] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)

    def add(self, other: Documents) -> None:
        """Put the rows of another set after these."""
        for name in TABLES:
            getattr(self, name).extend(getattr(other, name))

    def unreadable(self) -> list[Event]:
        """The files that could not be read, each with the sentence saying why."""
        return [event for event in self.events if event.unreadable_because]


TABLES = {
    "events": Event,
    "judgements": Judgement,
    "recommendations": Recommendation,
    "findings": Finding,
    "quantities": Quantity,
    "periods": Period,
    "inspectors": Inspector,
    "sections": Section,
}
"""Name of each table and the class of its rows, in the order they are written."""
