"""Every measure says what it counts, and every rule has a measure."""

import pytest

from sightline.measures import MEASURES
from sightline.records.standards import STANDARDS
from sightline.records.themes import THEMES
from sightline.rules import RULES

FIRST_RULES = (
    "protection_plan_ended_early",
    "protection_plan_ended_without_recent_visit",
    "repeat_protection_plan",
    "protection_visit_overdue",
    "assessment_over_45_days_from_referral",
    "assessment_over_45_days_from_start",
    "conference_over_15_days",
    "return_interview_not_in_72_hours",
    "child_without_worker",
    "third_referral_without_plan",
)


@pytest.mark.parametrize("name", MEASURES)
def test_a_measure_says_what_it_counts_and_under_which_theme(name):
    measure = MEASURES[name]
    assert measure.rule in RULES
    assert set(measure.themes) <= set(THEMES)
    assert measure.definition.endswith(".")
    assert not measure.looks_back or measure.looks_back in STANDARDS
    for words in (measure.title, measure.unit, measure.numerator_words, measure.denominator_words):
        assert words
        assert not words.endswith(".")


@pytest.mark.parametrize("rule", FIRST_RULES)
def test_every_rule_is_measured(rule):
    assert rule in {measure.rule for measure in MEASURES.values()}
