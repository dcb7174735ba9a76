"""What the rules find in a made-up authority is what was planted in it: nothing missed, nothing extra.

The truth is planted while each child's story is told and never by asking a rule, so that the two
are two readings of the same words.
"""

from pathlib import Path

import ibis
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from sightline.engine.asking import ask
from sightline.engine.store import open_memory
from sightline.rules import RULES
from sightline.synthetic.authority import synthesise
from sightline.synthetic.writing import TOLD

PLANTED = (
    "assessment_over_45_days_from_referral",
    "assessment_over_45_days_from_start",
    "child_without_worker",
    "conference_over_15_days",
    "first_review_over_3_months",
    "later_review_over_6_months",
    "protection_plan_ended_early",
    "protection_plan_ended_without_recent_visit",
    "protection_plan_over_15_months",
    "protection_plan_over_two_years",
    "protection_visit_overdue",
    "repeat_protection_plan",
    "return_interview_not_in_72_hours",
    "second_protection_plan",
    "third_referral_without_plan",
)
KEY = ("child", "subject", "opens")


class Authority:
    """A made-up authority in memory, with its truth."""

    def __init__(self, folder: Path, children: int, seed: int) -> None:
        summary = synthesise(children, seed, folder)
        backend = open_memory()
        self.extract_day = summary.extract_day
        self.records = {
            name: backend.create_table(name, pq.read_table(folder / f"{name}.parquet"))
            for name in TOLD
        }
        self._truth = pq.read_table(folder / "truth.parquet")

    def planted(self, rule: str) -> set[tuple[object, ...]]:
        """Child, subject and opening day of every failing planted for a rule."""
        of_rule = self._truth.filter(pc.equal(self._truth["rule"], rule))
        return _keys(of_rule.select(KEY))

    def found(self, rule: str) -> set[tuple[object, ...]]:
        """The same of every concern the rule found that was open by the extract day."""
        rows = ask(RULES[rule], self.records)
        opened = rows.filter(rows.opens <= ibis.literal(self.extract_day))
        return _keys(opened.select(*KEY).to_pyarrow())


def _keys(table) -> set[tuple[object, ...]]:
    return set(zip(*(table[name].to_pylist() for name in KEY), strict=True))


def compare(authority: Authority, rule: str) -> None:
    """Fail with the first few children on whom rule and truth disagree."""
    planted, found = authority.planted(rule), authority.found(rule)
    assert planted, "nothing was planted, so nothing is shown"
    assert sorted(planted - found)[:5] == [], "planted and not found"
    assert sorted(found - planted)[:5] == [], "found and not planted"


@pytest.fixture(scope="module")
def authority(tmp_path_factory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"), children=1500, seed=11)


@pytest.fixture(scope="module", params=[21, 22])
def large_authority(request, tmp_path_factory) -> Authority:
    return Authority(tmp_path_factory.mktemp("large"), children=20_000, seed=request.param)


@pytest.mark.parametrize("rule", PLANTED)
def test_a_rule_finds_what_was_planted_and_nothing_else(authority, rule):
    compare(authority, rule)


@pytest.mark.long
@pytest.mark.parametrize("rule", PLANTED)
def test_a_rule_finds_what_was_planted_in_a_large_authority(large_authority, rule):
    compare(large_authority, rule)
