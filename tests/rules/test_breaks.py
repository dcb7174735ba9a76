"""Break a rule, and watch a worked example fail."""

from collections import Counter

import pytest

from tests.rules.break_rules import ALL, breaks_of_rule, broken, outcomes
from tests.rules.mutations import mutations_of
from tests.rules.same_answer import SAME_ANSWER

FEWEST = 3


@pytest.mark.parametrize("name", ALL)
def test_every_rule_and_check_can_be_broken_in_three_ways_or_more(name):
    breaks = [one for one in breaks_of_rule(ALL[name]) if one.key not in SAME_ANSWER]
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
def test_every_break_is_caught_by_a_worked_example():
    found = list(outcomes())
    assert [str(outcome) for outcome in found if outcome.survived] == []
    caught = Counter(outcome.subject for outcome in found if outcome.caught_by)
    assert {name for name in ALL if caught[name] < FEWEST} == set()
