"""One file read whole: its event, judgements, recommendations and all else, or why not."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

from sightline.inspections import dates
from sightline.inspections.articles.reading import read_article
from sightline.inspections.authorities import authority_named
from sightline.inspections.could_not_read import NothingToRead
from sightline.inspections.facts import Documents, Event, Inspector, Judgement, Period
from sightline.inspections.findings import findings_of, with_themes
from sightline.inspections.judgement_tables import judgements_of
from sightline.inspections.layout import Lines, lines_of
from sightline.inspections.letters import progress_said, team_of
from sightline.inspections.pages import NotReadable, read_pages
from sightline.inspections.recommendations import recommendations_of
from sightline.inspections.sections import headings_of, sections_of
from sightline.inspections.title_block import FRAMEWORKS, GRADED, TitleBlock, read_title_block

AUTHORITY_UNKNOWN = "No authority of the table has the name that is printed."
SHORT_DAYS = 7
"""Inspectors are on site five working days in a short inspection and ten or more in a standard one."""


def read_document(path: Path, file: str, *, findings: bool = True) -> Documents:
    """Everything one file says. A file that cannot be read is one event of kind unreadable.

    Without ``findings``: its events, judgements and recommendations, and no paragraphs or themes.
    """
    try:
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        return unreadable(file, "", f"The file cannot be opened: {error.strerror}.")
    try:
        if path.suffix.lower() == ".txt":
            return article_document(path, file, sha256)
        pages = read_pages(path)
        return documents_from_pages(pages, file, sha256, findings=findings)
    except (NotReadable, NothingToRead) as reason:
        return unreadable(file, sha256, str(reason))


def article_document(path: Path, file: str, sha256: str) -> Documents:
    """An article is one event of its own kind; what it quotes is looked for by ``quotes``."""
    article = read_article(path)
    printed = article.authorities[0] if article.authorities else ""
    authority = authority_named(printed, article.published) if printed else None
    event = Event(
        file=file,
        sha256=sha256,
        kind="article",
        authority=authority.name if authority else "",
        urn=authority.urn if authority else "",
        published=article.published,
        published_from="document" if article.published else "",
        authority_as_printed=printed,
        authority_code=authority.code if authority else "",
        ons_code=authority.ons_code if authority else "",
    )
    return Documents(events=[event])


def unreadable(file: str, sha256: str, because: str) -> Documents:
    """The one row of a file that gave nothing."""
    return Documents(events=[Event(file, sha256, unreadable_because=because)])


def documents_from_pages(
    pages: list[str], file: str, sha256: str, *, findings: bool = True
) -> Documents:
    """The facts of a document from the text of its pages."""
    lines = lines_of(pages)
    block = read_title_block(lines)
    if block is None:
        raise NotReadable(_why_unknown(lines))
    headings = headings_of(lines)
    judgements = judgements_of(block.kind, lines, file, headings)
    documents = Documents(
        events=[_event(block, lines, file, sha256, len(pages), judgements)],
        judgements=judgements,
        recommendations=recommendations_of(block.kind, lines, headings, file),
        periods=[
            Period(file, number, starts, ends)
            for number, (starts, ends) in enumerate(block.periods, 1)
        ],
        inspectors=_inspectors(block, lines, file),
        sections=sections_of(lines, headings, file),
    )
    if findings:
        documents.recommendations = with_themes(documents.recommendations)
        documents.findings, documents.quantities = findings_of(block.kind, lines, headings, file)
    return documents


def _inspectors(block: TitleBlock, lines: Lines, file: str) -> list[Inspector]:
    leads = [Inspector(file, name, "lead inspector") for name in block.lead_inspectors]
    others = team_of(block.kind, lines)
    return leads + [
        Inspector(file, name, role) for name, role in others if name not in block.lead_inspectors
    ]


def _event(
    block: TitleBlock, lines: Lines, file: str, sha256: str, pages: int, judgements: list[Judgement]
) -> Event:
    starts = block.periods[0][0] if block.periods else None
    ends = block.periods[-1][1] if block.periods else None
    progress, progress_page = progress_said(block.kind, lines)
    return Event(
        file=file,
        sha256=sha256,
        kind=block.kind,
        framework=FRAMEWORKS[block.kind],
        authority=block.authority.name if block.authority else block.authority_as_printed,
        urn=block.authority.urn if block.authority else "",
        starts=starts,
        ends=ends,
        published=block.published,
        published_from="document" if block.published else "",
        lead_inspector="; ".join(block.lead_inspectors),
        pages=pages,
        doubtful_because=" ".join(_doubts(block, starts, ends, judgements)),
        authority_as_printed=block.authority_as_printed,
        authority_code=block.authority.code if block.authority else "",
        ons_code=block.authority.ons_code if block.authority else "",
        length=_length(block, starts, ends),
        progress=progress,
        progress_page=progress_page,
    )


def _doubts(
    block: TitleBlock, starts: date | None, ends: date | None, judgements: list[Judgement]
) -> list[str]:
    """What about the event a person should look at, one sentence each."""
    doubts = []
    if not block.authority_as_printed:
        doubts.append("The authority's name was not found on the first page.")
    elif block.authority is None:
        doubts.append(AUTHORITY_UNKNOWN)
    if not starts or not ends:
        doubts.append("The dates of the inspection were not found.")
    elif not 0 <= (ends - starts).days <= 150 or not 2000 <= starts.year <= 2100:
        doubts.append("The dates of the inspection are further apart than an inspection lasts.")
    if not block.lead_inspectors and block.kind != "jtai":
        doubts.append("The lead inspector's name was not found.")
    if block.kind in GRADED and not judgements:
        doubts.append("No grade was found in a report that should carry grades.")
    return doubts


def _length(block: TitleBlock, starts: date | None, ends: date | None) -> str:
    if block.kind != "ilacs_inspection" or not starts or not ends:
        return ""
    return "short" if dates.weekdays(*block.periods[0]) <= SHORT_DAYS else "standard"


def _why_unknown(lines: Lines) -> str:
    text = " ".join(lines.texts[:400]).lower()
    common = sum(text.count(f" {word} ") for word in ("the", "and", "of", "to"))
    if common < len(text) / 150:
        return "Its text is not English, and only English reports can be read."
    if text.count("children") < 5:
        return "It does not seem to be about children's services."
    return (
        "It is about children, but its first page is no inspection report or letter that is known."
    )
