"""Every measure says what it counts, and of what; and no measure tells of a single worker."""

import inspect

import pytest

from sightline.engine.measure import FIGURE_KINDS, LENGTH, ShareReached
from sightline.measures import MEASURES
from sightline.records.standards import STANDARDS
from sightline.records.tables import TABLES
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
    assert not measure.rule or measure.rule in RULES
    assert set(measure.themes) <= set(THEMES)
    assert measure.definition.endswith(".")
    assert not measure.looks_back or measure.looks_back in STANDARDS
    for words in (measure.title, measure.unit, measure.numerator_words, measure.denominator_words):
        assert words
        assert not words.endswith(".")


def test_there_are_measures_enough_and_of_every_kind():
    assert len(MEASURES) >= 40
    assert {measure.figure for measure in MEASURES.values()} == set(FIGURE_KINDS)
    titles = [measure.title for measure in MEASURES.values()]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("name", MEASURES)
def test_a_measure_names_the_tables_it_cannot_do_without(name):
    measure = MEASURES[name]
    for need in measure.needs:
        table, column = need.split(".")
        assert column in {one.name for one in TABLES[table].columns}, need
    if not measure.rule:
        read = {
            table
            for function in _functions_of(measure)
            for table in inspect.signature(function).parameters
        }
        assert {need.split(".")[0] for need in measure.needs} <= read


def _functions_of(measure):
    parts = ("events", "beside", "spans")
    return [getattr(measure.counts, part) for part in parts if hasattr(measure.counts, part)]


@pytest.mark.parametrize("name", MEASURES)
def test_a_split_or_a_length_says_of_what(name):
    measure = MEASURES[name]
    assert bool(measure.split_by) <= isinstance(measure.counts, ShareReached)
    assert measure.figure != LENGTH or measure.unit_of_length in ("days", "children")


@pytest.mark.parametrize("rule", FIRST_RULES)
def test_every_rule_is_measured(rule):
    assert rule in {measure.rule for measure in MEASURES.values()}
