"""Counting days by standards."""

from datetime import date

import pytest

from sightline.engine.clocks import Clocks
from sightline.records.standards import VERSIONS, StandardsError
from tests.engine.conftest import records_of

MONDAY = date(2021, 3, 1)


@pytest.fixture
def shifted(rows_of):
    """The day a standard leads to from a day."""

    def run(standard, day, *, local=None, backwards=False):
        clocks = Clocks(local)
        table = records_of(referrals=[{"child": "Asha", "received": day}])["referrals"]
        shift = clocks.before if backwards else clocks.after
        (row,) = rows_of(shift(table, day="received", standard=standard, into="then"))
        return row["then"]

    return run


@pytest.mark.parametrize(
    ("standard", "day", "then"),
    [
        ("CPV-01", MONDAY, date(2021, 3, 15)),
        ("CPV-01", date(2021, 3, 6), date(2021, 3, 19)),  # a Saturday: Monday is day 1
        ("CPV-01", date(2021, 3, 26), date(2021, 4, 13)),  # Good Friday and Easter Monday between
        ("MIS-01", date(2021, 3, 5), date(2021, 3, 8)),  # 72 hours, weekends count
        ("RCP-01", date(2021, 11, 30), date(2022, 2, 28)),
        ("CPE-07", date(2020, 2, 29), date(2022, 2, 28)),
        ("CPE-09", date(2009, 5, 1), date(2014, 5, 1)),  # before the calendar begins
        ("HOM-01", date(2021, 3, 6), date(2021, 3, 6)),  # no days at all: the same day
    ],
)
def test_after(shifted, standard, day, then):
    assert shifted(standard, day) == then


@pytest.mark.parametrize(
    ("standard", "day", "then"),
    [
        ("CPE-06", date(2021, 3, 29), MONDAY),
        ("CPE-06", date(2021, 3, 28), MONDAY),  # a Sunday: the Friday before is day 1
        ("CPE-07", date(2022, 2, 28), date(2020, 2, 28)),
    ],
)
def test_before(shifted, standard, day, then):
    assert shifted(standard, day, backwards=True) == then


@pytest.mark.parametrize("day", [None, date(2009, 12, 31), date(2035, 12, 30)])
def test_a_day_that_cannot_be_worked_out_is_empty(shifted, day):
    assert shifted("CPV-01", day) is None


def test_before_the_calendar_begins_is_empty(shifted):
    assert shifted("CPE-06", date(2010, 1, 20), backwards=True) is None


def test_a_day_on_which_no_version_was_in_force_is_empty(shifted):
    first = min(version.valid_from for version in VERSIONS["ASM-01"])
    assert shifted("ASM-01", first) is not None
    assert shifted("ASM-01", date(2013, 4, 1)) is None


def test_the_councils_own_value_comes_first(shifted):
    assert shifted("CPV-01", MONDAY, local={"CPV-01": 5}) == date(2021, 3, 8)


def test_the_value_is_the_one_in_force_on_the_day_counted_from(shifted):
    local = {
        "CPV-01": [
            {"value": 5, "valid_to": date(2021, 3, 2)},
            {"value": 1, "unit": "weeks", "valid_from": date(2021, 3, 3)},
        ]
    }
    assert shifted("CPV-01", date(2021, 3, 2), local=local) == date(2021, 3, 9)
    assert shifted("CPV-01", date(2021, 3, 6), local=local) == date(2021, 3, 13)


def test_the_last_day_a_value_is_in_force_is_counted_by_it(shifted):
    weeks = [
        {"value": 1, "valid_to": date(2021, 3, 2)},
        {"value": 2, "valid_from": date(2021, 3, 3)},
    ]
    assert shifted("COR-02", date(2021, 3, 2), local={"COR-02": weeks}) == date(2021, 3, 9)
    assert shifted("COR-02", date(2021, 3, 3), local={"COR-02": weeks}) == date(2021, 3, 17)


def test_a_part_of_a_day_is_a_day(shifted):
    local = {"CPV-01": {"value": 36, "unit": "hours"}}
    assert shifted("CPV-01", date(2021, 3, 6), local=local) == date(2021, 3, 8)


def test_the_national_value_holds_where_the_councils_own_does_not_apply(shifted):
    local = {"CPV-01": [{"value": 5, "valid_from": date(2021, 3, 2)}]}
    assert shifted("CPV-01", date(2021, 3, 1), local=local) == date(2021, 3, 15)
    assert shifted("CPV-01", date(2021, 3, 2), local=local) == date(2021, 3, 9)


def test_two_clocks_stand_side_by_side(rows_of):
    clocks = Clocks()
    table = records_of(referrals=[{"child": "Asha", "received": MONDAY}])["referrals"]
    table = clocks.after(table, day="received", standard="CPV-01", into="ten")
    table = clocks.after(table, day="ten", standard="CPV-01", into="twenty")
    (row,) = rows_of(table)
    assert (row["ten"], row["twenty"]) == (date(2021, 3, 15), date(2021, 3, 29))


def test_a_count_is_given_as_a_number():
    assert Clocks().number("REF-04") == 3
    assert Clocks({"REF-04": 4}).number("REF-04") == 4


def test_days_are_counted_whole(shifted):
    assert shifted("CPV-01", MONDAY, local={"CPV-01": 5.0}) == date(2021, 3, 8)
    with pytest.raises(StandardsError, match=r"CPV-01 is 10.5 working days"):
        shifted("CPV-01", MONDAY, local={"CPV-01": 10.5})


def test_a_standard_that_counts_things_is_no_length_of_time(shifted):
    with pytest.raises(StandardsError, match="REF-04 is counted in referrals"):
        shifted("REF-04", MONDAY)
