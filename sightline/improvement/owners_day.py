"""What comes to an owner's day: their actions, and which are overdue, silent or without an owner.

The contract for the page of a person's day: ``actions_for(person, day)``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Max, Q
from django.utils import timezone

from sightline.casework.models import Person
from sightline.casework.policy import SEE_IMPROVEMENT, WRITE_IMPROVEMENT, may
from sightline.improvement.models import Action, Objective
from sightline.improvement.people import has_left
from sightline.records.standards import value_on

SILENT_AFTER = "IMP-01"


@dataclass(frozen=True)
class ActionOnDay:
    """One open action as it stands on a day.

    ``silent_days``  days since its last note, or since it was set, where they are too many; else 0.
    ``waits_for``    open actions that it waits for.
    ``is_nobodys``   whether its owner no longer signs in: it must be handed over.
    """

    action: Action
    day: date
    days_overdue: int
    silent_days: int
    waits_for: tuple[Action, ...]
    is_nobodys: bool

    @property
    def is_overdue(self) -> bool:
        """Whether its day is past."""
        return self.days_overdue > 0

    @property
    def is_silent(self) -> bool:
        """Whether nobody wrote of it for longer than the service allows."""
        return self.silent_days > 0


def actions_for(
    person: Person, day: date, local_standards: Mapping[str, Any] | None = None
) -> list[ActionOnDay]:
    """The open actions that come to a person's day: the most overdue first.

    Their own; and of those whose owner left, the ones of their own objectives, or all of them for
    somebody who writes plans. Nothing for somebody who may not see plans.
    """
    if not may(person, SEE_IMPROVEMENT):
        return []
    mine = Q(owner=person)
    left = Q(owner__isnull=False) & _left()
    theirs = left if may(person, WRITE_IMPROVEMENT) else left & Q(objective__owner=person)
    return as_they_stand(_open_actions().filter(mine | theirs), day, local_standards)


def actions_of_plan(
    plan_key: int, day: date, local_standards: Mapping[str, Any] | None = None
) -> list[ActionOnDay]:
    """The open actions of one plan as they stand on a day."""
    return as_they_stand(_open_actions().filter(objective__plan=plan_key), day, local_standards)


def as_they_stand(
    actions: Any, day: date, local_standards: Mapping[str, Any] | None = None
) -> list[ActionOnDay]:
    """Actions with what a reader must know of each, the most overdue first."""
    allowed = int(value_on(SILENT_AFTER, day, local_standards) or 0)
    found = actions.annotate(last_note=Max("notes__at")).select_related(
        "owner", "objective", "objective__plan", "objective__owner"
    )
    told = [_on(one, day, allowed) for one in found.prefetch_related("waits_for__needs")]
    return sorted(told, key=lambda one: (-one.days_overdue, one.action.due, one.action.pk))


def _on(action: Any, day: date, allowed: int) -> ActionOnDay:
    spoken = timezone.localtime(action.last_note or action.set_at).date()
    quiet = (day - spoken).days
    return ActionOnDay(
        action=action,
        day=day,
        days_overdue=max(0, (day - action.due).days),
        silent_days=quiet if quiet > allowed else 0,
        waits_for=_waiting(action.waits_for.all()),
        is_nobodys=has_left(action.owner),
    )


def _waiting(dependencies: Sequence[Any]) -> tuple[Action, ...]:
    return tuple(
        one.needs
        for one in dependencies
        if one.ended_at is None and one.needs.state == Action.State.OPEN
    )


def _open_actions() -> Any:
    worked_on = (Objective.State.DRAFT, Objective.State.OPEN)
    return Action.objects.filter(state=Action.State.OPEN, objective__state__in=worked_on)


def _left() -> Q:
    return Q(owner__is_active=False) | Q(owner__access_until__lte=timezone.now())
