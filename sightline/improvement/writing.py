"""How plans are written: through casework's one way, by those who write plans or own a part of one."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from django.db import models

from sightline.casework.models import Person
from sightline.casework.policy import OWN_ACTIONS, WRITE_IMPROVEMENT, Owned, may
from sightline.casework.recording import Stale
from sightline.casework.writing import NotRecorded, said, write
from sightline.improvement.models import Action, Change, Objective

Written = TypeVar("Written", bound=models.Model)


@dataclass(frozen=True)
class Standing:
    """The version of a row that stands: who made it, when, and what it says of what was sent."""

    number: int
    by: Person
    at: datetime
    content: dict[str, Any]


def write_plan(
    *, by: Person, thing: str, work: Callable[[datetime], Written], submission: str = ""
) -> Written:
    """Write part of a plan, as one who writes plans."""
    return write(by=by, action=WRITE_IMPROVEMENT, thing=thing, work=work, submission=submission)


def write_as_owner(
    *,
    by: Person,
    objective: Objective,
    action: Action | None = None,
    thing: str,
    work: Callable[[datetime], Written],
    submission: str = "",
) -> Written:
    """Write about what one owns: one's action, one's objective, or any as one who writes plans."""
    what = WRITE_IMPROVEMENT if may(by, WRITE_IMPROVEMENT) else OWN_ACTIONS
    return write(
        by=by,
        action=what,
        thing=thing,
        work=work,
        record=owned(objective, action),
        submission=submission,
    )


def owned(objective: Objective, action: Action | None = None) -> Owned:
    """Who owns an objective, or an action of it: its own owner and the objective's."""
    owners = {objective.owner_id, action.owner_id if action else None}
    return Owned(owners=frozenset(owner for owner in owners if owner is not None))


def may_report(person: Any, objective: Objective, action: Action | None = None) -> bool:
    """Whether a person may write notes and evidence of this."""
    return bool(
        may(person, WRITE_IMPROVEMENT) or may(person, OWN_ACTIONS, owned(objective, action))
    )


def change(
    row: models.Model,
    columns: dict[str, Any],
    *,
    by: Person,
    at: datetime,
    seen: int | None,
    why: str,
) -> None:
    """Change what a row says and keep what it said before. Nothing is kept where nothing changes.

    ``seen`` is the version the writer saw. Raises Stale where another stands.
    """
    standing = type(row).objects.select_for_update().get(pk=row.pk)
    if seen is None or not 1 <= seen <= standing.version:
        raise NotRecorded("This form is not of what stands now.", "Open it again.")
    if standing.version != seen:
        raise Stale(_standing(standing, columns), columns)
    before = _told(standing, columns)
    if before == _plain(columns):
        return
    Change.objects.create(
        of=type(row).__name__.lower(),
        row=row.pk,
        number=seen + 1,
        before=before,
        after=_plain(columns),
        why=why.strip(),
        by=by,
        at=at,
    )
    for name, value in columns.items():
        setattr(standing, name, value)
    standing.version = seen + 1
    standing.save(update_fields=[*columns, "version"])
    row.refresh_from_db()


def changes_of(row: models.Model) -> list[Change]:
    """What a row said before, the latest change first."""
    found = Change.objects.filter(of=type(row).__name__.lower(), row=row.pk)
    return list(found.select_related("by").order_by("-number"))


def _standing(row: models.Model, columns: dict[str, Any]) -> Standing:
    """What stands of a row that somebody changed meanwhile."""
    latest = changes_of(row)[0]
    return Standing(row.version, latest.by, latest.at, _told(row, columns))


def _told(row: models.Model, columns: dict[str, Any]) -> dict[str, Any]:
    return _plain({name: getattr(row, name) for name in columns})


def _plain(columns: dict[str, Any]) -> dict[str, Any]:
    """Columns as JSON keeps them: days and people as text."""
    return {name: _plain_value(value) for name, value in columns.items()}


def _plain_value(value: Any) -> Any:
    if isinstance(value, Person):
        return value.get_username()
    if isinstance(value, list | int | str) or value is None:
        return value
    return str(value)


def open_objective(objective: Objective) -> Objective:
    """The objective as it stands now, locked. Raises NotRecorded where it is no longer worked on."""
    standing = Objective.objects.select_for_update().get(pk=objective.pk)
    if standing.state not in (Objective.State.DRAFT, Objective.State.OPEN):
        raise NotRecorded(
            f"Objective {standing.number} is not open: {standing.get_state_display().lower()}.",
            "Reopen it first, or choose another.",
        )
    return standing


__all__ = (
    "NotRecorded",
    "Stale",
    "change",
    "changes_of",
    "may_report",
    "open_objective",
    "owned",
    "said",
    "write_as_owner",
    "write_plan",
)
