"""Audits of cases: designed, drawn by lot, given to auditors, graded twice and blind, moderated.

Read with ``results_on``, ``results_of`` and ``told_to``. What one auditor said of a case is told to
others only when everybody who grades it has answered.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sightline.casework.access import access_of
from sightline.casework.agreement import Agreement, agreement
from sightline.casework.audit_samples import Candidate, sample
from sightline.casework.independence import right_judge
from sightline.casework.models import (
    AuditAction,
    AuditCase,
    AuditDraw,
    CaseAudit,
    Grading,
    Moderation,
    Person,
)
from sightline.casework.policy import AUDIT_CASES, DESIGN_AUDITS, READ_CHILD, ChildRecord, may
from sightline.casework.tasks import new_task
from sightline.casework.writing import NotRecorded, said, write
from sightline.engine.small_numbers import SMALLEST_SHOWN

USUAL_GRADES = ("Outstanding", "Good", "Requires improvement", "Inadequate")
NOT_OPEN = "in records not open to whoever drew"
MOST_CASES = 500
LARGEST_SEED = 2**53


@dataclass(frozen=True)
class Result:
    """What an audit found of the cases that everybody who grades them has answered.

    ``grades`` are, in the audit's own order, how many cases had each: the moderated grade where
    there is one, otherwise the first auditor's. ``waiting`` cases are not all in.
    """

    audit: CaseAudit
    drawn: AuditDraw
    cases: int
    waiting: int
    grades: dict[str, int]
    agreement: Agreement

    @property
    def is_small(self) -> bool:
        """Whether so few cases are in that their grades are not for everybody."""
        return self.cases < SMALLEST_SHOWN


def design(
    *,
    by: Person,
    title: str,
    themes: Sequence[str],
    questions: Sequence[tuple[str, str]],
    grades: Sequence[str],
    submission: str = "",
) -> CaseAudit:
    """Say what an audit asks of every case: pairs of a key and a question, and the service's grades."""

    def work(at: datetime) -> CaseAudit:
        if not themes:
            raise NotRecorded("No theme is chosen.", "Choose at least one.")
        if not questions or len({key for key, _ in questions}) < len(questions):
            raise NotRecorded("Nothing is asked, or one thing twice.", "Ask each thing once.")
        words = list(dict.fromkeys(said(grade, "grade") for grade in grades))
        if len(words) < 2 or any(len(one) > 100 for one in words):
            raise NotRecorded(
                "An audit needs two grades or more.",
                "Write each on a line of its own, in up to 100 characters.",
            )
        return CaseAudit.objects.create(
            title=said(title, "title")[:200],
            themes=list(themes),
            questions=[[key, said(one, "question")] for key, one in questions],
            grades=words,
            designed_by=by,
            designed_at=at,
        )

    return write(
        by=by, action=DESIGN_AUDITS, thing="an audit is designed", work=work, submission=submission
    )


def draw(
    *,
    by: Person,
    audit: CaseAudit,
    candidates: Sequence[Candidate],
    size: int,
    seed: int,
    records_of: date,
    asked_for: Sequence[str] = (),
    left_out: Mapping[str, int] | None = None,
    why: str = "",
    submission: str = "",
) -> AuditDraw:
    """Draw up to ``size`` children by lot, spread over plans, teams and ages.

    The same seed, candidates and size give the same children. Records that whoever draws may not
    read are counted and never drawn. ``left_out`` counts who was left out before, by reason. A
    second draw says ``why``, and only before anybody has answered; the first stays to be seen.
    """

    def work(at: datetime) -> AuditDraw:
        before = AuditDraw.objects.select_for_update().filter(audit=audit).order_by("number").last()
        _right_draw(audit, before, size, seed)
        access = access_of(by)
        open_ones = [one for one in candidates if may(by, READ_CHILD, one.record, access)]
        if not open_ones:
            raise NotRecorded("No child can be drawn.", "Ask for more kinds, teams or ages.")
        kept_out = len(candidates) - len(open_ones)
        drawn = AuditDraw.objects.create(
            audit=audit,
            number=before.number + 1 if before else 1,
            seed=seed,
            size=size,
            asked_for=list(asked_for),
            population=len(open_ones),
            left_out={**(left_out or {}), **({NOT_OPEN: kept_out} if kept_out else {})},
            records_of=records_of,
            why=said(why, "reason for drawing again") if before else "",
            by=by,
            at=at,
        )
        for one in sample(open_ones, size, seed):
            AuditCase.objects.create(
                draw=drawn, child=one.record.child, kind=one.kind, team=one.team, ages=one.ages
            )
        return drawn

    return write(
        by=by,
        action=DESIGN_AUDITS,
        thing=f"a sample is drawn for an audit, with the seed {seed}",
        work=work,
        submission=submission,
    )


