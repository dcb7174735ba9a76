"""What the policy is asked about: each child's record as it stood on the day asked about."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from sightline.casework.policy import ChildRecord
from sightline.casework.reach import Reach
from sightline.records.codes import CASE_HOLDING_ROLES

PROTECTION_PLAN, IN_CARE = "protection plan", "in care"
CHILD_IN_NEED_PLAN = "child in need plan"

# The last day of an allocation, a plan or an episode is still a day with it.
AT_WORK = """
    SELECT child, worker, team, list_contains(?, role) AS holds FROM records.allocations
    WHERE started <= ? AND (ended IS NULL OR ended >= ?)
"""
CIRCUMSTANCES = {
    PROTECTION_PLAN: (
        "SELECT DISTINCT child FROM records.protection_plans "
        "WHERE started <= ? AND (ended IS NULL OR ended >= ?)"
    ),
    CHILD_IN_NEED_PLAN: (
        "SELECT DISTINCT child FROM records.child_in_need_plans "
        "WHERE started <= ? AND (ended IS NULL OR ended >= ?)"
    ),
    IN_CARE: (
        "SELECT DISTINCT child FROM records.care_episodes "
        "WHERE started <= ? AND (ended IS NULL OR ended >= ?)"
    ),
}
Rows = Callable[[str, list[Any]], Iterable[tuple[Any, ...]]]


def records_on(rows: Rows, children: Iterable[str], day: date) -> Mapping[str, ChildRecord]:
    """By child the record as the policy sees it on ``day``; ``rows`` answers questions in SQL.

    A team alone with a case, without a worker, is among the record's teams.
    """
    held_by: dict[str, set[str]] = {}
    others: dict[str, set[str]] = {}
    teams: dict[str, set[str]] = {}
    for child, worker, team, holds in rows(AT_WORK, [list(CASE_HOLDING_ROLES), day, day]):
        if worker:
            (held_by if holds else others).setdefault(child, set()).add(worker)
        if team:
            teams.setdefault(child, set()).add(team)
    lives_under: dict[str, set[str]] = {}
    for circumstance, question in CIRCUMSTANCES.items():
        for (child,) in rows(question, [day, day]):
            lives_under.setdefault(child, set()).add(circumstance)
    return {
        child: ChildRecord(
            child=child,
            held_by=frozenset(held_by.get(child, ())),
            others_at_work=frozenset(others.get(child, ())),
            teams=frozenset(teams.get(child, ())),
            circumstances=frozenset(lives_under.get(child, ())),
        )
        for child in {*children, *held_by, *others, *teams, *lives_under}
    }


class ByWhatBringsTogether:
    """Children by who works with them, by team and by what they live under: made once for a ledger."""

    def __init__(self, records: Mapping[str, ChildRecord]) -> None:
        self._by_worker: dict[str, set[str]] = defaultdict(set)
        self._by_team: dict[str, set[str]] = defaultdict(set)
        self._by_circumstance: dict[str, set[str]] = defaultdict(set)
        for child, record in records.items():
            for worker in record.held_by | record.others_at_work:
                self._by_worker[worker].add(child)
            for team in record.teams:
                self._by_team[team].add(child)
            for circumstance in record.circumstances:
                self._by_circumstance[circumstance].add(child)
        self.team_names = sorted(self._by_team)

    def within(self, reach: Reach) -> set[str] | None:
        """The children that a reach takes in; None where it can be any child."""
        if reach.everywhere:
            return None
        found = set(reach.children) | self._by_worker.get(reach.worker, set())
        for team in reach.teams:
            found |= self._by_team.get(team, set())
        for circumstance in reach.circumstances:
            found |= self._by_circumstance.get(circumstance, set())
        return found
