"""Figures by period from the rows behind them."""

from datetime import date

import ibis
import numpy as np
import pyarrow as pa
import pytest

from sightline.engine.figures import WHOLE_SERVICE, figures, monthly_changes, wilson
from sightline.engine.measure import HIGHER, Measure, OpenOf, RateOf, ShareOfDuties
from sightline.engine.measure_rows import MEASURE_ROW_SCHEMA

ON = date(2018, 6, 15)


def a_measure(counts):
    return Measure(
        name="made_up_measure",
        title="Made up",
        definition="Made up.",
        themes=("missing",),
        rule="made_up_rule",
        needs=("referrals.received",),
        unit="assessments",
        better=HIGHER,
        counts=counts,
        numerator_words="in time",
        denominator_words="in all",
    )


SHARE = a_measure(ShareOfDuties(dated_by="due", counted=("in time", "late"), reached=("in time",)))
COUNT = a_measure(OpenOf())
RATE = a_measure(
    RateOf(events=list, one_row_per="referral", beside=list, one_beside_per="worker at the end of")
)


@pytest.fixture
def figure(backend):
    """Numerator and denominator by period, from rows of begins, over, in numerator, in denominator."""

    def run(measure, *rows, grain="month", group=WHOLE_SERVICE, earliest=None):
        names = ("begins", "over", "in_numerator", "in_denominator", "team")
        table = pa.Table.from_pylist(
            [
                {"measure": measure.name, "child": "Asha"} | dict(zip(names, row, strict=False))
                for row in rows
            ],
            schema=MEASURE_ROW_SCHEMA,
        )
        changes = backend.to_pyarrow(monthly_changes(ibis.memtable(table), ON))
        found = figures({"team": changes}, [measure], ON, {measure.name: earliest}).to_pylist()
        return {
            row["period"]: (row["numerator"], row["denominator"])
            for row in found
            if row["grain"] == grain and row["group"] == group
        }

    return run


def event(day, in_numerator, team="North"):
    return (day, date.fromordinal(day.toordinal() + 1), in_numerator, True, team)


EVENTS = (
    event(date(2018, 3, 31), True),
    event(date(2018, 4, 1), False),
    event(date(2018, 4, 30), True),
    event(date(2018, 6, 15), True, team=None),
)


def test_an_event_counts_in_its_own_month_only(figure):
    assert figure(SHARE, *EVENTS) == {
        "2018-03": (1, 1),
        "2018-04": (1, 2),
        "2018-05": (0, 0),
        "2018-06": (1, 1),
    }


def test_quarters_and_years_add_their_months_up(figure):
    assert figure(SHARE, *EVENTS, grain="quarter") == {
        "2017-2018-Q4": (1, 1),
        "2018-2019-Q1": (2, 3),
    }
    assert figure(SHARE, *EVENTS, grain="year") == {"2017-2018": (1, 1), "2018-2019": (2, 3)}


def test_a_team_counts_its_own_and_the_service_counts_all(figure):
    assert figure(SHARE, *EVENTS, group="North")["2018-06"] == (0, 0)
    assert figure(SHARE, *EVENTS, group="North", grain="year")["2018-2019"] == (1, 2)


SPANS = (
    (date(2018, 3, 31), date(2018, 4, 30), True, False, "North"),
    (date(2018, 3, 1), date(2018, 6, 15), False, True, "North"),
    (date(2018, 4, 30), None, False, True, "South"),
)


def test_a_span_counts_at_the_end_of_every_month_it_is_open(figure):
    """The day it is over is the first day it no longer counts, the last day of a month included."""
    assert figure(COUNT, *SPANS) == {
        "2018-03": (1, 1),
        "2018-04": (0, 2),
        "2018-05": (0, 2),
        "2018-06": (0, 1),
    }


def test_a_quarter_shows_what_was_open_at_its_end(figure):
    assert figure(COUNT, *SPANS, grain="quarter") == {
        "2017-2018-Q4": (1, 1),
        "2018-2019-Q1": (0, 1),
    }


def test_what_is_over_after_the_day_asked_about_is_still_open(figure):
    later = (date(2018, 5, 1), date(2018, 6, 16), False, True, "North")
    assert figure(COUNT, later)["2018-06"] == (0, 1)


@pytest.mark.parametrize(
    ("earliest", "months", "years"),
    [
        (date(2018, 4, 1), ["2018-04", "2018-05", "2018-06"], ["2018-2019"]),
        (date(2018, 4, 2), ["2018-05", "2018-06"], []),
    ],
)
def test_no_period_is_shown_that_begins_before_the_source_does(figure, earliest, months, years):
    assert list(figure(SHARE, *EVENTS, earliest=earliest)) == months
    assert list(figure(SHARE, *EVENTS, earliest=earliest, grain="year")) == years


@pytest.mark.parametrize(
    ("numerator", "denominator", "low", "high"),
    [
        # Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_is_wilsons(numerator, denominator, low, high):
    found = wilson(np.array([numerator]), np.array([denominator]))
    assert np.ravel(found) == pytest.approx([low, high], abs=5e-5)


def test_a_rate_is_of_the_service_only_and_has_no_interval(backend):
    rows = [
        {"measure": RATE.name, "begins": day, "in_numerator": above, "in_denominator": not above}
        | {"over": date.fromordinal(day.toordinal() + 1), "team": "North" if above else None}
        for day, above in (
            (date(2018, 4, 3), True),
            (date(2018, 4, 9), True),
            (date(2018, 4, 20), True),
            (date(2018, 4, 30), False),
            (date(2018, 5, 31), False),
        )
    ]
    table = pa.Table.from_pylist(rows, schema=MEASURE_ROW_SCHEMA)
    changes = backend.to_pyarrow(monthly_changes(ibis.memtable(table), ON))
    found = figures({"team": changes}, [RATE], ON, {RATE.name: None}).to_pylist()
    assert {row["group"] for row in found} == {WHOLE_SERVICE}
    assert all(row["low"] is row["high"] is None for row in found)
    told = {row["period"]: row["value"] for row in found}
    assert (told["2018-04"], told["2018-05"], told["2018-2019-Q1"]) == (3.0, 0.0, 1.5)


def test_there_is_no_value_and_no_interval_of_nothing(backend):
    rows = [{"measure": SHARE.name, "begins": day} for day in (date(2018, 4, 1), ON)]
    rows[0] |= {"in_numerator": False, "in_denominator": True}
    rows[1] |= {"in_numerator": False, "in_denominator": True}
    table = pa.Table.from_pylist(rows, schema=MEASURE_ROW_SCHEMA)
    changes = backend.to_pyarrow(monthly_changes(ibis.memtable(table), ON))
    april, may, _ = figures({"team": changes}, [SHARE], ON, {SHARE.name: None}).to_pylist()[:3]
    assert (april["value"], april["low"], april["high"]) == (0, 0, pytest.approx(0.7935, abs=1e-4))
    assert may["value"] is may["low"] is may["high"] is None


def test_nothing_counted_is_no_figure(backend):
    changes = monthly_changes(ibis.memtable(MEASURE_ROW_SCHEMA.empty_table()), ON)
    assert (
        figures({"team": backend.to_pyarrow(changes)}, [SHARE], ON, {SHARE.name: None}).num_rows
        == 0
    )
