"""Comparing made-up councils: places, quartiles, neighbours, intervals, and councils that changed."""

import csv
import io
from statistics import median

import pytest

from sightline.comparisons.intervals import rate_interval, share_interval
from sightline.comparisons.load import load_statistics
from sightline.comparisons.statistics import statistics_of
from tests.comparisons.made_up_files import (
    NEIGHBOURS,
    PLACE,
    council,
    later_plans,
    ordinary_folder,
    ordinary_plans,
    plans,
    write,
)


@pytest.fixture
def held(tmp_path):
    load_statistics([ordinary_folder(tmp_path / "in")], tmp_path / "w")
    return statistics_of(tmp_path / "w")


def point(held, code, year, indicator="repeat_plans"):
    line = held.comparison(indicator, [code]).lines[0]
    return next(one for one in line.points if one.year == year)


def test_ranks_are_worked_out_as_a_plain_count_does(held):
    rows = list(csv.DictReader(io.StringIO(ordinary_plans())))
    for year in (2021, 2023, 2024):
        figures = {
            row["old_la_code"]: float(row["CPP_subsequent_percent"])
            for row in rows
            if row["time_period"] == str(year)
            and row["geographic_level"] == "Local authority"
            and row["CPP_subsequent_percent"] not in ("c", "z")
        }
        for code, value in figures.items():
            found = point(held, code, year)
            assert found.rank == 1 + sum(other < value for other in figures.values())
            assert found.of == len(figures)


def test_councils_with_the_same_figure_share_a_rank(held):
    assert point(held, "001", 2024).rank == point(held, "003", 2024).rank == 1
    assert point(held, "004", 2024).rank == 3


def test_where_more_is_better_the_highest_is_first_and_where_neither_is_nothing_is_ranked(tmp_path):
    table = "indicator_id,indicator_name,old_la_code,la_name,geo_level,year_end,value\n" + "".join(
        f"{name},x,{code},C,LA,2024,{value}\n"
        for name in ("assess_45d_pct", "referral_nfa_pct")
        for code, value in (("001", 90), ("002", 80), ("003", 95))
    )
    load_statistics([write(tmp_path / "in", table=table)], tmp_path / "w")
    held = statistics_of(tmp_path / "w")
    assert point(held, "003", 2024, "assessments_in_45_days").rank == 1
    assert point(held, "001", 2024, "assessments_in_45_days").rank == 2
    assert point(held, "001", 2024, "referrals_without_action").rank == 0


def test_the_country_and_joint_returns_are_not_counted_among_councils(tmp_path):
    text = later_plans(
        plans(2024, "001", 10, 1, 10.0),
        council(2024, "940 / 941", "Plans", 10, 9, 90.0, name="Two together"),
        plans(2024, "003", 10, 3, 30.0),
    )
    load_statistics([write(tmp_path / "in", plans=text)], tmp_path / "w")
    held = statistics_of(tmp_path / "w")
    assert point(held, "003", 2024).of == 2
    assert "Two together" not in [area.name for area in held.councils]
    assert "940 / 941" in held.areas


def test_quartiles_are_those_of_all_councils_with_a_figure(held):
    spread = {one.year: one for one in held.comparison("repeat_plans").spreads}
    assert (spread[2021].lower_quartile, spread[2021].median, spread[2021].upper_quartile) == (
        15.0,
        20.0,
        25.0,
    )
    assert spread[2021].of == 3
    assert spread[2022].of == 0
    assert spread[2022].median is None


def test_the_median_of_neighbours_leaves_out_and_counts_those_without_a_figure(held):
    found = held.comparison("repeat_plans", ["001"])
    assert found.model == "2023-04"
    medians = {one.year: one for one in found.neighbour_medians}
    assert (medians[2023].median, medians[2023].with_figure, medians[2023].of) == (
        median([10.0, 30.0]),
        2,
        3,
    )
    assert medians[2022].median is None


def test_the_older_model_gives_other_neighbours_and_is_named(held):
    found = held.comparison("repeat_plans", ["001"], model="2020-01")
    assert found.model == "2020-01"
    assert [line.area.key for line in found.neighbours] == ["002", "003"]


def test_a_council_without_neighbours_has_none_made_up(held):
    found = held.comparison("repeat_plans", ["004"])
    assert (found.model, found.neighbours, found.neighbour_medians) == ("", (), ())


