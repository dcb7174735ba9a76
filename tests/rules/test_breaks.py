"""Break a rule, and watch a worked example fail."""

from pkgutil import iter_modules

import pytest

from sightline.rules import journey
from tests.rules.break_rules import (
    ALL,
    breaks_of_rule,
    breaks_under,
    broken,
    outcomes_of_rule,
    outcomes_of_step,
    outcomes_under,
)
from tests.rules.mutations import mutations_of
from tests.rules.same_answer import SAME_ANSWER

FEWEST = 3


@pytest.mark.parametrize("name", ALL)
def test_every_rule_and_check_can_be_broken_in_three_ways_or_more(name):
    """In its own file, or in the steps it rests on where little of it is its own."""
    breaks = [one for one in breaks_under(ALL[name]) if one.key not in SAME_ANSWER]
    assert len(breaks) >= FEWEST


def test_a_rule_is_whole_again_after_a_break():
    rule = ALL["protection_visit_overdue"]
    for one in breaks_of_rule(rule):
        with broken(one, rule) as changed:
            assert changed.name == rule.name
    assert ALL["protection_visit_overdue"] is rule


def test_the_changes_made_to_a_line():
    changes = {mutation.what for mutation in mutations_of("rows.filter(_.a <= _.b, _.c).min()")}
    assert changes == {
        "<= became <: _.a <= _.b",
        "two sides swapped: _.a <= _.b",
        "left out: _.a <= _.b",
        "left out: _.c",
        "min became max: rows.filter(_.a <= _.b, _.c).min()",
    }


@pytest.mark.long
@pytest.mark.parametrize("name", ALL)
def test_every_break_of_a_rule_is_caught_by_a_worked_example(name):
    found = list(outcomes_of_rule(ALL[name]))
    assert [str(outcome) for outcome in found if outcome.survived] == []
    caught = sum(bool(outcome.caught_by) for outcome in found)
    in_its_steps = (one.caught_by for one in outcomes_under(ALL[name]))
    assert caught >= FEWEST or caught + sum(map(bool, in_its_steps)) >= FEWEST


@pytest.mark.long
@pytest.mark.parametrize("step", sorted(module.name for module in iter_modules(journey.__path__)))
def test_every_break_of_a_shared_step_is_caught_by_a_worked_example(step):
    found = list(outcomes_of_step(f"{journey.__name__}.{step}"))
    assert [str(outcome) for outcome in found if outcome.survived] == []
