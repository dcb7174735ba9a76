"""What an article says: plain rows, one class for each table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that an article puts between quotation marks, and who is said to have said them."""

    article: str
    number: int
    quotation: str
    speaker: str
    source: str
    """``letter``, ``report`` or ``inspectors`` where it is taken from them; else ``person``."""
    paragraph: int


@dataclass(frozen=True, slots=True)
class EventSpokenOf:
    """An inspection or visit that an article speaks of, and when it says that it was."""

    article: str
    kind: str
    """``inspection``, ``monitoring_visit``, ``focused_visit``, ``visit``, ``letter`` or ``report``."""
    authority: str
    when: str
    """YYYY-MM-DD, YYYY-MM or MM-DD, as much as is said."""
    text: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in an article, with the role it gives them."""

    article: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class ArticleQuantity:
    """A number that an article says: of what, of how many."""

    article: str
    paragraph: int
    count: str
    of: str
    unit: str
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article and everything read from it."""

    file: str
    title: str
    published: date | None
    authorities: tuple[str, ...]
    """Most often named first."""
    paragraphs: tuple[str, ...]
    quotations: tuple[Quotation, ...]
    events: tuple[EventSpokenOf, ...]
    people: tuple[Person, ...]
    quantities: tuple[ArticleQuantity, ...]


@dataclass(frozen=True, slots=True)
class QuotationMatch:
    """What became of looking for a quotation in the documents that were read."""

    article: str
    number: int
    quotation: str
    speaker: str
    document: str
    page: int | None
    match: str
    """``exact``, ``truncated``, ``altered``, ``not found`` or ``document not held``."""
    difference: str
    """Word by word: what the document has for what the article has."""


@dataclass(frozen=True, slots=True)
class QuotationRead:
    """A quotation that was looked for, with the article it stands in."""

    match: QuotationMatch
    title: str
    published: date | None
    authorities: tuple[str, ...]
