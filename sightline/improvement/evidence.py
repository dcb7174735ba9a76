"""Evidence kept: a measure as it stood, the result of an audit, a document, somebody's words."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from django.utils import timezone

from sightline.casework.audits import Result, results_on
from sightline.casework.models import Grading, Person
from sightline.casework.policy import SEE_AUDITS, may
from sightline.improvement import uploads
from sightline.improvement.models import Action, Evidence, Objective
from sightline.improvement.two_colours import Figures
from sightline.improvement.writing import NotRecorded, said, write_as_owner

Kind = Evidence.Kind
IN_WORDS = (Kind.YOUNG_PERSON, Kind.FAMILY, Kind.OTHER)


class FiguresByPeriod(Figures, Protocol):
    """Figures that also tell a measure in one period. ``web.service.Service`` is one."""

    def figure(self, measure: str, period: str = "") -> Any:
        """The measure in a period, by default the latest whole one; None where nobody can tell."""


@dataclass(frozen=True)
class LookedAtAgain:
    """A kept figure beside what the records say of the same period today."""

    is_same: bool
    numerator: int | None
    denominator: int | None
    value: float | None
    why: str


def keep_figure(
    *,
    by: Person,
    objective: Objective,
    measure: str,
    figures: FiguresByPeriod,
    period: str = "",
    words: str = "",
    action: Action | None = None,
    submission: str = "",
) -> Evidence:
    """Keep a measure as it stands: its figure, its period and the day its records speak of."""

    def work(at: datetime) -> Evidence:
        authority, figure = figures.authority(), figures.figure(measure, period)
        if authority is None or figure is None:
            raise NotRecorded(
                "The measure cannot be told for that period.",
                "Choose another period, or see under What cannot be told why.",
            )
        return _kept(
            by, objective, action, at,
            kind=Kind.MEASURE,
            words=words.strip(),
            on=figure.day,
            measure=measure,
            period=figure.period,
            records_of=authority.day,
            numerator=figure.numerator,
            denominator=figure.denominator,
            value=figure.value,
        )  # fmt: skip

    return _as_owner(by, objective, action, "a figure is kept as evidence", work, submission)


def look_again(evidence: Evidence, figures: FiguresByPeriod) -> LookedAtAgain:
    """Work a kept figure out again from the records as they are now."""
    figure = figures.figure(evidence.measure, evidence.period)
    if figure is None:
        return LookedAtAgain(False, None, None, None, "The records no longer answer it.")
    now = (figure.numerator, figure.denominator, figure.value)
    is_same = now[:2] == (evidence.numerator, evidence.denominator)
    authority = figures.authority()
    day = f"{authority.day.day} {authority.day:%B %Y}" if authority else ""
    why = (
        f"Worked out again from the records of {day}: the same."
        if is_same
        else f"The records of {day} say otherwise: they were corrected or added to since."
    )
    return LookedAtAgain(is_same, *now, why)


def keep_audit(
    *,
    by: Person,
    objective: Objective,
    question: str,
    looked_at: int,
    met: int,
    on: date,
    words: str,
    action: Action | None = None,
    submission: str = "",
) -> Evidence:
    """Keep the result of an audit: the question, how many cases were looked at, in how many it was so."""

    def work(at: datetime) -> Evidence:
        if not 0 <= met <= looked_at or looked_at < 1:
            raise NotRecorded(
                "The numbers of the audit do not fit.",
                "Give how many cases were looked at, and in how many of them it was so.",
            )
        return _kept(
            by, objective, action, at,
            kind=Kind.AUDIT, words=said(words, "what the audit found"), on=_not_ahead(on),
            question=said(question, "question"), looked_at=looked_at, met=met,
        )  # fmt: skip

    return _as_owner(by, objective, action, "an audit is kept as evidence", work, submission)


def audits_made_here(objective: Objective) -> list[Result]:
    """What audits made here found on the objective's themes; those of few cases are left out."""
    found = {one.audit.pk: one for theme in objective.themes for one in results_on(theme)}
    return [one for one in found.values() if not one.is_small]


