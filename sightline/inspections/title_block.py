"""What a document's first page says of itself: its kind, authority, dates and lead inspector.

The kind is told from the title alone. Reports mention focused visits, monitoring visits and joint
inspections in passing, so words further down say nothing about what the document is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from sightline.inspections import dates
from sightline.inspections.authorities import Authority, authority_named
from sightline.inspections.layout import Lines

FRAMEWORKS = {
    "ilacs_inspection": "ILACS",
    "sif_inspection": "SIF",
    "sif_reinspection": "SIF",
    "looked_after_children_inspection": "2013 framework",
    "lscb_review": "LSCB review",
    "jtai": "JTAI",
    "focused_visit": "ILACS",
    "monitoring_visit": "ILACS",
}
"""The framework each kind of document was inspected under."""

GRADED = {
    "ilacs_inspection",
    "sif_inspection",
    "sif_reinspection",
    "looked_after_children_inspection",
    "lscb_review",
}
"""Kinds that carry grades; letters of visits and joint inspections do not."""


@dataclass(frozen=True, slots=True)
class TitleBlock:
    """The facts of the first page. Empty and None mean that it does not print them."""

    kind: str
    authority_as_printed: str = ""
    authority: Authority | None = None
    periods: tuple[tuple[date, date], ...] = ()
    published: date | None = None
    lead_inspectors: tuple[str, ...] = ()


_SERVICES = r"children['’]?s(?: social care)?\s+services"
_KINDS = (
    (
        "sif_reinspection",
        re.compile(r"(?:^|\s)re-?inspection of services for children in need", re.I),
    ),
    ("sif_inspection", re.compile(r"inspection of services for children in need", re.I)),
    (
        "looked_after_children_inspection",
        re.compile(r"inspection of (?:services for )?looked after children", re.I),
    ),
    (
        "lscb_review",
        re.compile(r"review of the effectiveness of the local safeguarding children board", re.I),
    ),
    ("jtai", re.compile(r"joint targeted area inspection of", re.I)),
    ("monitoring_visit", re.compile(r"monitoring visit (?:to|of|in)\b", re.I)),
    ("focused_visit", re.compile(r"focused visit (?:to|of|in)\b", re.I)),
    (
        "ilacs_inspection",
        re.compile(rf"inspection of (?:\S+ ){{0,12}}?(?:local authority )?{_SERVICES}", re.I),
    ),
)
_TITLE_ENDS = re.compile(
    r"inspection dates?\b|dear \w+|judgement\s+grade|reporting inspector", re.I
)
_LETTER = re.compile(r"^dear\b.*$", re.I | re.M)
_NAME_BEFORE = re.compile(
    r"^(?P<name>.{3,80}?)\s+(?:re-?)?inspection of (?:services for|local authority|children['’]s)",
    re.I,
)
_NAME_INSIDE = re.compile(
    rf"inspection of (?:the )?(?P<name>.{{3,80}}?)(?: local authority)? {_SERVICES}", re.I
)
_NAME_AFTER = re.compile(r"looked after children\s+services\s+(?P<name>.{3,80})$", re.I)
_NAME_OF_BOARD = re.compile(r"^(?P<name>.{3,80}?)\s+review of the effectiveness", re.I)
_NAME_OF_VISIT = re.compile(
    rf"(?:monitoring|focused) visit (?:to|of|in)\s+(?:the )?(?P<name>.{{3,80}}?)"
    rf"(?: local authority)?\s+{_SERVICES}",
    re.I,
)
_NAME_OF_JTAI = re.compile(
    r"joint targeted area inspection of (?:the multi-agency response.{5,180}?\bin )?"
    r"(?:the )?(?P<name>[A-Z][\w’'&. -]{2,60}?)(?=\s+(?:This letter|Between)\b)",
    re.S,
)

_DATES_AT = re.compile(r"inspection dates?\s*:?\s*", re.I)
_PUBLISHED_AT = re.compile(r"(?:report\s+)?published\s*:?\s*(.{6,30})", re.I)
_STAY = re.compile(
    r"(?:took place (?:from|between|on)|between|carried out (?:from|on)|visit (?:to .{3,60}? )?on)"
    r"\s+(?=\d{1,2}\b)(.{5,60})",
    re.I | re.S,
)

_LEAD_AT_START = re.compile(
    r"^\W*(?:lead|reporting) inspectors?\b(?: on site)?\s*:?\s*(?P<names>.{3,160})",
    re.I | re.S | re.M,
)
_LEAD_AT_END = re.compile(r"^\W*lead inspectors?\b(?: on site)?\s*:?\s*(?P<names>.*)$", re.I)
_RANK = re.compile(
    r",?\s*\(?\b(?:senior )?(?:h(?:er|is) majesty|hmi|shmi|ofsted inspector|regulatory inspection"
    r"|social care regulatory).*",
    re.I | re.S,
)
_NAMES_APART = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s*/\s*|\s*;\s*")
_NAME = re.compile(r"[A-ZÀ-Ý][\w’'.-]*(?:\s+\(?[A-Za-zÀ-ý][\w’'.-]*\)?){1,4}")


def read_title_block(lines: Lines) -> TitleBlock | None:
    """The first page's facts, or None where it is no kind of document that is known."""
    first = "\n".join(
        text for text, page in zip(lines.texts[:90], lines.pages[:90], strict=True) if page == 1
    )
    ends = _TITLE_ENDS.search(first)
    title = " ".join(first[: ends.start() if ends else 900].split())
    kind = _kind(title, first)
    if kind is None:
        return None
    if kind in ("jtai", "monitoring_visit", "focused_visit"):
        return _letter(kind, lines, first)
    printed = _authority_as_printed(kind, title)
    stays = _periods(first)
    published = _PUBLISHED_AT.search(first)
    block = TitleBlock(
        kind=kind,
        authority_as_printed=printed,
        periods=stays,
        published=dates.first_date(published[1]) if published else None,
        lead_inspectors=_lead_inspectors(lines, first),
    )
    return _with_authority(block)


