"""Days as whole numbers (days since 1 January 1970), for telling many stories quickly.

The working days are those of ``sightline.records.calendar``, copied into plain lists: a story
asks for one day at a time, where an array costs more than it saves.
"""

from datetime import date, timedelta
from functools import cache
from itertools import pairwise

from sightline.records.calendar import WORKING_DAYS
from sightline.records.standards import value_on, versions_of

_EPOCH = date(1970, 1, 1)
_MONTHS_FROM = 1990
_MONTHS_TO = 2060

_calendar = WORKING_DAYS.to_pydict()
_FIRST = (_calendar["day"][0] - _EPOCH).days
_IS_WORKING_DAY: list[bool] = _calendar["is_working_day"]
_ORDINAL: list[int] = _calendar["ordinal"]
_DAY_OF_ORDINAL = [_FIRST + place for place, is_working in enumerate(_IS_WORKING_DAY) if is_working]


def day_of(year: int, month: int, day: int) -> int:
    """The whole number of a day of the calendar."""
    return (date(year, month, day) - _EPOCH).days


_MONTH_STARTS = [
    day_of(year, month, 1) for year in range(_MONTHS_FROM, _MONTHS_TO) for month in range(1, 13)
]
_MONTH_OF_DAY = [
    place
    for place, (first, following) in enumerate(pairwise(_MONTH_STARTS))
    for _ in range(following - first)
]


def month_of(day: int) -> int:
    """The month a day lies in, counted from January 1990."""
    return _MONTH_OF_DAY[day - _MONTH_STARTS[0]]


def month_number(year: float) -> float:
    """A moment in years (2015.5 is the middle of 2015) in months counted from January 1990."""
    return (year - _MONTHS_FROM) * 12


def months_after(day: int, months: int) -> int:
    """The same day of the month that many months later, or the month's last day before it."""
    month = month_of(day)
    of_month = day - _MONTH_STARTS[month]
    target = month + months
    length = _MONTH_STARTS[target + 1] - _MONTH_STARTS[target]
    return _MONTH_STARTS[target] + min(of_month, length - 1)


@cache
def iso(day: int) -> str:
    """The day as YYYY-MM-DD."""
    return (_EPOCH + timedelta(days=day)).isoformat()


def is_working_day(day: int) -> bool:
    """Whether the day is neither weekend nor bank holiday."""
    return _IS_WORKING_DAY[day - _FIRST]


def is_friday(day: int) -> bool:
    """Whether the day is a Friday (1 January 1970 was a Thursday)."""
    return day % 7 == 1


def working_day_after(day: int, count: int) -> int:
    """The working day ``count`` after a day; the first after a day nobody works is day 1."""
    return _DAY_OF_ORDINAL[_ORDINAL[day - _FIRST] + count - 1]


def working_day_before(day: int, count: int) -> int:
    """The working day ``count`` before a day; the last before a day nobody works is day 1."""
    place = day - _FIRST
    return _DAY_OF_ORDINAL[_ORDINAL[place] + (not _IS_WORKING_DAY[place]) - count - 1]


def working_day_from(day: int) -> int:
    """The day itself where it is worked, otherwise the first working day after it."""
    return day if is_working_day(day) else working_day_after(day, 1)


def working_days_between(day: int, later_day: int) -> int:
    """Working days after ``day``, up to and including ``later_day``."""
    return _ORDINAL[later_day - _FIRST] - _ORDINAL[day - _FIRST]


@cache
def limit(standard: str, day: int) -> int:
    """How many days, months or hours the national standard allows an event of that day.

    Before the standard was in force practice is paced by its first value, though nobody is late.
    """
    value = value_on(standard, _EPOCH + timedelta(days=day))
    return int(versions_of(standard)[0].value if value is None else value)


@cache
def _unit(standard: str) -> str:
    return versions_of(standard)[0].unit


def due_after(standard: str, day: int) -> int:
    """The day by which a national standard asks for something that an event of ``day`` starts."""
    allowed, unit = limit(standard, day), _unit(standard)
    if unit == "working days":
        return working_day_after(day, allowed)
    if unit == "months":
        return months_after(day, allowed)
    return day + allowed * {"calendar days": 1, "weeks": 7}[unit]


def working_day_to(day: int) -> int:
    """The day itself where it is worked, otherwise the last working day before it."""
    return day if is_working_day(day) else working_day_before(day, 1)


@cache
def is_in_force(standard: str, day: int) -> bool:
    """Whether the national standard applied to an event of that day."""
    return value_on(standard, _EPOCH + timedelta(days=day)) is not None
