"""The concerns a person has at hand, with what was decided, looked at and set as a task beside each."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from sightline.casework.access import Access, access_of
from sightline.casework.concern_keys import ConcernKey, Decided, histories_of
from sightline.casework.looks import looks_at
from sightline.casework.models import ConcernLook, Task
from sightline.casework.policy import READ_CHILD, ChildRecord, may
from sightline.casework.reach import Reach, reach_of
from sightline.casework.rule_stages import Stages, stages
from sightline.casework.tasks import concern_of, open_tasks
from sightline.engine.rule import Rule
from sightline.engine.status import STILL_IN_TIME
from sightline.measures.at_hand import ConcernAtHand
from sightline.rules import RULES
from sightline.sources.could_not import CouldNot
from sightline.web import service
from sightline.web.words import day_in_words

ONE_DAY = timedelta(days=1)
BEFORE_SIGHTLINE = "From before Sightline"
BEFORE_THE_RULE = "From before this rule was on worklists"


@dataclass(frozen=True)
class Row:
    """One concern at hand. ``before`` says in words why it is no news, "" where it may be."""

    concern: ConcernAtHand
    record: ChildRecord
    before: str

    @property
    def key(self) -> ConcernKey:
        """What the concern is known by."""
        return ConcernKey(self.concern.rule, self.concern.child, self.concern.subject)

    @property
    def rule(self) -> Rule:
        """What asks for it."""
        return RULES[self.concern.rule]

    @property
    def is_open(self) -> bool:
        """Whether it stands open on the day asked about."""
        return self.concern.opens is not None and self.concern.closes is None

    @property
    def day(self) -> date:
        """The day by which lists are in order: due of what is still in time, else when it opened."""
        one = self.concern
        return (one.due if one.opens is None else one.opens) or one.starts or date.max


@dataclass(frozen=True)
class Beside:
    """What people did about some concerns, by concern."""

    decisions: Mapping[ConcernKey, list[Decided]]
    looks: Mapping[ConcernKey, ConcernLook]
    tasks: Mapping[ConcernKey, list[Task]]


@dataclass(frozen=True)
class AtHand:
    """Everything at hand among the children open to one person; rules that are off are apart.

    ``off`` counts the concerns of rules that are not yet on worklists.
    """

    rows: list[Row]
    off: int
    access: Access
    reach: Reach

    @cached_property
    def decided(self) -> Mapping[ConcernKey, list[Decided]]:
        """What was decided, by concern, of all rows that are open."""
        return histories_of({row.concern.child for row in self.rows if row.is_open})


def at_hand_of(
    person: Any, workspace: service.Service, *, rule: str = "", team: str = "", worker: str = ""
) -> AtHand:
    """What this person has at hand, of one rule, team or worker where given; the policy is asked of
    every child."""
    today, access = day_of(workspace), access_of(person)
    reach = reach_of(person, access)
    found = workspace.at_hand(workspace.children_within(reach), rule=rule, team=team, worker=worker)
    records = workspace.records_for_policy()
    theirs = {
        child: record
        for child in {one.child for one in found}
        if may(person, READ_CHILD, record := records.get(child) or ChildRecord(child=child), access)
    }
    standing = stages()
    known = [one for one in found if one.child in theirs and one.rule in RULES]
    on = [one for one in known if standing.is_on(one.rule, today)]
    rows = [Row(one, theirs[one.child], before_words(one, standing)) for one in on]
    return AtHand(rows, len(known) - len(on), access, reach)


def before_words(concern: ConcernAtHand, standing: Stages) -> str:
    """Why a concern is no news: it was there when Sightline, or its rule, began. "" where it is news."""
    if concern.from_before:
        return BEFORE_SIGHTLINE
    on_from = standing.on_from(concern.rule)
    if on_from and concern.found_on and concern.found_on <= on_from:
        return BEFORE_THE_RULE
    return ""


def when_in_words(concern: ConcernAtHand, day: date) -> str:
    """What the dates of a concern say on that day, such as "due 5 May 2024, in 5 days"."""
    if concern.status == STILL_IN_TIME:
        return f"due {day_in_words(concern.due)}, {_ahead(concern.due, day)}"
    if concern.closes:
        return f"opened {day_in_words(concern.opens)}, closed {day_in_words(concern.closes)}"
    what, since = ("was due", concern.due) if concern.due else ("open since", concern.opens)
    words = f"{what} {day_in_words(since)}"
    if since is None or since > day:
        return words  # a child asked again stands as of today, after the day the records speak of
    return f"{words}, {_days(day, since)}{' ago' if concern.due else ''}"


def _ahead(due: date | None, day: date) -> str:
    if due is None:
        return "no day"
    return (
        "today" if due == day else "tomorrow" if due - day == ONE_DAY else f"in {_days(due, day)}"
    )


def _days(later: date, earlier: date | None) -> str:
    number = (later - (earlier or later)).days
    return "1 day" if number == 1 else f"{number:,} days"


def beside(rows: Iterable[Row]) -> Beside:
    """What was decided, looked at and set as a task about these concerns."""
    return beside_children({row.concern.child for row in rows})


def beside_children(children: Collection[str]) -> Beside:
    """What was decided, looked at and set as a task about the concerns of these children."""
    tasks: dict[ConcernKey, list[Task]] = defaultdict(list)
    for task in open_tasks(children):
        if concern := concern_of(task):
            tasks[concern].append(task)
    return Beside(histories_of(children), looks_at(children), tasks)


def day_of(workspace: service.Service) -> date:
    """The day the records speak of."""
    authority = workspace.authority()
    if authority is None:
        raise CouldNot(
            "Nothing has been loaded into this workspace.",
            "Load records with sightline load, then ask the rules with sightline check.",
        )
    return authority.day