def _with_authority(block: TitleBlock) -> TitleBlock:
    on = block.periods[0][0] if block.periods else block.published
    return replace(block, authority=authority_named(block.authority_as_printed, on))


def _kind(title: str, first: str) -> str | None:
    for kind, pattern in _KINDS:
        if pattern.search(title):
            return kind
    letter = _LETTER.search(first)
    if letter:
        heading = " ".join(first[letter.end() :].split())[:400]
        for kind, pattern in _KINDS[4:7]:
            if pattern.search(heading):
                return kind
    return None


def _authority_as_printed(kind: str, title: str) -> str:
    patterns = {
        "looked_after_children_inspection": (_NAME_AFTER,),
        "lscb_review": (_NAME_OF_BOARD,),
        "ilacs_inspection": (_NAME_BEFORE, _NAME_INSIDE),
    }.get(kind, (_NAME_BEFORE,))
    for pattern in patterns:
        if match := pattern.search(title):
            return match["name"].strip(" ,.")
    return ""


def _periods(first: str) -> tuple[tuple[date, date], ...]:
    at = _DATES_AT.search(first)
    return tuple(dates.periods(first[at.end() : at.end() + 160])) if at else ()


def _lead_inspectors(lines: Lines, first: str) -> tuple[str, ...]:
    """From the first page, or from the last pages where older reports name the team."""
    if match := _LEAD_AT_START.search(first):
        # The names end where the judgement table or the age group begins.
        names = re.split(r"\bJudgement\b|\bAge group\b", match["names"])[0]
        return person_names(names)
    for position in range(len(lines) - 1, -1, -1):
        text = lines.texts[position]
        if "nspector" not in text:
            continue
        if match := _LEAD_AT_END.match(text):
            names = match["names"].strip() or lines.texts[min(position + 1, len(lines) - 1)]
            return person_names(names)
    return ()


def person_names(printed: str) -> tuple[str, ...]:
    """The people named, without their ranks: "A Person and B Person, HMI" gives two."""
    printed = _RANK.sub("", " ".join(printed.split()))
    found = []
    for part in _NAMES_APART.split(printed):
        match = _NAME.match(part.strip(" .:"))
        if match:
            found.append(" ".join(match[0].split()))
    return tuple(found)


def _letter(kind: str, lines: Lines, first: str) -> TitleBlock:
    """A letter: dated at the top, its authority in the heading, signed at the end."""
    published = dates.first_date(first[:200])
    pattern = _NAME_OF_JTAI if kind == "jtai" else _NAME_OF_VISIT
    heading = " ".join(first.split())
    match = pattern.search(heading)
    if match is None and kind == "jtai":
        printed = _addressed_to(first)
    else:
        printed = match["name"] if match else ""
    block = TitleBlock(
        kind=kind,
        authority_as_printed=printed.strip(" ,."),
        periods=_stay(heading, published),
        published=published,
        lead_inspectors=() if kind == "jtai" else _signed_by(lines),
    )
    return _with_authority(block)


def _addressed_to(first: str) -> str:
    """The authority whose director heads the list of those the letter is addressed to."""
    for line in first.split("\n")[:30]:
        for part in re.split(r",|\bfor\b|\bin\b", line)[::-1]:
            if authority_named(part):
                return part.strip()
    return ""


def _stay(heading: str, published: date | None) -> tuple[tuple[date, date], ...]:
    for match in _STAY.finditer(heading):
        text = re.sub(r"^(\d{1,2}(?: \w+)?(?: 20\d\d)?) and ", r"\1 to ", match[1])
        found = dates.periods(text)
        if not found and published:
            with_year = re.sub(r"^(.{5,30}?[a-z]{3,})\b(?! 20)", rf"\1 {published.year}", text)
            found = dates.periods(with_year)
        if found:
            return tuple(found)
    return ()


def _signed_by(lines: Lines) -> tuple[str, ...]:
    for position in range(len(lines) - 1, -1, -1):
        if re.match(r"\s*yours sincerely", lines.texts[position], re.I):
            following = [text.strip() for text in lines.texts[position + 1 :] if text.strip()]
            return person_names(following[0]) if following else ()
    return ()
