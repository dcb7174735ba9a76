"""Objectives: reworded, given an owner and a day, taken up or left out, merged and split.

The inspectors' own words stay in an objective's sentences whatever is done to it.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sightline.casework.models import Person
from sightline.improvement.models import (
    ChosenMeasure,
    ChosenQuestion,
    Objective,
    ObjectiveSentence,
    Plan,
    Step,
)
from sightline.improvement.people import check_owner, check_signs_in
from sightline.improvement.plans import new_objective, next_number
from sightline.improvement.writing import NotRecorded, change, open_objective, said, write_plan
from sightline.records.themes import THEMES

Kind, State = Step.Kind, Objective.State
FEWEST_PARTS = 2


def add_objective(
    *, by: Person, plan: Plan, words: str, themes: Sequence[str] = (), submission: str = ""
) -> Objective:
    """Add a draft objective in one's own words; it answers no sentence of the report."""

    def work(at: datetime) -> Objective:
        return new_objective(by, plan, next_number(plan), words, _known(themes), at)

    return write_plan(by=by, thing="an objective is added", work=work, submission=submission)


def change_objective(
    *,
    by: Person,
    objective: Objective,
    seen: int | None,
    words: str,
    outcome: str = "",
    themes: Sequence[str] = (),
    owner: Person | None = None,
    owner_elsewhere: str = "",
    sponsor: Person | None = None,
    sponsor_elsewhere: str = "",
    due: date | None = None,
    why: str = "",
) -> Objective:
    """Reword an objective, or give it another outcome, theme, owner, sponsor or day.

    ``seen`` is the version the writer saw. What it said before is kept.
    """

    def work(at: datetime) -> Objective:
        standing = open_objective(objective)
        if standing.owner != owner:
            check_owner(owner, owner_elsewhere)
        if standing.sponsor != sponsor:
            check_signs_in(sponsor)
        if sponsor and sponsor_elsewhere.strip():
            raise NotRecorded("Two sponsors are named.", "Choose one: a person here or a name.")
        columns: dict[str, Any] = {
            "words": said(words, "objective"),
            "outcome": outcome.strip(),
            "themes": _known(themes),
            "owner": owner,
            "owner_elsewhere": "" if owner else owner_elsewhere.strip(),
            "sponsor": sponsor,
            "sponsor_elsewhere": "" if sponsor else sponsor_elsewhere.strip(),
            "due": due,
        }
        change(objective, columns, by=by, at=at, seen=seen, why=why)
        return objective

    return write_plan(by=by, thing="an objective is changed", work=work)


def take_up(*, by: Person, objective: Objective) -> Objective:
    """Make a draft part of the plan. It needs an owner and a day."""

    def work(at: datetime) -> Objective:
        standing = _draft(objective)
        if not (standing.owner or standing.owner_elsewhere) or standing.due is None:
            raise NotRecorded(
                f"Objective {standing.number} has no owner or no day.",
                "Set both, then take it up: an objective without them is nobody's.",
            )
        return _stands(standing, State.OPEN, Kind.TAKEN_UP, "", by, at)

    return write_plan(by=by, thing="an objective is taken up", work=work)


def take_up_several(
    *,
    by: Person,
    objectives: Sequence[Objective],
    due: date,
    owner: Person | None = None,
    owner_elsewhere: str = "",
    submission: str = "",
) -> Objective:
    """Give several drafts one owner and one day, and make them part of the plan. Gives back the last."""

    def work(at: datetime) -> Objective:
        if not objectives:
            raise NotRecorded("No draft is chosen.", "Choose at least one.")
        check_owner(owner, owner_elsewhere)
        if not (owner or owner_elsewhere.strip()):
            raise NotRecorded("There is no owner.", "Choose a person, or write a name outside.")
        columns = {"owner": owner, "owner_elsewhere": owner_elsewhere.strip(), "due": due}
        for objective in objectives:
            standing = _draft(objective)
            change(standing, columns, by=by, at=at, seen=standing.version, why="")
            _stands(standing, State.OPEN, Kind.TAKEN_UP, "", by, at)
        return standing

    return write_plan(by=by, thing="drafts are taken up", work=work, submission=submission)


def leave_out(*, by: Person, objective: Objective, reason: str) -> Objective:
    """Leave a draft out of the plan, and say why. Its sentences stay in the plan, unanswered."""

    def work(at: datetime) -> Objective:
        words = said(reason, "reason")
        return _stands(_draft(objective), State.LEFT_OUT, Kind.LEFT_OUT, words, by, at)

    return write_plan(by=by, thing="an objective is left out", work=work)


