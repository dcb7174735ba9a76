"""Every quotation of some articles, looked for in the documents that were read.

Not found is only said of a document that was read and that the article speaks of. Words from a
letter that nobody gave us, and what a person said aloud, stand in no document that is held.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyarrow
import pyarrow.parquet

from sightline.inspections.articles.facts import (
    Article,
    ArticleQuantity,
    EventSpokenOf,
    Person,
    Quotation,
    QuotationMatch,
    QuotationRead,
)
from sightline.inspections.articles.matching import Found, SearchableText, words_of
from sightline.inspections.articles.reading import read_article
from sightline.inspections.could_not_read import NothingToRead
from sightline.inspections.facts import Documents, Event
from sightline.inspections.tables import read_tables, rows_table
from sightline.records.open_files import write_table

_VISITS = ("monitoring_visit", "focused_visit")
_NEAR_DAYS = 45
"""A report is written about within days; a date said within this many days of it means it."""
_SURE_LIKENESS, _SURE_WORDS = 0.85, 10
_SHORT_WORDS = 4
"""Fewer words than this stand in many documents by chance."""


def read_articles(paths: list[Path]) -> list[Article]:
    """The articles of some files or folders (text files), in order of name."""
    files = [
        one for path in paths for one in (sorted(path.glob("*.txt")) if path.is_dir() else [path])
    ]
    if not files:
        raise NothingToRead("There is no text file among the articles given.")
    missing = [path for path in files if not path.is_file()]
    if missing:
        raise NothingToRead(f"There is no article called {missing[0]}.")
    return [read_article(path) for path in files]


def find_quotations(articles: list[Article], against: Path) -> list[QuotationMatch]:
    """What became of every quotation, in the tables that a reading of documents wrote."""
    documents = read_tables(against)
    if not documents.events:
        raise NothingToRead(f"There are no tables of read documents in {against}.")
    library = _Library(documents)
    matches = [
        _match(article, quotation, library)
        for article in articles
        for quotation in article.quotations
    ]
    return _with_lengths(matches)


def write_quotations(articles: list[Article], matches: list[QuotationMatch], out: Path) -> None:
    """Write ``quotations``, and what else the articles say, as CSV and Parquet."""
    write_table(rows_table(matches, QuotationMatch), out, "quotations")
    write_table(_articles_table(articles), out, "articles")
    for name, row_class, field in (
        ("article_events", EventSpokenOf, "events"),
        ("article_people", Person, "people"),
        ("article_quantities", ArticleQuantity, "quantities"),
    ):
        rows = [row for article in articles for row in getattr(article, field)]
        write_table(rows_table(rows, row_class), out, name)


def read_quotations(folder: Path) -> list[QuotationRead]:
    """The quotations that ``write_quotations`` wrote there, with their articles; none where it did not."""
    if not (folder / "quotations.parquet").is_file():
        return []
    articles = {
        row["article"]: row
        for row in pyarrow.parquet.read_table(folder / "articles.parquet").to_pylist()
    }
    matches = pyarrow.parquet.read_table(folder / "quotations.parquet").to_pylist()
    return [
        QuotationRead(
            match=QuotationMatch(**row),
            title=article["title"],
            published=article["published"],
            authorities=tuple(filter(None, article["authorities"].split(";"))),
        )
        for row in matches
        if (article := articles.get(row["article"]))
    ]


def _articles_table(articles: list[Article]) -> pyarrow.Table:
    return pyarrow.table(
        {
            "article": pyarrow.array([one.file for one in articles], pyarrow.string()),
            "title": pyarrow.array([one.title for one in articles], pyarrow.string()),
            "published": pyarrow.array([one.published for one in articles], pyarrow.date32()),
            "authorities": pyarrow.array(
                [";".join(one.authorities) for one in articles], pyarrow.string()
            ),
        }
    )


class _Library:
    """The documents that were read, by authority, each made searchable once."""

    def __init__(self, documents: Documents) -> None:
        self._by_authority: dict[str, list[Event]] = defaultdict(list)
        for event in documents.events:
            if event.kind not in ("article", "unreadable"):
                self._by_authority[event.authority].append(event)
        self._paragraphs: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for finding in documents.findings:
            self._paragraphs[finding.file].append((finding.page, finding.text))
        for item in documents.recommendations:
            self._paragraphs[item.file].append((item.page, item.text))
        for section in documents.sections:
            self._paragraphs[section.file].append((section.first_page, section.title))
        self._texts: dict[str, SearchableText] = {}

    def events(self, authority: str) -> list[Event]:
        """The documents held about an authority."""
        return self._by_authority.get(authority, [])

    def text(self, file: str) -> SearchableText:
        """A document's paragraphs, ready to be searched."""
        if file not in self._texts:
            self._texts[file] = SearchableText(self._paragraphs.get(file, ()))
        return self._texts[file]


