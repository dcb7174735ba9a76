"""Read an article: its date, authorities, the events it speaks of, quotations, people, numbers."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

from sightline.inspections.articles.boilerplate import paragraphs_without_boilerplate
from sightline.inspections.articles.facts import (
    Article,
    ArticleQuantity,
    EventSpokenOf,
    Person,
)
from sightline.inspections.articles.quotation_marks import quotations_in
from sightline.inspections.authorities import authorities
from sightline.inspections.could_not_read import NothingToRead
from sightline.inspections.paragraphs import Paragraph
from sightline.inspections.quantities import quantities_of

LEAST_WORDS = 25
"""A piece shorter than this is a headline or an accident."""
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = "|".join(_MONTHS)
_DATE = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+(?:and|to|-|–)\s+\d{{1,2}})?\s+(?P<month>{_MONTH})\b(?:,?\s+(?P<year>20\d\d))?"
    rf"|(?P<month2>{_MONTH})\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?:\s+and\s+\d{{1,2}})?(?:,?\s+(?P<year2>20\d\d))?"
    rf"|(?P<month3>{_MONTH})(?:,?\s+(?P<year3>20\d\d))?\b",
    re.IGNORECASE,
)
_DATE_LINE = re.compile(r"^(?:\w+day,?\s+)?[\w ,]{6,30}20\d\d$", re.IGNORECASE)
_EVENT = re.compile(
    r"\b(?:(?P<monitoring_visit>monitoring visit)|(?P<focused_visit>focused visit)"
    r"|(?P<visit>visited|visit)|(?P<letter>letter)|(?P<report>report)"
    r"|(?P<inspection>inspection|inspected|rated|judged|lowest grade))",
    re.IGNORECASE,
)
_NAME = r"[A-Z][a-zà-ÿ’'-]+(?:\s+[A-Z][a-zà-ÿ’'-]+){1,2}"
_ROLE = (
    r"(?:deputy |interim |acting |former |executive |assistant |lead |chief |cabinet |strategic )*"
    r"(?:leader|director|inspector|member|spokes(?:man|woman|person)|president|executive|minister"
    r"|chair(?:man|woman)?|councillor|commissioner|officer|head|manager)\b"
)
_NAME_THEN_ROLE = re.compile(
    rf"\b(?P<name>{_NAME}),\s+(?:the\s+|a\s+)?(?P<role>(?i:{_ROLE})[^,.“”\"]{{0,70}}?)(?=,|\s+said|\s+was|\s+has|:|\.)"
)
_ROLE_THEN_NAME = re.compile(rf"\b(?P<role>(?i:{_ROLE}))\s+(?P<name>{_NAME})\b")
_APPOINTED = re.compile(
    rf"\b(?P<name>{_NAME})\s+was appointed(?: as)?\s+(?:the\s+)?(?P<role>[^,.]{{5,70}}?)(?=\s+at\b|\s+to\b|,|\.)"
)
_COMMON_WORDS = {
    "Reading",
    "Bury",
    "Kingston",
    "Richmond",
    "Stoke",
    "Newcastle",
    "Stockton",
    "Hull",
}


def read_article(path: Path) -> Article:
    """Everything an article says; raises NothingToRead where it says nothing."""
    try:
        text = path.read_text(encoding="utf-8-sig", errors="strict")
    except UnicodeDecodeError:
        text = path.read_text(encoding="cp1252", errors="replace")
    paragraphs = paragraphs_without_boilerplate(text)
    if sum(len(paragraph.split()) for paragraph in paragraphs) < LEAST_WORDS:
        raise NothingToRead("It is too short to be an article.")
    published, rest = _published(paragraphs)
    title, body = _title(rest)
    names = _authorities("\n".join(rest))
    return Article(
        file=path.name,
        title=title,
        published=published,
        authorities=names,
        paragraphs=tuple(body),
        quotations=tuple(quotations_in(path.name, body)),
        events=tuple(_events(path.name, rest, names, published)),
        people=tuple(_people(path.name, rest)),
        quantities=tuple(_quantities(path.name, body)),
    )


def _published(paragraphs: list[str]) -> tuple[date | None, list[str]]:
    """The date that stands on a line of its own near the top, if one does."""
    for position, paragraph in enumerate(paragraphs[:6]):
        match = _DATE.search(paragraph)
        if match and _DATE_LINE.fullmatch(paragraph):
            when = _when(match)
            if len(when) == 10:
                rest = paragraphs[:position] + paragraphs[position + 1 :]
                return date.fromisoformat(when), rest
    return None, paragraphs


def _title(paragraphs: list[str]) -> tuple[str, list[str]]:
    """A first line that is no sentence is the title; a name beneath it is the author's."""
    first = paragraphs[0]
    if first.endswith((".", "”", '"')) or len(first.split()) > 30:
        return "", paragraphs
    body = paragraphs[1:]
    if body and re.fullmatch(_NAME, body[0]):
        body = body[1:]
    return first, body


