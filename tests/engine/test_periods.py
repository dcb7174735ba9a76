"""Months, quarters and years as figures name them."""

from datetime import date

import pytest

from sightline.engine.periods import GRAINS, MONTH, QUARTER, YEAR, month_of, period_named, period_of
from sightline.engine.periods import periods as periods_between


@pytest.mark.parametrize(
    ("grain", "label", "first_day", "last_day"),
    [
        (MONTH, "2012-02", date(2012, 2, 1), date(2012, 2, 29)),
        (QUARTER, "2011-2012-Q4", date(2012, 1, 1), date(2012, 3, 31)),
        (YEAR, "2011-2012", date(2011, 4, 1), date(2012, 3, 31)),
    ],
)
def test_a_day_lies_in_a_period_of_every_grain(grain, label, first_day, last_day):
    period = period_of(date(2012, 2, 15), grain)
    assert (period.label, period.first_day, period.last_day) == (label, first_day, last_day)
    assert period_named(label) == period


def test_a_year_begins_in_april():
    assert period_of(date(2018, 3, 31), YEAR).label == "2017-2018"
    assert period_of(date(2018, 4, 1), YEAR).label == "2018-2019"
    assert period_of(date(2018, 4, 1), QUARTER).label == "2018-2019-Q1"


def test_periods_run_from_one_month_to_another():
    first, last = month_of(date(2018, 5, 1)), month_of(date(2018, 8, 1))
    labels = {grain: [p.label for p in periods_between(grain, first, last)] for grain in GRAINS}
    assert labels == {
        MONTH: ["2018-05", "2018-06", "2018-07", "2018-08"],
        QUARTER: ["2018-2019-Q1", "2018-2019-Q2"],
        YEAR: ["2018-2019"],
    }


@pytest.mark.parametrize("label", ["", "2018", "2018-13", "2018-2020", "2018-2019-Q5", "May 2018"])
def test_other_text_names_no_period(label):
    with pytest.raises(ValueError, match="is no period"):
        period_named(label)
