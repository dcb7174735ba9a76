"""Actions: set, changed, handed over, spoken of, waited for, done or dropped."""

from datetime import date, datetime

from sightline.casework.models import Person
from sightline.improvement.models import Action, Dependency, Note, Objective
from sightline.improvement.people import check_owner, name_of
from sightline.improvement.writing import (
    NotRecorded,
    change,
    open_objective,
    said,
    write_as_owner,
    write_plan,
)

State = Action.State


def set_action(
    *,
    by: Person,
    objective: Objective,
    words: str,
    due: date,
    owner: Person | None = None,
    owner_elsewhere: str = "",
    partner: str = "",
    submission: str = "",
) -> Action:
    """Set an action for an objective. Its owner signs in, or is a partner by name."""

    def work(at: datetime) -> Action:
        standing = open_objective(objective)
        _check_owned(owner, owner_elsewhere, partner)
        return Action.objects.create(
            objective=standing,
            words=said(words, "action"),
            owner=owner,
            owner_elsewhere=owner_elsewhere.strip(),
            partner=partner.strip(),
            due=due,
            set_by=by,
            set_at=at,
        )

    return write_plan(by=by, thing="an action is set", work=work, submission=submission)


def change_action(
    *,
    by: Person,
    action: Action,
    seen: int | None,
    words: str,
    due: date,
    owner: Person | None = None,
    owner_elsewhere: str = "",
    partner: str = "",
    why: str = "",
) -> Action:
    """Reword an action, move its day or hand it over. What it said before is kept.

    A day moved back, or an owner changed, says why.
    """

    def work(at: datetime) -> Action:
        standing = _open(action)
        if standing.owner != owner:
            _check_owned(owner, owner_elsewhere, partner)
        is_later, is_handed_over = due > standing.due, standing.owner_id and standing.owner != owner
        if (is_later or is_handed_over) and not why.strip():
            what = "moved to a later day" if is_later else "handed over"
            raise NotRecorded(f"The action is {what} without a reason.", "Write why.")
        columns = {
            "words": said(words, "action"),
            "due": due,
            "owner": owner,
            "owner_elsewhere": owner_elsewhere.strip(),
            "partner": partner.strip(),
        }
        change(action, columns, by=by, at=at, seen=seen, why=why)
        return action

    return write_plan(by=by, thing="an action is changed", work=work)


def note(
    *,
    by: Person,
    objective: Objective,
    words: str,
    action: Action | None = None,
    colour: str = "",
    told_by: str = "",
    submission: str = "",
) -> Note:
    """Say how an objective, or one of its actions, goes; with the owner's colour where they give one.

    ``told_by`` is the partner or person outside in whose name it is written.
    """

    def work(at: datetime) -> Note:
        if colour and colour not in Note.Colour.values:
            raise NotRecorded("There is no such colour.", "Choose red, amber or green.")
        return Note.objects.create(
            objective=objective,
            action=action,
            colour=colour,
            words=said(words, "note"),
            told_by=told_by.strip(),
            by=by,
            at=at,
        )

    return write_as_owner(
        by=by,
        objective=objective,
        action=action,
        thing="a note on a plan",
        work=work,
        submission=submission,
    )


def end_action(
    *, by: Person, action: Action, ended_as: str, because: str = "", submission: str = ""
) -> Action:
    """Say that an action is done, or dropped and why. No colour turns by it."""

    def work(at: datetime) -> Action:
        standing = _open(action)
        if ended_as not in (State.DONE, State.DROPPED):
            raise NotRecorded("An action ends done or dropped.", "Choose one of the two.")
        words = said(because, "reason") if ended_as == State.DROPPED else because.strip()
        standing.state, standing.ended_because = ended_as, words
        standing.ended_by, standing.ended_at = by, at
        standing.save(update_fields=["state", "ended_because", "ended_by", "ended_at"])
        return standing

    return write_as_owner(
        by=by,
        objective=action.objective,
        action=action,
        thing=f"an action is {ended_as}",
        work=work,
        submission=submission,
    )


def wait_for(*, by: Person, action: Action, needs: Action, submission: str = "") -> Dependency:
    """Say that an action waits for another of its plan. None may come to wait for itself."""

    def work(at: datetime) -> Dependency:
        waiting, needed = _open(action), Action.objects.get(pk=needs.pk)
        if waiting.objective.plan_id != needed.objective.plan_id:
            raise NotRecorded("They are of two plans.", "Choose an action of the same plan.")
        if needed.pk == waiting.pk or waiting.pk in all_it_waits_for(needed):
            raise NotRecorded(
                "Each would wait for the other.",
                "Look at what the other action waits for, and take one of them away.",
            )
        found, _ = Dependency.objects.get_or_create(
            action=waiting, needs=needed, ended_at=None, defaults={"set_by": by, "set_at": at}
        )
        return found

    return write_plan(by=by, thing="an action waits for another", work=work, submission=submission)


def wait_no_longer(*, by: Person, dependency: Dependency) -> Dependency:
    """Say that an action no longer waits for another. That it did stays known."""

    def work(at: datetime) -> Dependency:
        standing = Dependency.objects.select_for_update().get(pk=dependency.pk)
        if standing.ended_at is None:
            standing.ended_by, standing.ended_at = by, at
            standing.save(update_fields=["ended_by", "ended_at"])
        return standing

    return write_plan(by=by, thing="an action waits no longer", work=work)


def all_it_waits_for(action: Action) -> set[int]:
    """The keys of every action that this one waits for, directly or by way of others."""
    pairs: dict[int, list[int]] = {}
    standing = Dependency.objects.filter(
        ended_at=None, action__objective__plan=action.objective.plan_id
    )
    for waiting, needed in standing.values_list("action_id", "needs_id"):
        pairs.setdefault(waiting, []).append(needed)
    found: set[int] = set()
    ahead = list(pairs.get(action.pk, []))
    while ahead:
        needed = ahead.pop()
        if needed not in found:
            found.add(needed)
            ahead += pairs.get(needed, [])
    return found


def owner_of(action: Action) -> str:
    """The action's owner as the plan names them."""
    return name_of(action.owner, action.owner_elsewhere, action.partner)


def _check_owned(owner: Person | None, owner_elsewhere: str, partner: str) -> None:
    check_owner(owner, owner_elsewhere, partner)
    if not (owner or owner_elsewhere.strip() or partner.strip()):
        raise NotRecorded(
            "The action has no owner.", "Choose a person, or write the partner's name."
        )


def _open(action: Action) -> Action:
    """The action as it stands now, locked. Raises NotRecorded where it has ended."""
    standing = Action.objects.select_for_update().get(pk=action.pk)
    if standing.state != State.OPEN:
        raise NotRecorded(
            f"This action has ended: {standing.get_state_display().lower()}.",
            "Set a new one if more is to be done.",
        )
    return standing


__all__ = (
    "all_it_waits_for",
    "change_action",
    "end_action",
    "note",
    "owner_of",
    "set_action",
    "wait_for",
    "wait_no_longer",
)