def test_a_newer_file_of_one_model_takes_the_place_of_the_older(tmp_path, held):
    corrected = NEIGHBOURS.replace("001,003,1,2023-04", "001,002,1,2023-04")
    load_statistics([write(tmp_path / "again", neighbours=corrected)], tmp_path / "w")
    again = statistics_of(tmp_path / "w")
    assert [one.neighbour for one in again.neighbours_of("001", "2023-04")] == ["002", "004", "005"]


def test_two_councils_of_one_name_are_told_apart_and_never_joined(held):
    names = [held.name_of(area) for area in held.councils if area.name == "Ashby Vale"]
    assert names == ["Ashby Vale (002, abolished 1 April 2022)", "Ashby Vale (004)"]
    old, new = held.comparison("repeat_plans", ["002", "004"]).lines
    assert [one.value for one in old.points] == [10.0, None, None, None]
    assert [one.value for one in new.points] == [None, None, 10.0, 40.0]
    assert old.points[2].why == "the council had been abolished"
    assert new.points[0].why == "not yet a council"
    assert held.areas["004"].before == ("002",)
    assert held.areas["002"].after == ("004", "005")


def test_a_council_given_a_new_long_code_is_one_council(tmp_path):
    first = plans(2023, "001", 10, 1, 10.0)
    later = plans(2024, "001", 10, 2, 20.0).replace(",X1,", ",X9,")
    load_statistics([write(tmp_path / "in", plans=later_plans(first, later))], tmp_path / "w")
    held = statistics_of(tmp_path / "w")
    assert held.areas["001"].codes == ("X1", "X9")
    assert [one.value for one in held.comparison("repeat_plans", ["001"]).lines[0].points] == [
        10,
        20,
    ]


def test_an_interval_holds_the_figure_and_is_wider_where_fewer_are_counted(held):
    many, few = point(held, "001", 2021), point(held, "004", 2023)
    assert many.low < many.value < many.high
    assert few.high - few.low > many.high - many.low


def test_a_rate_is_the_published_count_on_the_population_of_the_year_before(tmp_path):
    events = "\n".join(
        [f"{PLACE},category,referral_count,rereferral_count", council(2024, "001", "R", 300, "c")]
    )
    people = "\n".join(
        [
            f"{PLACE},age_group,population_estimate",
            council(2023, "001", "0 to 17", 6000),
            council(2024, "001", "0 to 17", 9000),
        ]
    )
    load_statistics([write(tmp_path / "in", events=events, people=people)], tmp_path / "w")
    held = statistics_of(tmp_path / "w")
    found = point(held, "001", 2024, "referral_rate")
    assert found.value == pytest.approx(500.0)
    assert found.low < 500 < found.high
    assert held.indicators["referral_rate"].is_worked_out


def test_a_base_of_nought_and_a_suppressed_count_give_no_figure(tmp_path):
    head = f"{PLACE},category,Section47,ICPC"
    rows = [
        council(2024, "001", "E", 0, 0),
        council(2024, "003", "E", 40, "c"),
        council(2024, "004", "E", 40, 10),
    ]
    load_statistics([write(tmp_path / "in", e="\n".join([head, *rows]))], tmp_path / "w")
    held = statistics_of(tmp_path / "w")
    key = "conferences_for_each_enquiry"
    assert point(held, "001", 2024, key).why == "nothing to count: the published base is 0"
    assert "suppressed" in point(held, "003", 2024, key).why
    assert point(held, "004", 2024, key).value == 25.0


@pytest.mark.parametrize(
    ("numerator", "denominator", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (0, 20, 0.0, 0.1611), (20, 20, 0.8389, 1.0)],
)
def test_the_interval_of_a_share_is_wilsons(numerator, denominator, low, high):
    # 81 of 263 is the worked example of Newcombe (1998), Statistics in Medicine 17, 857 to 872.
    found = share_interval(numerator, denominator)
    assert found == pytest.approx((low, high), abs=0.0001)


@pytest.mark.parametrize("counts", [(5, 0), (9, 5), (-1, 5)])
def test_counts_that_make_no_share_have_no_interval(counts):
    assert share_interval(*counts) is None


def test_the_interval_of_a_rate_is_close_to_the_exact_one():
    # Exact Poisson limits of 10 events: 4.795 and 18.390; of none: 0 and 3.689.
    assert rate_interval(10, 1) == pytest.approx((4.795, 18.390), rel=0.01)
    low, high = rate_interval(0, 1)
    assert low == 0
    assert high == pytest.approx(3.689, rel=0.02)
    assert rate_interval(3, 0) is None
