"""The measures and audit questions by which an objective is judged: chosen, and dropped with a reason."""

from collections.abc import Sequence
from datetime import date, datetime

from sightline.casework.models import Person
from sightline.engine.measure import HIGHER, LOWER
from sightline.improvement.audit_questions import QUESTIONS_BY_KEY
from sightline.improvement.models import ChosenMeasure, ChosenQuestion, Objective
from sightline.improvement.proposing import ProposedMeasure
from sightline.improvement.two_colours import Measured
from sightline.improvement.writing import NotRecorded, open_objective, said, write_plan

LONGEST_HELD = 36


def choose_measure(
    *,
    by: Person,
    objective: Objective,
    measure: Measured,
    tie: str,
    held_months: int,
    baseline: date | None = None,
    wanted: str = "",
    submission: str = "",
) -> ChosenMeasure:
    """Choose a measure that would show change.

    ``baseline`` is the plan's and ``wanted`` the better direction of the measure where none is
    given. Where neither direction is the better one, the plan must say which it wants.
    """

    def work(at: datetime) -> ChosenMeasure:
        standing = open_objective(objective)
        return _chosen(by, standing, measure, tie, wanted, baseline, held_months, at)

    return write_plan(by=by, thing="a measure is chosen", work=work, submission=submission)


def choose_proposed(
    *,
    by: Person,
    objective: Objective,
    proposed: Sequence[ProposedMeasure],
    held_months: int,
    baseline: date | None = None,
    submission: str = "",
) -> ChosenMeasure:
    """Choose several of the measures proposed, each with the tie it was proposed with."""

    def work(at: datetime) -> ChosenMeasure:
        standing = open_objective(objective)
        if not proposed:
            raise NotRecorded("No measure is chosen.", "Choose at least one.")
        rows = [
            _chosen(by, standing, one.measure, one.tie, "", baseline, held_months, at)
            for one in proposed
        ]
        return rows[-1]

    return write_plan(by=by, thing="measures are chosen", work=work, submission=submission)


def _chosen(
    by: Person,
    objective: Objective,
    measure: Measured,
    tie: str,
    wanted: str,
    baseline: date | None,
    held_months: int,
    at: datetime,
) -> ChosenMeasure:
    direction = wanted or measure.better
    if direction not in (HIGHER, LOWER):
        raise NotRecorded(
            f"Neither direction of “{measure.title}” is the better one by itself.",
            "Say whether the plan wants it higher or lower.",
        )
    if tie not in ChosenMeasure.Tie.values:
        raise NotRecorded("There is no such tie.", "Choose a direct measure or a proxy.")
    if not 1 <= held_months <= LONGEST_HELD:
        raise NotRecorded(
            "That is no number of months for a change to hold.",
            f"Give a number from 1 to {LONGEST_HELD}.",
        )
    if objective.measures.filter(measure=measure.name, dropped_at=None).exists():
        raise NotRecorded(f"“{measure.title}” is chosen already.", "Choose another, or drop it.")
    return ChosenMeasure.objects.create(
        objective=objective,
        measure=measure.name,
        tie=tie,
        wanted=direction,
        baseline=baseline or objective.plan.baseline,
        held_months=held_months,
        chosen_by=by,
        chosen_at=at,
    )


def drop_measure(*, by: Person, chosen: ChosenMeasure, reason: str) -> ChosenMeasure:
    """Stop judging an objective by a measure. That it was, and why it is not, stays."""

    def work(at: datetime) -> ChosenMeasure:
        standing = ChosenMeasure.objects.select_for_update().get(pk=chosen.pk)
        open_objective(standing.objective)
        if standing.dropped_at is None:
            standing.dropped_by, standing.dropped_at = by, at
            standing.dropped_because = said(reason, "reason")
            standing.save(update_fields=["dropped_by", "dropped_at", "dropped_because"])
        return standing

    return write_plan(by=by, thing="a measure is dropped", work=work)


def choose_question(
    *, by: Person, objective: Objective, key: str = "", words: str = "", submission: str = ""
) -> ChosenQuestion:
    """Choose a declared audit question by its key, or write one."""

    def work(at: datetime) -> ChosenQuestion:
        standing = open_objective(objective)
        if key and key not in QUESTIONS_BY_KEY:
            raise NotRecorded("There is no such audit question.", "Choose one from the list.")
        asked = QUESTIONS_BY_KEY[key].words if key else said(words, "question")
        if standing.questions.filter(words=asked, dropped_at=None).exists():
            raise NotRecorded("That question is chosen already.", "Choose another.")
        return ChosenQuestion.objects.create(
            objective=standing, key=key, words=asked, chosen_by=by, chosen_at=at
        )

    return write_plan(by=by, thing="an audit question is chosen", work=work, submission=submission)


def drop_question(*, by: Person, chosen: ChosenQuestion) -> ChosenQuestion:
    """Take an audit question off an objective. That it stood there stays."""

    def work(at: datetime) -> ChosenQuestion:
        standing = ChosenQuestion.objects.select_for_update().get(pk=chosen.pk)
        open_objective(standing.objective)
        if standing.dropped_at is None:
            standing.dropped_by, standing.dropped_at = by, at
            standing.save(update_fields=["dropped_by", "dropped_at"])
        return standing

    return write_plan(by=by, thing="an audit question is dropped", work=work)
