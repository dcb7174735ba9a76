"""The real published files, where they are at hand: known figures, and a plain second reading."""

import csv
from pathlib import Path

import pytest

from sightline.comparisons.load import load_statistics
from sightline.comparisons.statistics import statistics_of

FILES = Path(__file__).parents[3] / "shared" / "data" / "statistics"
pytestmark = pytest.mark.skipif(not FILES.is_dir(), reason="the published statistics are not here")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    folder = tmp_path_factory.mktemp("statistics")
    report = load_statistics([FILES], folder)
    assert not report.set_aside
    return folder


@pytest.fixture(scope="module")
def held(workspace):
    return statistics_of(workspace)


def test_every_declared_indicator_has_figures(held):
    from sightline.comparisons.indicators import INDICATORS

    assert {one.indicator.key for one in held.declared()} == set(INDICATORS)


def test_figures_rank_and_interval_of_repeat_plans_in_one_council(held):
    found = {p.year: p for p in held.comparison("repeat_plans", ["936"]).lines[0].points}
    assert (found[2018].value, found[2024].value, found[2025].value) == (24.4, 29.3, 24.3)
    assert (found[2024].rank, found[2024].of) == (125, 150)
    assert (round(found[2024].low, 1), round(found[2024].high, 1)) == (25.9, 33.0)


def test_median_of_neighbours_by_either_model(held):
    newer = held.comparison("rereferrals", ["936"])
    older = held.comparison("rereferrals", ["936"], model="2021-04")
    assert newer.model == "2025-05"
    assert {one.year: one.median for one in newer.neighbour_medians}[2025] == 18.6
    assert {line.area.name for line in newer.neighbours} ^ {
        line.area.name for line in older.neighbours
    } == {"Trafford", "Hampshire"}


def test_rates_agree_with_a_plain_reading_of_the_two_files(held):
    def read(name):
        with next(FILES.glob(name)).open(encoding="utf-8-sig") as handle:
            return list(csv.DictReader(handle))

    people = {
        (row["old_la_code"], int(row["time_period"])): row["population_estimate"]
        for row in read("ons_*.csv")
    }
    checked = 0
    figures = held.figures_of("enquiry_rate")
    for row in read("c4_*.csv"):
        base = people.get((row["old_la_code"], int(row["time_period"]) - 1), "")
        if (
            row["geographic_level"] != "Local authority"
            or not row["Section47"].isdigit()
            or not base.isdigit()
        ):
            continue
        point = figures.point(held.areas[row["old_la_code"]], int(row["time_period"]))
        assert point.value == pytest.approx(10_000 * int(row["Section47"]) / int(base))
        checked += 1
    assert checked > 1_900


def test_no_suppressed_cell_of_any_file_became_a_figure(held):
    cells = 0
    for path in FILES.glob("d3_*.csv"):
        with path.open(encoding="utf-8-sig") as handle:
            for row in csv.DictReader(handle):
                if (
                    row["geographic_level"] == "Local authority"
                    and row["CPP_subsequent_percent"] == "c"
                ):
                    point = held.figures_of("repeat_plans").point(
                        held.areas[row["old_la_code"]], int(row["time_period"])
                    )
                    assert point.value is None
                    assert "suppressed" in point.why
                    cells += 1
    assert cells


def test_councils_that_came_and_went_are_those_of_the_file(held):
    gone = {area.key for area in held.councils if area.abolished_on}
    assert gone == {"835", "836", "837", "909", "928"}
    assert held.areas["839"].before == ("836", "837")
    assert held.areas["370"].codes == ("E08000016", "E08000038")
    assert {held.name_of(held.areas[code]) for code in ("835", "838")} == {
        "Dorset (835, abolished 1 April 2019)",
        "Dorset (838)",
    }
