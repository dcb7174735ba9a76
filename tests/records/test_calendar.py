"""Working days, checked against dates read off a wall calendar and the published bank holidays."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sightline.records.calendar import (
    BANK_HOLIDAYS,
    FIRST_DAY,
    LAST_DAY,
    WORKING_DAYS,
    bank_holidays_of,
    easter_sunday,
    is_working_day,
    working_day_after,
    working_day_after_many,
    working_day_before,
    working_day_before_many,
    working_days_between,
    working_days_between_many,
)

# https://www.gov.uk/bank-holidays (England and Wales), as published for these years.
PUBLISHED = {
    2012: "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26",
    2016: "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27",
    2020: "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
    2021: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
    2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
}
YEARS_WITH_EXTRA_DAYS = {2011: 9, 2012: 9, 2022: 10, 2023: 9}


@pytest.mark.parametrize("year", PUBLISHED)
def test_bank_holidays_are_the_published_ones(year):
    assert [f"{day:%m-%d}" for day in bank_holidays_of(year)] == PUBLISHED[year].split()


def test_every_year_has_eight_bank_holidays_and_the_extra_ones():
    counts = dict.fromkeys(range(2010, 2036), 0)
    for day in BANK_HOLIDAYS:
        counts[day.year] += 1
    assert counts == {year: YEARS_WITH_EXTRA_DAYS.get(year, 8) for year in counts}


def test_no_bank_holiday_falls_on_a_weekend():
    assert all(day.weekday() < 5 for day in BANK_HOLIDAYS)


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(2010, 4, 4), (2011, 4, 24), (2016, 3, 27), (2018, 4, 1), (2024, 3, 31), (2035, 3, 25)],
)
def test_easter(year, month, day):
    assert easter_sunday(year) == date(year, month, day)


def test_a_week_of_christmas():
    """Christmas Day 2021 was a Saturday: Monday and Tuesday stood in for it and Boxing Day."""
    week = [date(2021, 12, 24) + timedelta(days=n) for n in range(7)]
    assert [is_working_day(day) for day in week] == [True, *[False] * 4, True, True]


@pytest.mark.parametrize(
    ("event", "n", "expected"),
    [
        # Thursday before Easter 2018: Good Friday and Easter Monday do not count.
        (date(2018, 3, 29), 1, date(2018, 4, 3)),
        # A Saturday: Monday is day 1.
        (date(2024, 6, 8), 1, date(2024, 6, 10)),
        # A Friday and the Sunday after it come to the same day.
        (date(2024, 6, 7), 10, date(2024, 6, 21)),
        (date(2024, 6, 9), 10, date(2024, 6, 21)),
        # Christmas Eve 2020: 25 is a holiday, 28 stands in for Boxing Day, 29 is day 1.
        (date(2020, 12, 24), 1, date(2020, 12, 29)),
        # 45 working days from 2 January 2024 cross no holiday: nine weeks on.
        (date(2024, 1, 2), 45, date(2024, 3, 5)),
        # The same from 1 March 2024 cross Good Friday, Easter Monday and the early May holiday.
        (date(2024, 3, 1), 45, date(2024, 5, 8)),
        # The moved early May holiday of 2020: Monday 4 May was worked, Friday 8 was not.
        (date(2020, 5, 1), 5, date(2020, 5, 11)),
        # The funeral of 19 September 2022.
        (date(2022, 9, 16), 1, date(2022, 9, 20)),
    ],
)
def test_working_day_after(event, n, expected):
    assert working_day_after(event, n) == expected


@pytest.mark.parametrize(
    ("event", "n", "expected"),
    [
        (date(2024, 6, 10), 1, date(2024, 6, 7)),
        # A Sunday: Friday is day 1 backwards.
        (date(2024, 6, 9), 1, date(2024, 6, 7)),
        (date(2018, 4, 3), 1, date(2018, 3, 29)),
        (date(2024, 1, 30), 20, date(2024, 1, 2)),
    ],
)
def test_working_day_before(event, n, expected):
    assert working_day_before(event, n) == expected


def test_working_days_between_counts_the_later_day_and_not_the_first():
    assert working_days_between(date(2024, 6, 7), date(2024, 6, 10)) == 1
    assert working_days_between(date(2024, 6, 8), date(2024, 6, 9)) == 0
    assert working_days_between(date(2018, 3, 29), date(2018, 4, 3)) == 1


days_inside = st.dates(FIRST_DAY + timedelta(days=90), LAST_DAY - timedelta(days=90))


@given(days_inside, st.integers(1, 45))
def test_counting_day_by_day_gives_the_same(event, n):
    day, counted = event, 0
    while counted < n:
        day += timedelta(days=1)
        counted += day.weekday() < 5 and day not in BANK_HOLIDAYS
    assert working_day_after(event, n) == day


@given(days_inside, days_inside, st.integers(1, 45))
def test_within_n_days_after_is_the_same_as_within_n_days_before(event, later, n):
    assert (later <= working_day_after(event, n) or later <= event) == (
        event >= working_day_before(later, n) or event >= later
    )


def test_arrays_give_what_plain_functions_give():
    days = np.arange("2018-03-01", "2018-06-01", dtype="datetime64[D]")
    assert working_day_after_many(days, 10).tolist() == [
        working_day_after(day, 10) for day in days.tolist()
    ]
    assert working_day_before_many(days, 10).tolist() == [
        working_day_before(day, 10) for day in days.tolist()
    ]
    assert working_days_between_many(days[:1], days[-1:])[0] == working_days_between(
        date(2018, 3, 1), date(2018, 5, 31)
    )


def test_an_empty_day_stays_empty():
    days = np.array(["2024-06-07", "NaT"], dtype="datetime64[D]")
    assert working_day_after_many(days, 1).tolist() == [date(2024, 6, 10), None]


@pytest.mark.parametrize("day", [date(2009, 12, 31), date(2036, 1, 1)])
def test_a_day_outside_the_calendar_is_named(day):
    with pytest.raises(ValueError, match=str(day)):
        working_day_after(day, 1)


def test_the_table_holds_every_day_once_and_counts_up():
    assert WORKING_DAYS.num_rows == (LAST_DAY - FIRST_DAY).days + 1
    table = WORKING_DAYS.slice(0, 5).to_pydict()
    assert table["day"][0] == FIRST_DAY
    # 1 January 2010 was a Friday and a holiday; Monday 4 was the first working day.
    assert table["is_working_day"] == [False, False, False, True, True]
    assert table["ordinal"] == [0, 0, 0, 1, 2]
