"""Chance is repeatable and even; practice moves along its courses."""

import pytest

from sightline.synthetic.chance import Chance, Weighted
from sightline.synthetic.days import day_of
from sightline.synthetic.practice import COURSES, MONTHLY_NOISE, Practice


def test_the_same_seed_draws_the_same():
    draws = [Chance("a", 1).draw() for _ in range(2)]
    assert draws[0] == draws[1] != Chance("a", 2).draw()


def test_a_whole_number_lies_within_its_bounds():
    chance = Chance("between")
    assert {chance.between(2, 4) for _ in range(200)} == {2, 3, 4}


def test_weights_are_kept():
    chance = Chance("weights")
    options = Weighted({"often": 3, "seldom": 1, "never": 0})
    drawn = [chance.weighted(options) for _ in range(4000)]
    assert "never" not in drawn
    assert 0.72 < drawn.count("often") / len(drawn) < 0.78


def test_a_length_of_time_has_its_mean():
    chance = Chance("about")
    lengths = [chance.about(100) for _ in range(5000)]
    assert 93 < sum(lengths) / len(lengths) < 107
    assert min(lengths) >= 0


@pytest.mark.parametrize("course", COURSES)
def test_every_month_stays_near_its_course(course):
    practice = Practice(seed=3)
    for year, share in COURSES[course]:
        day = day_of(int(year), min(12, 1 + int(year % 1 * 12)), 1)
        assert practice.share(course, day) == pytest.approx(share, rel=MONTHLY_NOISE + 0.15)


@pytest.mark.parametrize("course", COURSES)
def test_moments_of_a_course_follow_one_another(course):
    years = [year for year, _ in COURSES[course]]
    assert years == sorted(set(years))
    assert all(0 < share < 1 for _, share in COURSES[course])