def assign(
    *,
    by: Person,
    case: AuditCase,
    record: ChildRecord,
    first: Person,
    second: Person | None = None,
    submission: str = "",
) -> AuditCase:
    """Give a case to an auditor, and to a second who grades blind. Neither has a part in the case.

    A second can be added until the first has answered; then it would no longer be blind.
    """

    def work(at: datetime) -> AuditCase:
        _lock(case, record)
        standing = {one.is_second: one for one in case.gradings.all()}
        if any(one.given_at for one in standing.values()):
            raise NotRecorded(
                "This case has been answered.", "Audit the child again if another view is needed."
            )
        if second is not None and second.pk == first.pk:
            raise NotRecorded("One person was chosen twice.", "Choose somebody else as the second.")
        if second is None and True in standing:
            raise NotRecorded("A second auditor was named.", "Choose who it is now.")
        for person, is_second in ((first, False), (second, True)):
            if person is not None:
                right_judge(person, record)
                case.gradings.update_or_create(
                    is_second=is_second,
                    defaults={"auditor": person, "assigned_by": by, "assigned_at": at},
                )
        return case

    # The child's own record is asked for, too: nobody gives out a case that they may not read.
    return _of_case(by, DESIGN_AUDITS, record, "auditors are given a case", work, submission)


def grade(
    *,
    by: Person,
    grading: Grading,
    record: ChildRecord,
    answers: Mapping[str, Mapping[str, str]],
    grade: str,
    reason: str,
    submission: str = "",
) -> Grading:
    """Answer every question of one's own case in words, with evidence, and grade the whole.

    ``answers`` holds by key ``words`` and ``evidence``.
    """

    def work(at: datetime) -> Grading:
        _lock(grading.case, record)
        standing = Grading.objects.select_for_update().get(pk=grading.pk)
        audit = grading.case.draw.audit
        if standing.auditor_id != by.pk:
            raise NotRecorded("This case was given to somebody else.", "Answer your own cases.")
        if standing.given_at:
            raise NotRecorded(
                "You have answered this case.", "Your answers stand as you gave them."
            )
        right_judge(by, record)
        if grade not in audit.grades:
            raise NotRecorded("That is no grade of this audit.", "Choose one of its grades.")
        standing.answers = {key: _answer(answers.get(key, {})) for key, _ in audit.questions}
        standing.grade, standing.reason, standing.given_at = grade, said(reason, "reason"), at
        standing.save(update_fields=["answers", "grade", "reason", "given_at"])
        return standing

    return _of_case(by, AUDIT_CASES, record, "a case is audited", work, submission)


def moderate(
    *,
    by: Person,
    case: AuditCase,
    record: ChildRecord,
    grade: str,
    reason: str,
    submission: str = "",
) -> Moderation:
    """Say which grade stands after two people graded blind, and why. By somebody who gave neither."""

    def work(at: datetime) -> Moderation:
        _lock(case, record)
        gradings = list(case.gradings.all())
        if len(gradings) < 2 or not is_in(gradings):
            raise NotRecorded("The case has not been graded twice.", "Wait until both are in.")
        if by.pk in {one.auditor_id for one in gradings}:
            raise NotRecorded(
                "You graded this case yourself.", "Let somebody moderate who graded neither."
            )
        if grade not in case.draw.audit.grades:
            raise NotRecorded("That is no grade of this audit.", "Choose one of its grades.")
        return Moderation.objects.create(
            case=case, grade=grade, reason=said(reason, "reason"), by=by, at=at
        )

    return _of_case(by, DESIGN_AUDITS, record, "two gradings are moderated", work, submission)


def set_action(
    *,
    by: Person,
    case: AuditCase,
    record: ChildRecord,
    words: str,
    owner: Person,
    due: date,
    submission: str = "",
) -> AuditAction:
    """Set a task that this audit led to. It follows the child."""

    def work(at: datetime) -> AuditAction:
        _lock(case, record)
        task = new_task(by, record, words, owner, due, at)
        return AuditAction.objects.create(case=case, task=task)

    return _of_case(by, AUDIT_CASES, record, "an audit leads to a task", work, submission)


