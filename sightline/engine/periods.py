"""Months, quarters and years as figures name them.

A month is ISO (2018-05). Years run from April to March, as the service's do (2018-2019), and
quarters with them (2018-2019-Q1 is April to June 2018).
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

MONTH, QUARTER, YEAR = GRAINS = ("month", "quarter", "year")
MONTHS_IN_YEAR = 12
MONTHS_OF = {MONTH: 1, QUARTER: 3, YEAR: 12}
MONTHS_BEFORE_APRIL = 3
PATTERNS = {
    MONTH: re.compile(r"(\d{4})-(\d{2})"),
    QUARTER: re.compile(r"(\d{4})-\d{4}-Q([1-4])"),
    YEAR: re.compile(r"(\d{4})-\d{4}"),
}


@dataclass(frozen=True)
class Period:
    """A month, quarter or year. ``first`` and ``last`` are its months, see ``month_of``."""

    label: str
    first: int
    last: int

    @property
    def first_day(self) -> date:
        """Its first day."""
        return _first_day(self.first)

    @property
    def last_day(self) -> date:
        """Its last day."""
        return _first_day(self.last + 1) - timedelta(days=1)


def month_of(day: date) -> int:
    """Months since the beginning of the year 0, so that months can be counted."""
    return day.year * MONTHS_IN_YEAR + day.month - 1


@lru_cache(maxsize=64)
def periods(grain: str, first: int, last: int) -> tuple[Period, ...]:
    """The periods of a grain from the one that holds month ``first`` to the one of month ``last``.

    The last of them stops at month ``last``, though the quarter or year is not over.
    """
    length = MONTHS_OF[grain]
    begins = first - (first - MONTHS_BEFORE_APRIL) % length
    return tuple(
        Period(_label(grain, month), month, min(month + length - 1, last))
        for month in range(begins, last + 1, length)
    )


def period_of(day: date, grain: str = MONTH) -> Period:
    """The whole period of that grain in which the day lies."""
    length = MONTHS_OF[grain]
    first = month_of(day) - (month_of(day) - MONTHS_BEFORE_APRIL) % length
    return Period(_label(grain, first), first, first + length - 1)


def period_named(label: str) -> Period:
    """The period of that name; ValueError where it is no period's name."""
    for grain, pattern in PATTERNS.items():
        if not (named := pattern.fullmatch(label)):
            continue
        year, *part = (int(number) for number in named.groups())
        within = MONTHS_OF[grain] * (part[0] - 1) if part else 0
        first = year * MONTHS_IN_YEAR + within + (0 if grain == MONTH else MONTHS_BEFORE_APRIL)
        if _label(grain, first) == label:
            return Period(label, first, first + MONTHS_OF[grain] - 1)
    raise ValueError(
        f"{label!r} is no period. Write a month as 2018-05, a quarter as 2018-2019-Q1 and a year "
        "as 2018-2019."
    )


def _label(grain: str, first: int) -> str:
    begins = _first_day(first)
    if grain == MONTH:
        return f"{begins:%Y-%m}"
    year = (first - MONTHS_BEFORE_APRIL) // MONTHS_IN_YEAR
    label = f"{year:04}-{year + 1:04}"
    if grain == YEAR:
        return label
    quarter = (first - MONTHS_BEFORE_APRIL) % MONTHS_IN_YEAR // MONTHS_OF[QUARTER] + 1
    return f"{label}-Q{quarter}"


def _first_day(month: int) -> date:
    year, before = divmod(month, MONTHS_IN_YEAR)
    return date(year, before + 1, 1)