def merge(
    *, by: Person, into: Objective, others: Sequence[Objective], reason: str, submission: str = ""
) -> Objective:
    """Make several objectives one. It answers all their sentences, and has all their actions,
    measures and questions; the others stay as they were and say what they became."""

    def work(at: datetime) -> Objective:
        one = open_objective(into)
        words = said(reason, "reason")
        rest = [open_objective(other) for other in others if other.pk != into.pk]
        if not rest:
            raise NotRecorded("There is nothing to merge.", "Choose at least one other objective.")
        if any(other.plan_id != one.plan_id for other in rest):
            raise NotRecorded("They are of two plans.", "Choose objectives of one plan.")
        for other in rest:
            _hand_on(other, one, by, at)
            other.became = one
            other.save(update_fields=["became"])
            _stands(other, State.MERGED, Kind.MERGED, words, by, at)
        themes = dict.fromkeys([*one.themes, *(key for other in rest for key in other.themes)])
        change(one, {"themes": list(themes)}, by=by, at=at, seen=one.version, why=words)
        numbers = ", ".join(str(other.number) for other in rest)
        return _step(one, Kind.MERGED, f"Took in {numbers}. {words}", by, at)

    return write_plan(by=by, thing="objectives are merged", work=work, submission=submission)


def split(
    *, by: Person, objective: Objective, parts: Sequence[str], reason: str, submission: str = ""
) -> Objective:
    """Make several objectives of one. Each answers all its sentences; the first has its actions,
    measures and questions. The one that was split stays as it was. Gives back the first part."""

    def work(at: datetime) -> Objective:
        whole = open_objective(objective)
        wanted = [part.strip() for part in parts if part.strip()]
        if len(wanted) < FEWEST_PARTS:
            raise NotRecorded(
                "There is one part only.", "Write at least two, each in its own field."
            )
        words = said(reason, "reason")
        made = [_part(whole, part, by, at) for part in wanted]
        _hand_on(whole, made[0], by, at)
        for part in made[1:]:
            _with_sentences(whole, part)
        _stands(whole, State.SPLIT, Kind.SPLIT, words, by, at)
        return made[0]

    return write_plan(by=by, thing="an objective is split", work=work, submission=submission)


def _part(whole: Objective, words: str, by: Person, at: datetime) -> Objective:
    return new_objective(
        by,
        whole.plan,
        next_number(whole.plan),
        words,
        whole.themes,
        at,
        outcome=whole.outcome,
        owner=whole.owner,
        owner_elsewhere=whole.owner_elsewhere,
        sponsor=whole.sponsor,
        sponsor_elsewhere=whole.sponsor_elsewhere,
        due=whole.due,
        state=whole.state,
        came_from=whole,
    )


def _hand_on(before: Objective, after: Objective, by: Person, at: datetime) -> None:
    """Give an objective's sentences, actions, measures and questions to the one it lives on in."""
    _with_sentences(before, after)
    for action in before.actions.all():
        change(action, {"objective_id": after.pk}, by=by, at=at, seen=action.version, why="")
    for kind, names in (
        (ChosenMeasure, ("measure", "tie", "wanted", "baseline", "held_months")),
        (ChosenQuestion, ("key", "words")),
    ):
        for row in kind.objects.filter(objective=before, dropped_at=None):
            same = {name: getattr(row, name) for name in names[:1]}
            if not kind.objects.filter(objective=after, dropped_at=None, **same).exists():
                columns = {name: getattr(row, name) for name in names}
                kind.objects.create(objective=after, chosen_by=by, chosen_at=at, **columns)


def _with_sentences(before: Objective, after: Objective) -> None:
    for sentence in before.sentences.all():
        ObjectiveSentence.objects.get_or_create(objective=after, sentence=sentence)


def _draft(objective: Objective) -> Objective:
    standing = Objective.objects.select_for_update().get(pk=objective.pk)
    if standing.state != State.DRAFT:
        raise NotRecorded(f"Objective {standing.number} is no draft any more.", "Look at it again.")
    return standing


def _stands(
    objective: Objective, state: str, kind: str, reason: str, by: Person, at: datetime
) -> Objective:
    """Put an objective where it stands now, and keep the step."""
    objective.state = state
    objective.save(update_fields=["state"])
    return _step(objective, kind, reason, by, at)


def _step(objective: Objective, kind: str, reason: str, by: Person, at: datetime) -> Objective:
    Step.objects.create(objective=objective, kind=kind, reason=reason, by=by, at=at)
    return objective


def _known(themes: Sequence[str]) -> list[str]:
    """The themes, each once. Raises NotRecorded for one that nobody declared."""
    unknown = [theme for theme in themes if theme not in THEMES]
    if unknown:
        raise NotRecorded("There is no such theme.", "Choose themes from the list.")
    return list(dict.fromkeys(themes))
