"""What a concern is known by, what was decided about it, and decisions that follow a corrected date."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from sightline.casework import audit
from sightline.casework.models import ConcernDecision, ConcernLook, MovedConcern, Task

SUBJECT = re.compile(r"(.*) (\d{4}-\d{2}-\d{2})")
# Further apart, a date that went and a date that came are two events rather than one corrected.
FURTHEST_CORRECTION = timedelta(days=92)


@dataclass(frozen=True)
class ConcernKey:
    """A concern: the rule, the child, and the subject ("protection plan 2021-03-04")."""

    rule: str
    child: str
    subject: str

    @property
    def kind_and_day(self) -> tuple[str, date | None]:
        """What the subject is, and the day it started; None where it names no day."""
        match = SUBJECT.fullmatch(self.subject)
        return (match[1], date.fromisoformat(match[2])) if match else (self.subject, None)


@dataclass(frozen=True)
class Decided:
    """One decision of a concern's history. ``carried_from`` is the subject it was made under,
    "" where it is the concern's own."""

    decision: ConcernDecision
    carried_from: str


def history_of(concern: ConcernKey) -> list[Decided]:
    """Every decision about a concern, newest first, those made before its date was corrected too."""
    return histories_of([concern.child]).get(concern, [])


def histories_of(children: Collection[str]) -> dict[ConcernKey, list[Decided]]:
    """By concern every decision about it, newest first, of all concerns of these children.

    A concern about which nothing was decided has no entry. Two queries, however many children.
    """
    children = list(children)
    decided = ConcernDecision.objects.filter(child__in=children).select_related(
        "by", "to", "task", "task__owner"
    )
    found: dict[ConcernKey, list[Decided]] = defaultdict(list)
    for decision in decided:
        found[ConcernKey(decision.rule, decision.child, decision.subject)].append(
            Decided(decision, "")
        )
    own = dict(found)
    for concern, earlier in earlier_subjects_of(children).items():
        carried = [
            Decided(one.decision, subject)
            for subject in earlier
            for one in own.get(ConcernKey(concern.rule, concern.child, subject), [])
        ]
        if carried:
            found[concern] = [*found.get(concern, []), *carried]
    return {
        concern: sorted(made, key=lambda one: (one.decision.at, one.decision.pk), reverse=True)
        for concern, made in found.items()
    }


def latest_decisions(child: str, concerns: Iterable[ConcernKey]) -> dict[ConcernKey, Decided]:
    """What was decided last about each of a child's concerns; those nobody decided about are left out."""
    histories = histories_of([child])
    return {key: histories[key][0] for key in concerns if key in histories}


def carry_over(before: Iterable[ConcernKey], after: Iterable[ConcernKey]) -> list[MovedConcern]:
    """Let decisions follow concerns whose start date was corrected between two nights.

    A concern moved where, of one rule, child and kind of subject, exactly one day went and exactly
    one came, at most 92 days apart. Where it could be either of two, nothing is carried: what was
    decided stays under the old date, and nobody's words are laid beside the wrong event.
    """
    gone, come = set(before), set(after)
    gone, come = gone - come, come - gone
    arrivals = defaultdict(list)
    for key in come:
        arrivals[key.rule, key.child, key.kind_and_day[0]].append(key)
    departures = defaultdict(list)
    for key in gone:
        departures[key.rule, key.child, key.kind_and_day[0]].append(key)
    moves = [
        (old[0], new[0])
        for group, old in departures.items()
        if len(old) == 1 and len(new := arrivals[group]) == 1 and _is_near(old[0], new[0])
    ]
    return [_moved(old, new) for old, new in sorted(moves, key=repr) if _is_written_about(old)]


def _is_written_about(concern: ConcernKey) -> bool:
    """Whether anybody decided about it, looked at it or was given a task about it."""
    of_it = {"rule": concern.rule, "child": concern.child, "subject": concern.subject}
    return bool(history_of(concern)) or any(
        rows.objects.filter(**of_it).exists() for rows in (ConcernLook, Task)
    )


def _is_near(old: ConcernKey, new: ConcernKey) -> bool:
    """Whether two days are close enough to be one event, its date corrected."""
    before, after = old.kind_and_day[1], new.kind_and_day[1]
    return bool(before and after and abs(after - before) <= FURTHEST_CORRECTION)


def _moved(old: ConcernKey, new: ConcernKey) -> MovedConcern:
    """Write down that a concern goes by another date now."""
    with transaction.atomic():
        moved = MovedConcern.objects.create(
            rule=old.rule,
            child=old.child,
            from_subject=old.subject,
            to_subject=new.subject,
            at=timezone.now(),
        )
        audit.record(
            by=None,
            action="carry decisions over to a corrected date",
            thing=f"nightly run: {old.rule}",
            children=[old.child],
        )
    return moved


def earlier_subjects_of(children: Collection[str]) -> dict[ConcernKey, list[str]]:
    """By concern the subjects it went by before, the latest first. A date moved back meets itself once."""
    came_from: dict[ConcernKey, list[str]] = defaultdict(list)
    moves = MovedConcern.objects.filter(child__in=list(children)).order_by("-at", "-pk")
    for rule, child, from_subject, to_subject in moves.values_list(
        "rule", "child", "from_subject", "to_subject"
    ):
        came_from[ConcernKey(rule, child, to_subject)].append(from_subject)
    return {concern: _back_from(concern, came_from) for concern in list(came_from)}


def _back_from(concern: ConcernKey, came_from: Mapping[ConcernKey, list[str]]) -> list[str]:
    """The subjects that lead to this one, step by step back."""
    found, look = [concern.subject], [concern.subject]
    while look:
        for subject in came_from.get(ConcernKey(concern.rule, concern.child, look.pop()), []):
            if subject not in found:
                found.append(subject)
                look.append(subject)
    return found[1:]
