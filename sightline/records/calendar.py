"""Working days in England, 2010 to 2035.

A working day is a weekday that is not a bank holiday of England. Bank holidays follow the Banking
and Financial Dealings Act 1971, Schedule 1 (Good Friday and Christmas Day are common law
holidays), with the days moved or added by royal proclamation. The list agrees with
https://www.gov.uk/bank-holidays for the years it shows. Later years follow the rules: a day
proclaimed in future has to be added to ``PROCLAIMED`` here.

Counting: the day an event happens is day 0, and working day N after it is the working day whose
ordinal is the event's ordinal plus N. So the first working day after an event on a day that
nobody works is day 1.
"""

from datetime import date, timedelta

import numpy as np
import numpy.typing as npt
import pyarrow as pa

FIRST_DAY = date(2010, 1, 1)
LAST_DAY = date(2035, 12, 31)

MONDAY = 0
SATURDAY = 5

Days = npt.NDArray[np.datetime64]

MOVED = {
    # The year's early May or spring holiday was held on this day instead of its Monday.
    ("Early May bank holiday", 2020): date(2020, 5, 8),
    ("Spring bank holiday", 2012): date(2012, 6, 4),
    ("Spring bank holiday", 2022): date(2022, 6, 2),
}

PROCLAIMED = {
    date(2011, 4, 29): "Wedding of Prince William and Catherine Middleton",
    date(2012, 6, 5): "Diamond Jubilee of Queen Elizabeth II",
    date(2022, 6, 3): "Platinum Jubilee of Queen Elizabeth II",
    date(2022, 9, 19): "State funeral of Queen Elizabeth II",
    date(2023, 5, 8): "Coronation of King Charles III",
}


def easter_sunday(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the computus known as Meeus, Jones and Butcher)."""
    century, year_of_century = divmod(year, 100)
    moon = year % 19
    epact = (
        19 * moon + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15
    ) % 30
    weekday = (
        32 + 2 * (century % 4) + 2 * (year_of_century // 4) - epact - year_of_century % 4
    ) % 7
    correction = (moon + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * correction + 114, 31)
    return date(year, month, day + 1)


def first_monday(year: int, month: int) -> date:
    """The first Monday of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(MONDAY - first.weekday()) % 7)


def last_monday(year: int, month: int) -> date:
    """The last Monday of a month of 31 days (May and August)."""
    last = date(year, month, 31)
    return last - timedelta(days=last.weekday())


def _with_substitutes(holidays: dict[date, str]) -> dict[date, str]:
    """Holidays that fall on a weekend move to the next day that is neither weekend nor holiday."""
    kept = {day: name for day, name in holidays.items() if day.weekday() < SATURDAY}
    for day, name in sorted(holidays.items()):
        if day.weekday() < SATURDAY:
            continue
        substitute = day
        while substitute.weekday() >= SATURDAY or substitute in kept:
            substitute += timedelta(days=1)
        kept[substitute] = f"{name} (substitute day)"
    return kept


def bank_holidays_of(year: int) -> dict[date, str]:
    """The bank holidays of England in one year, each with its name, in order of date."""
    easter = easter_sunday(year)
    holidays = {
        easter - timedelta(days=2): "Good Friday",
        easter + timedelta(days=1): "Easter Monday",
        **_with_substitutes({date(year, 1, 1): "New Year's Day"}),
        **_with_substitutes(
            {date(year, 12, 25): "Christmas Day", date(year, 12, 26): "Boxing Day"}
        ),
        last_monday(year, 8): "Summer bank holiday",
    }
    for name, monday in (
        ("Early May bank holiday", first_monday(year, 5)),
        ("Spring bank holiday", last_monday(year, 5)),
    ):
        holidays[MOVED.get((name, year), monday)] = name
    holidays |= {day: name for day, name in PROCLAIMED.items() if day.year == year}
    return dict(sorted(holidays.items()))


BANK_HOLIDAYS: dict[date, str] = {
    day: name
    for year in range(FIRST_DAY.year, LAST_DAY.year + 1)
    for day, name in bank_holidays_of(year).items()
}