def _authorities(text: str) -> tuple[str, ...]:
    """The authorities named, the one most often named first."""
    counts: Counter[str] = Counter()
    taken: list[tuple[int, int]] = []
    for name, pattern in _names():
        for match in pattern.finditer(text):
            if not any(start <= match.start() < end for start, end in taken):
                taken.append(match.span())
                counts[name] += 1
    return tuple(name for name, _ in counts.most_common())


@cache
def _names() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """A pattern for each authority, longer names first: West Berkshire before Berkshire."""
    found = []
    for authority in authorities():
        for name in (authority.name, *authority.aliases):
            after = (
                r"(?=\s+(?:Borough|City|Council|local authority))" if name in _COMMON_WORDS else ""
            )
            found.append(
                (authority.name, re.compile(rf"\b{re.escape(name)}\b(?!\s+Street){after}"))
            )
    return tuple(sorted(dict(found).items(), key=lambda pair: -len(pair[0])))


def _when(match: re.Match[str]) -> str:
    """As much of a date as is said: 2018-10-04, 2018-05, or 10-04 and 05 without a year."""
    month = match["month"] or match["month2"] or match["month3"]
    day = match["day"] or match["day2"]
    year = match["year"] or match["year2"] or match["year3"]
    number = f"{_MONTHS.index(month.lower()) + 1:02d}"
    return "-".join(part for part in (year, number, f"{int(day):02d}" if day else "") if part)


def _in_year(when: str, published: date | None) -> str:
    """A date without a year, in the last year before the article came out that makes it past."""
    if published is None or when.startswith("20"):
        return when
    year = published.year - (when > published.isoformat()[5 : 5 + len(when)])
    return f"{year}-{when}"


def _events(
    article: str, paragraphs: list[str], names: tuple[str, ...], published: date | None
) -> list[EventSpokenOf]:
    """Each inspection, visit, letter or report that a sentence dates."""
    found: dict[tuple[str, str, str], EventSpokenOf] = {}
    for paragraph in paragraphs:
        for sentence in re.split(r"(?<=[.?!])\s+(?=[A-Z“])", paragraph):
            event = _EVENT.search(sentence)
            if event is None or not names:
                continue
            authority = next(iter(_authorities(sentence)), names[0])
            for match in _DATE.finditer(sentence):
                if match["month3"] and match["month3"].islower():
                    continue
                kind = event.lastgroup or "inspection"
                when = _in_year(_when(match), published)
                key = (kind, authority, when)
                found.setdefault(key, EventSpokenOf(article, kind, authority, when, sentence))
    return list(found.values())


def _people(article: str, paragraphs: list[str]) -> list[Person]:
    found: dict[str, Person] = {}
    for paragraph in paragraphs:
        for pattern in (_APPOINTED, _NAME_THEN_ROLE, _ROLE_THEN_NAME):
            for match in pattern.finditer(paragraph):
                role = " ".join(match["role"].split())
                found.setdefault(match["name"], Person(article, match["name"], role))
    return list(found.values())


def _quantities(article: str, paragraphs: list[str]) -> list[ArticleQuantity]:
    return [
        ArticleQuantity(article, number, one.count, one.of, one.unit, one.text)
        for number, text in enumerate(paragraphs, 1)
        for one in quantities_of(Paragraph(0, "", ""), text, article)
    ]
