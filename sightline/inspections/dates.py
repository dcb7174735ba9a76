"""Dates as the reports print them, and the periods between them."""

from __future__ import annotations

import re
from datetime import date, timedelta

_MONTHS = {
    name: number
    for number, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
    )
}
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = re.compile(
    r"(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4}|\d{2})"
    rf"|(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+(?P<month>{_MONTH})\b\.?)?(?:,?\s+(?P<year>20\d\d)\b)?",
    re.IGNORECASE,
)
_TO = re.compile(r"\s*(?:to|until|[-–—])\s*", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,\s*and|and|,|;|&)\s*", re.IGNORECASE)

Piece = tuple[int, int | None, int | None]


def first_date(text: str) -> date | None:
    """The first whole date (day, month and year) in a line."""
    for match in _DAY.finditer(text):
        day, month, year = _piece(match)
        if month and year:
            return _date(day, month, year)
    return None


def periods(text: str) -> list[tuple[date, date]]:
    """The periods at the start of a text such as "8 July 2019 to 12 July 2019 and 7 August 2019"."""
    text = " ".join(text.split())
    spans: list[list[Piece]] = []
    position = 0
    while match := _DAY.match(text, position):
        span = [_piece(match)]
        position = match.end()
        joined = _TO.match(text, position)
        if joined and (other := _DAY.match(text, joined.end())):
            span.append(_piece(other))
            position = other.end()
        spans.append(span)
        following = _AND.match(text, position)
        if not following:
            break
        position = following.end()
    return _completed(spans)


def _piece(match: re.Match[str]) -> Piece:
    if match["d"]:
        year = int(match["y"])
        return int(match["d"]), int(match["m"]), year if year > 99 else 2000 + year
    month = _MONTHS[match["month"][:3].lower()] if match["month"] else None
    return int(match["day"]), month, int(match["year"]) if match["year"] else None


def _completed(spans: list[list[Piece]]) -> list[tuple[date, date]]:
    """Fill months and years that are printed only once, from the end backwards."""
    month: int | None = None
    year: int | None = None
    found: list[tuple[date, date]] = []
    for span in reversed(spans):
        dates: list[date] = []
        for day, own_month, own_year in reversed(span):
            month, year = own_month or month, own_year or year
            this = _date(day, month, year)
            if this is None:
                return []
            dates.insert(0, this)
        starts, ends = dates[0], dates[-1]
        if starts > ends and starts.year == ends.year:
            starts = starts.replace(year=starts.year - 1)
        found.insert(0, (starts, ends))
    return found


def _date(day: int, month: int | None, year: int | None) -> date | None:
    if not month or not year:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def weekdays(starts: date, ends: date) -> int:
    """Mondays to Fridays from the first day to the last, both included."""
    days = (ends - starts).days + 1
    return sum(1 for day in range(days) if (starts + timedelta(day)).weekday() < 5)
