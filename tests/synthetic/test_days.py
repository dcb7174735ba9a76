"""Whole-number days agree with the calendar that the rules count by."""

from datetime import date, timedelta

import pytest

from sightline.records import calendar
from sightline.synthetic import days

FIRST = date(2011, 4, 1)
EPOCH = date(1970, 1, 1)


def number(day: date) -> int:
    return (day - EPOCH).days


@pytest.mark.parametrize("count", [1, 10, 45])
def test_working_days_agree_with_the_calendar(count):
    for step in range(0, 4500, 7):
        day = FIRST + timedelta(days=step)
        after = EPOCH + timedelta(days=days.working_day_after(number(day), count))
        before = EPOCH + timedelta(days=days.working_day_before(number(day), count))
        assert after == calendar.working_day_after(day, count)
        assert before == calendar.working_day_before(day, count)


def test_a_day_nobody_works_moves_to_the_next_working_day():
    good_friday = number(date(2024, 3, 29))
    assert days.working_day_from(good_friday) == number(date(2024, 4, 2))
    assert days.working_day_from(number(date(2024, 4, 2))) == number(date(2024, 4, 2))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2016, 2, 29), 24, date(2018, 2, 28)),
        (date(2015, 11, 30), 3, date(2016, 2, 29)),
        (date(2020, 1, 15), 24, date(2022, 1, 15)),
    ],
)
def test_months_end_on_the_last_day_of_a_shorter_month(day, months, expected):
    assert days.months_after(number(day), months) == number(expected)


def test_days_are_written_as_the_rules_write_them():
    assert days.iso(days.day_of(2019, 3, 1)) == "2019-03-01"


def test_a_friday_is_known():
    assert days.is_friday(number(date(2024, 4, 26)))
    assert not days.is_friday(number(date(2024, 4, 27)))


def test_nobody_is_late_before_a_standard_was_in_force():
    """Return interviews were first asked for in January 2014; they are paced alike before."""
    before, after = number(date(2013, 12, 1)), number(date(2014, 3, 1))
    assert not days.is_in_force("MIS-01", before)
    assert days.is_in_force("MIS-01", after)
    assert days.limit("MIS-01", before) == days.limit("MIS-01", after) == 72
