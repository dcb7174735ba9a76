"""Figures before children: what is at hand by team and by rule, as plain counts.

Teams stand in the order of the alphabet, rules in that of a child's journey. There are no shares,
no counts of a worker and no ranking.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from weakref import WeakKeyDictionary

from sightline.casework.access import access_of
from sightline.casework.models import Role
from sightline.casework.reach import reach_of
from sightline.casework.rule_stages import stages
from sightline.measures.at_hand import NOBODY
from sightline.rules import RULES
from sightline.web import service
from sightline.web.pages.day.filters import BEFORE, DUE, NEW, OPEN, Filters, is_in_part, is_wanted
from sightline.web.pages.day.rows import Row, at_hand_of

COUNTED = (OPEN, DUE, NEW, BEFORE)
MOST_KEPT = 100
BY_FIGURES = frozenset({Role.LEADER, Role.SERVICE_MANAGER, Role.QUALITY_ASSURANCE})


@dataclass(frozen=True)
class Line:
    """One team or rule, and how many concerns are in each part that is ``COUNTED``."""

    value: str
    words: str
    counts: Mapping[str, int]


@dataclass(frozen=True)
class Figures:
    """What is at hand, counted. ``off`` counts the concerns of rules not on worklists."""

    by_team: list[Line]
    by_rule: list[Line]
    off: int


_kept: WeakKeyDictionary[service.Service, dict[Hashable, Figures]] = WeakKeyDictionary()


def come_first(person: Any) -> bool:
    """Whether somebody answers for so many children that figures come before names."""
    return person.role in BY_FIGURES


def figures_of(person: Any, workspace: service.Service, filters: Filters, day: date) -> Figures:
    """The counts of what this person has at hand, narrowed as the filters say.

    They stay the same until the ledger, the person's access or the stage of a rule changes, and are
    kept that long; the rows of children are not.
    """
    access = access_of(person)
    reach = reach_of(person, access)
    asked = (person.role, reach, access, stages().marks, filters.address(by="", show=""))
    kept = _kept.setdefault(workspace, {})
    if asked not in kept:
        if len(kept) >= MOST_KEPT:
            kept.clear()
        kept[asked] = _counted(person, workspace, filters, day)
    return kept[asked]


def _counted(person: Any, workspace: service.Service, filters: Filters, day: date) -> Figures:
    whole = at_hand_of(person, workspace)
    wanted = [row for row in whole.rows if is_wanted(row, filters)]
    teams = _lines(wanted, filters, day, lambda row: row.concern.team or NOBODY)
    rules = _lines(wanted, filters, day, lambda row: row.concern.rule)
    return Figures(
        by_team=[
            Line(team, "No team" if team == NOBODY else team, teams[team])
            for team in sorted(teams, key=lambda team: (team == NOBODY, team))
        ],
        by_rule=[Line(rule, RULES[rule].title, rules[rule]) for rule in RULES if rule in rules],
        off=whole.off,
    )


def _lines(
    rows: list[Row], filters: Filters, day: date, line_of: Callable[[Row], str]
) -> dict[str, Counter[str]]:
    """How many rows are in each part, by what ``line_of`` says of a row."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    parts = [filters.only(show) for show in COUNTED]
    for row in rows:
        for part in parts:
            if is_in_part(row, part, day, {}):
                found[line_of(row)][part.show] += 1
    return found