def keep_audit_made_here(
    *,
    by: Person,
    objective: Objective,
    audit: int,
    grade: str,
    words: str,
    action: Action | None = None,
    submission: str = "",
) -> Evidence:
    """Keep what an audit made here has found so far: in how many cases the grade was ``grade`` or
    better, of those everybody has answered. Its day is that of the last answer counted."""

    def work(at: datetime) -> Evidence:
        offered = audits_made_here(objective) if may(by, SEE_AUDITS) else []
        found = next((one for one in offered if one.audit.pk == audit), None)
        if found is None or grade not in found.grades:
            raise NotRecorded("That is no audit to keep.", "Choose one of those on the page.")
        return _kept(
            by, objective, action, at,
            kind=Kind.AUDIT, words=said(words, "what the audit found"), on=_last_answer(found),
            question=f"{found.audit.title}: graded “{grade}” or better?",
            looked_at=found.cases, met=graded_or_better(found, grade),
        )  # fmt: skip

    return _as_owner(by, objective, action, "an audit is kept as evidence", work, submission)


def graded_or_better(found: Result, grade: str) -> int:
    """In how many cases the grade was this or a better one: an audit's grades have the best first."""
    grades = list(found.grades)
    return sum(found.grades[one] for one in grades[: grades.index(grade) + 1])


def _last_answer(found: Result) -> date:
    answers = Grading.objects.filter(case__draw=found.drawn, given_at__isnull=False)
    return timezone.localdate(answers.latest("given_at").given_at)


def keep_words(
    *,
    by: Person,
    objective: Objective,
    kind: str,
    words: str,
    on: date,
    action: Action | None = None,
    submission: str = "",
) -> Evidence:
    """Keep what a young person or a family said, or something else told in words. It names nobody."""

    def work(at: datetime) -> Evidence:
        if kind not in IN_WORDS:
            raise NotRecorded("That is no evidence in words.", "Choose who said it.")
        return _kept(
            by, objective, action, at, kind=kind, words=said(words, "words"), on=_not_ahead(on)
        )  # fmt: skip

    return _as_owner(by, objective, action, "words are kept as evidence", work, submission)


def keep_document(
    *,
    by: Person,
    objective: Objective,
    name: str,
    content: bytes,
    words: str,
    on: date,
    action: Action | None = None,
    submission: str = "",
) -> Evidence:
    """Keep a document. It is stored only where it is recorded."""
    stored: list[uploads.Stored] = []

    def work(at: datetime) -> Evidence:
        told, day = said(words, "what the document shows"), _not_ahead(on)
        stored.append(uploads.store(name, content))
        return _kept(
            by, objective, action, at, kind=Kind.DOCUMENT, words=told, on=day, **vars(stored[0])
        )  # fmt: skip

    try:
        return _as_owner(by, objective, action, "a document is kept as evidence", work, submission)
    except BaseException:
        for one in stored:
            uploads.take_away(one)
        raise


def withdraw(*, by: Person, evidence: Evidence, reason: str, submission: str = "") -> Evidence:
    """Say that a piece of evidence no longer counts, and why. It stays to be seen."""

    def work(at: datetime) -> Evidence:
        standing = Evidence.objects.select_for_update().get(pk=evidence.pk)
        if standing.withdrawn_at is None:
            standing.withdrawn_by, standing.withdrawn_at = by, at
            standing.withdrawn_because = said(reason, "reason")
            standing.save(update_fields=["withdrawn_by", "withdrawn_at", "withdrawn_because"])
        return standing

    return _as_owner(
        by, evidence.objective, evidence.action, "evidence is withdrawn", work, submission
    )


def _kept(by: Person, objective: Objective, action: Action | None, at: datetime, **columns: Any):
    return Evidence.objects.create(objective=objective, action=action, by=by, at=at, **columns)


def _as_owner(by, objective, action, thing, work, submission) -> Evidence:
    return write_as_owner(
        by=by, objective=objective, action=action, thing=thing, work=work, submission=submission
    )


def _not_ahead(day: date) -> date:
    if day > timezone.localdate():
        raise NotRecorded("The day lies ahead.", "Give the day it speaks of.")
    return day