def _match(article: Article, quotation: Quotation, library: _Library) -> QuotationMatch:
    spoken_of = _documents_spoken_of(article, quotation, library)
    is_short = len(words_of(quotation.quotation)) < _SHORT_WORDS
    candidates = (
        spoken_of
        if is_short
        else [
            *spoken_of,
            *(
                event
                for authority in article.authorities
                for event in library.events(authority)
                if event not in spoken_of
            ),
        ]
    )
    best: tuple[Found, Event] | None = None
    for event in candidates:
        found = library.text(event.file).find(quotation.quotation)
        if found and event not in spoken_of and not _is_sure(found, quotation.quotation):
            continue
        if found and (best is None or found.likeness > best[0].likeness):
            best = (found, event)
    row = QuotationMatch(
        article=quotation.article,
        number=quotation.number,
        quotation=quotation.quotation,
        speaker=quotation.speaker,
        document="",
        page=None,
        match="document not held",
        difference="",
    )
    if best:
        found, event = best
        return replace(
            row,
            document=event.file,
            page=found.page,
            match=found.match,
            difference=found.difference,
        )
    if spoken_of:
        return replace(row, document=spoken_of[0].file, match="not found")
    return row


def _is_sure(found: Found, quotation: str) -> bool:
    """In a document that the article does not speak of, only a long likeness is no accident."""
    if found.match != "altered":
        return True
    return found.likeness >= _SURE_LIKENESS and len(words_of(quotation)) >= _SURE_WORDS


def _documents_spoken_of(article: Article, quotation: Quotation, library: _Library) -> list[Event]:
    """The held documents that the words are said to come from, the nearest in time first."""
    if quotation.source == "person":
        return []
    wants_letter = quotation.source == "letter" or (
        quotation.source == "inspectors" and _is_about_a_visit(article)
    )
    near: dict[str, tuple[int, Event]] = {}
    for authority in article.authorities[:1]:
        for event in library.events(authority):
            if (event.kind in _VISITS) != wants_letter:
                continue
            days = _days_from(event, article, wants_letter)
            if days is not None:
                near[event.file] = (days, event)
    return [event for _, event in sorted(near.values(), key=lambda pair: pair[0])]


def _is_about_a_visit(article: Article) -> bool:
    text = " ".join(article.paragraphs).lower()
    return any(words in text for words in ("monitoring visit", "focused visit", "ofsted letter"))


def _days_from(event: Event, article: Article, wants_letter: bool) -> int | None:
    """How far a document's publication is from what the article says of it, if near at all."""
    day = event.published or event.ends
    if day is None:
        return None
    kinds = ("letter", "visit", *_VISITS) if wants_letter else ("report", "inspection")
    said = [one.when for one in article.events if one.kind in kinds]
    distances = [distance for when in said if (distance := _distance(when, day)) is not None]
    if article.published:
        distances.append(abs((article.published - day).days))
    near = [distance for distance in distances if distance <= _NEAR_DAYS]
    return min(near) if near else None


def _distance(when: str, day: date) -> int | None:
    """Days between a date, as much of it as is said, and a day."""
    if len(when) == 10:
        return abs((date.fromisoformat(when) - day).days)
    if len(when) == 7:
        return 0 if when == day.isoformat()[:7] else None
    return None


def _with_lengths(matches: list[QuotationMatch]) -> list[QuotationMatch]:
    """Where no document is held, say which other article quotes the same words at more length."""
    said = []
    runs = [f" {' '.join(words_of(match.quotation))} " for match in matches]
    for match, run in zip(matches, runs, strict=True):
        longer = [
            f"{other.article} quotes more of it (number {other.number})"
            for other, whole in zip(matches, runs, strict=True)
            if other.article != match.article and run in whole and len(run) < len(whole)
        ]
        is_open = match.match == "document not held" and len(run.split()) >= _SHORT_WORDS
        said.append(replace(match, difference="; ".join(longer)) if is_open and longer else match)
    return said