_DAYS: Days = np.arange(
    np.datetime64(FIRST_DAY), np.datetime64(LAST_DAY) + 1, dtype="datetime64[D]"
)
_IS_WORKING_DAY: npt.NDArray[np.bool_] = np.is_busday(_DAYS, holidays=list(BANK_HOLIDAYS))
_ORDINALS: npt.NDArray[np.int32] = np.cumsum(_IS_WORKING_DAY).astype(np.int32)
_DAY_OF_ORDINAL: Days = _DAYS[_IS_WORKING_DAY]  # the day of ordinal N stands at place N - 1

WORKING_DAYS: pa.Table = pa.table(
    {
        "day": pa.array(_DAYS, pa.date32()),
        "is_working_day": pa.array(_IS_WORKING_DAY),
        "ordinal": pa.array(_ORDINALS, pa.int32()),
    }
)
"""One row a day: whether it is a working day, and how many there were up to and including it."""


def _places(days: Days) -> npt.NDArray[np.int64]:
    """Where each day stands in the calendar; ValueError names the first day outside it."""
    places = (days.astype("datetime64[D]") - _DAYS[0]).astype(np.int64)
    outside = (places < 0) | (places >= len(_DAYS))
    if outside.any():
        raise ValueError(
            f"The working-day calendar runs from {FIRST_DAY} to {LAST_DAY} and "
            f"does not hold {days[outside][0]}. Leave out days beyond it."
        )
    return places


def working_day_after_many(days: Days, n: int) -> Days:
    """The ``n``-th working day after each day; ``n`` is at least 1, and NaT stays NaT."""
    if n < 1:
        raise ValueError(f"Count at least 1 working day after an event, not {n}.")
    known = ~np.isnat(days)
    answer = np.full(days.shape, np.datetime64("NaT"), dtype="datetime64[D]")
    ordinals = _ORDINALS[_places(days[known])] + n
    if ordinals.size and ordinals.max() > len(_DAY_OF_ORDINAL):
        raise ValueError(
            f"{n} working days after one of these days is later than {LAST_DAY}, "
            "where the working-day calendar ends."
        )
    answer[known] = _DAY_OF_ORDINAL[ordinals - 1]
    return answer


def working_day_before_many(days: Days, n: int) -> Days:
    """The ``n``-th working day before each day; ``n`` is at least 1, and NaT stays NaT.

    The mirror of counting forwards: the last working day before an event is day 1, also where the
    event's own day is one that nobody works.
    """
    if n < 1:
        raise ValueError(f"Count at least 1 working day before an event, not {n}.")
    known = ~np.isnat(days)
    answer = np.full(days.shape, np.datetime64("NaT"), dtype="datetime64[D]")
    places = _places(days[known])
    ordinals = _ORDINALS[places] + ~_IS_WORKING_DAY[places] - n
    if ordinals.size and ordinals.min() < 1:
        raise ValueError(
            f"{n} working days before one of these days is earlier than {FIRST_DAY}, "
            "where the working-day calendar begins."
        )
    answer[known] = _DAY_OF_ORDINAL[ordinals - 1]
    return answer


def working_days_between_many(days: Days, later_days: Days) -> npt.NDArray[np.int32]:
    """Working days after each day, up to and including the later one; negative where it is earlier."""
    return _ORDINALS[_places(later_days)] - _ORDINALS[_places(days)]


def is_working_day(day: date) -> bool:
    """Whether the day is neither weekend nor bank holiday."""
    return bool(_IS_WORKING_DAY[_places(_one(day))][0])


def working_day_after(day: date, n: int) -> date:
    """The ``n``-th working day after a day, ``n`` at least 1."""
    return working_day_after_many(_one(day), n)[0].item()


def working_day_before(day: date, n: int) -> date:
    """The ``n``-th working day before a day, ``n`` at least 1."""
    return working_day_before_many(_one(day), n)[0].item()


def working_days_between(day: date, later_day: date) -> int:
    """Working days after ``day``, up to and including ``later_day``."""
    return int(working_days_between_many(_one(day), _one(later_day))[0])


def _one(day: date) -> Days:
    return np.array([day], dtype="datetime64[D]")
