"""How long things took: the middle one and the slowest tenth."""

from datetime import date, timedelta

import ibis
import pyarrow as pa
import pytest

from sightline.engine.lengths import figures_of_lengths, lengths
from sightline.engine.measure import LOWER, LengthOfConcerns, Measure
from sightline.engine.measure_rows import MEASURE_ROW_SCHEMA

ON = date(2018, 6, 15)
LASTED = Measure(
    name="made_up_length",
    title="Made up",
    definition="Made up.",
    themes=("missing",),
    rule="made_up_rule",
    unit="concerns",
    better=LOWER,
    counts=LengthOfConcerns(ends="closes"),
    numerator_words="closed",
    denominator_words="closed",
)


@pytest.fixture
def told(backend):
    """Rows, middle and slowest tenth by group and period, of rows of day, length and team."""

    def run(*rows, grain="month", earliest=None):
        table = pa.Table.from_pylist(
            [
                {"measure": LASTED.name, "begins": day, "over": day + timedelta(days=1)}
                | {"length": length, "team": team}
                for day, length, team in rows
            ],
            schema=MEASURE_ROW_SCHEMA,
        )
        found = backend.to_pyarrow(lengths(ibis.memtable(table), {"team": "team"}))
        figures = figures_of_lengths(found, [LASTED], ON, {LASTED.name: earliest}).to_pylist()
        return {
            (row["group"], row["period"]): (row["numerator"], row["value"], row["slowest_tenth"])
            for row in figures
            if row["grain"] == grain
        }

    return run


APRIL = date(2018, 4, 30)
TEN = [(APRIL, float(length), "North") for length in range(11)]


def test_the_middle_and_the_slowest_tenth_of_a_month(told):
    assert told(*TEN) == {
        ("whole service", "2018-04"): (11, 5.0, 9.0),
        ("North", "2018-04"): (11, 5.0, 9.0),
    }


def test_a_row_of_no_team_is_of_the_service_only(told):
    assert told((APRIL, 3.0, None)) == {("whole service", "2018-04"): (1, 3.0, 3.0)}


def test_a_row_without_a_length_does_not_count(told):
    assert told((APRIL, None, "North")) == {}


@pytest.mark.parametrize(
    ("grain", "periods"),
    [("quarter", {"2017-2018-Q4", "2018-2019-Q1"}), ("year", {"2017-2018", "2018-2019"})],
)
def test_quarters_and_years_run_from_april(told, grain, periods):
    found = told((date(2018, 3, 31), 1.0, None), (date(2018, 4, 1), 1.0, None), grain=grain)
    assert {period for _, period in found} == periods


def test_no_period_is_told_that_begins_before_the_source_does(told):
    rows = [(date(2018, 4, 20), 1.0, None), (date(2018, 5, 20), 1.0, None)]
    assert set(told(*rows, earliest=date(2018, 4, 2))) == {("whole service", "2018-05")}
    assert told(*rows, grain="year", earliest=date(2018, 4, 2)) == {}