def audit_again(
    *, by: Person, case: AuditCase, record: ChildRecord, submission: str = ""
) -> AuditCase:
    """Audit the same child again, with the same questions, beside what was found the first time."""

    def work(at: datetime) -> AuditCase:
        _lock(case, record)
        if not is_in(case.gradings.all()):
            raise NotRecorded("This case has not been audited yet.", "Audit it first.")
        if AuditCase.objects.filter(again=case).exists():
            raise NotRecorded("The child is being audited again already.", "Open that audit.")
        return AuditCase.objects.create(
            draw=case.draw,
            child=case.child,
            kind=case.kind,
            team=case.team,
            ages=case.ages,
            again=case,
        )

    return _of_case(by, DESIGN_AUDITS, record, "a child is audited again", work, submission)


def standing_draw(audit: CaseAudit) -> AuditDraw | None:
    """The latest draw; None where nobody has drawn yet."""
    return audit.draws.order_by("number").last()


def is_in(gradings: Collection[Grading]) -> bool:
    """Whether everybody whom a case was given to has answered."""
    return bool(gradings) and all(one.given_at for one in gradings)


def told_to(person: Person, gradings: Collection[Grading]) -> list[Grading]:
    """The gradings of one case whose answers this person may see: all that is in, or only their own."""
    if is_in(gradings):
        return list(gradings)
    return [one for one in gradings if one.given_at and one.auditor_id == person.pk]


def waiting_for(person: Person) -> list[Grading]:
    """What a person was given to audit and has not answered. Ask the policy of each."""
    rows = Grading.objects.filter(auditor=person, given_at=None)
    return list(rows.select_related("case__draw__audit").order_by("assigned_at", "pk"))


def audited_since(day: date) -> set[str]:
    """The children whose cases somebody audited on that day or later."""
    given = Grading.objects.filter(given_at__date__gte=day)
    return set(given.values_list("case__child", flat=True))


def results_of(audit: CaseAudit) -> Result | None:
    """What an audit found so far; None where nothing is drawn."""
    drawn = standing_draw(audit)
    if drawn is None:
        return None
    cases = drawn.cases.filter(again=None).prefetch_related("gradings").select_related("moderation")
    told, pairs, waiting = Counter[str](), [], 0
    for case in cases:
        gradings = sorted(case.gradings.all(), key=lambda one: one.is_second)
        if not is_in(gradings):
            waiting += 1
            continue
        told[grade_of(case, gradings)] += 1
        if len(gradings) == 2:
            pairs.append((gradings[0].grade, gradings[1].grade))
    grades = {one: told[one] for one in audit.grades}
    return Result(audit, drawn, sum(told.values()), waiting, grades, agreement(pairs))


def grade_of(case: AuditCase, gradings: Sequence[Grading]) -> str:
    """The grade that stands for a case that is in: the moderated one, otherwise the first auditor's."""
    moderation: Moderation | None = getattr(case, "moderation", None)
    return moderation.grade if moderation else gradings[0].grade


def results_on(theme: str) -> list[Result]:
    """What every audit on a theme found, the earliest first: evidence for what is being improved."""
    audits = [one for one in CaseAudit.objects.order_by("designed_at") if theme in one.themes]
    return [result for audit in audits if (result := results_of(audit))]


def _right_draw(audit: CaseAudit, before: AuditDraw | None, size: int, seed: int) -> None:
    if not 1 <= size <= MOST_CASES:
        raise NotRecorded("That many cannot be drawn.", f"Draw from 1 to {MOST_CASES} children.")
    if not 0 <= seed <= LARGEST_SEED:
        raise NotRecorded("That is no seed.", f"Give a whole number up to {LARGEST_SEED:,}.")
    if before and Grading.objects.filter(case__draw__audit=audit, given_at__isnull=False).exists():
        raise NotRecorded(
            "Cases of this sample have been audited.", "Design another audit to draw again."
        )


def _answer(given: Mapping[str, str]) -> dict[str, str]:
    return {
        "words": said(given.get("words", ""), "answer to one of the questions"),
        "evidence": said(given.get("evidence", ""), "evidence for one of the answers"),
    }


def _lock(case: AuditCase, record: ChildRecord) -> None:
    """Hold the case until this is written, so that two people cannot write past each other."""
    if case.child != record.child:
        raise NotRecorded("The case is another child's.", "Open the case again.")
    AuditCase.objects.select_for_update().get(pk=case.pk)


def _of_case(
    by: Person, action: str, record: ChildRecord, thing: str, work: Any, submission: str
) -> Any:
    return write(by=by, action=action, thing=thing, record=record, work=work, submission=submission)
