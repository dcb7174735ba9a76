"""One child's case in an audit: who audits it, what they may see, and what came of it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from sightline.casework import audits
from sightline.casework.models import AuditCase, Grading
from sightline.casework.policy import AUDIT_CASES, DESIGN_AUDITS, ChildRecord, may
from sightline.casework.readers import name_of
from sightline.web.forms import Field, Filled, done, keep_draft, open_form, told
from sightline.web.forms.fields import CHOICE, DAY, WORDS
from sightline.web.forms.sending import DraftOf
from sightline.web.pages.audits.finding import (
    ONE_CASE,
    audit_address,
    case_address,
    case_at,
    state_of,
    way_to,
)
from sightline.web.pages.child_door import shown_of_child
from sightline.web.pages.listed_children import (
    asked,
    beside,
    crumbs,
    independent_people,
    owners,
    person_of,
)

NOBODY = (
    "Nobody may audit this case who has no part in it. Have somebody named for the record first."
)


def one_case(request: HttpRequest, case: int) -> HttpResponse:
    """The case, with what is told to this person of how it was graded."""
    found, record = case_at(request, case)
    gradings = _gradings(found)
    mine = next((one for one in gradings if one.auditor_id == request.user.pk), None)
    is_in = audits.is_in(gradings)
    moderation = getattr(found, "moderation", None)
    designs = bool(may(request.user, DESIGN_AUDITS, record))

    def content() -> dict:
        return {
            "case": found,
            "audit": found.draw.audit,
            "state": state_of(found),
            "gradings": gradings,
            "graded": audits.told_to(request.user, gradings),
            "mine": mine,
            "is_in": is_in,
            "moderation": moderation,
            "moderates": designs
            and is_in
            and len(gradings) > 1
            and not moderation
            and mine is None,
            "assigns": designs and not any(one.given_at for one in gradings),
            "designs": designs,
            "acts": is_in and bool(may(request.user, AUDIT_CASES, record)),
            "actions": found.actions.select_related("task__owner").order_by("pk"),
            "followed_by": AuditCase.objects.filter(again=found).first(),
            "name_of": name_of,
            "way": crumbs((found.draw.audit.title, audit_address(found.draw.audit)), ("Case", "")),
            **beside(found.child),
        }

    return shown_of_child(request, found.child, "audits/case.html", content, words=ONE_CASE)


def assign(request: HttpRequest, case: int) -> HttpResponse:
    """Give the case to an auditor, and to a second who grades blind."""
    found, record = case_at(request, case, to=DESIGN_AUDITS)
    people = independent_people(record)
    standing = {one.is_second: str(one.auditor_id) for one in _gradings(found)}
    first = Field(
        name="first", label="Auditor", kind=CHOICE, choices=people, as_list=True, required=True
    )
    second = Field(
        name="second",
        label="Second auditor, who grades blind",
        hint="They see nothing of the first’s answers until both have answered.",
        kind=CHOICE,
        choices=people,
        as_list=True,
    )  # fmt: skip
    return asked(
        request,
        (first, second),
        lambda form: audits.assign(
            by=request.user,
            case=found,
            record=record,
            first=person_of(form.values["first"]),
            second=person_of(form.values["second"]),
            submission=form.submission,
        ),
        heading="Who audits this case?",
        way=way_to(found, "Who audits it"),
        to=case_address(found),
        said="The case is given out.",
        words="Listed are people who may read the record and have no part in the case: they neither "
        "work with the child nor answer for those who do."
        if people
        else NOBODY,
        values={"first": standing.get(False), "second": standing.get(True)},
    )


def answer(request: HttpRequest, case: int) -> HttpResponse:
    """Answer one's own case, with the child's key dates beside."""
    found, record = case_at(request, case, to=AUDIT_CASES)
    mine = next((one for one in _gradings(found) if one.auditor_id == request.user.pk), None)
    if mine is None or mine.given_at:
        raise Http404("There is nothing for you to answer.")
    fields = _questions(found)
    draft = DraftOf(form="audit-answer", child=record, about=str(mine.pk))
    form = open_form(request, fields, draft=draft)
    if kept := keep_draft(request, form, to=case_address(found)):
        return kept
    if request.method == "POST" and form.is_right:
        with told(form):
            _grade(request, mine, record, form)
            return done(request, "Your answers are kept.", to=case_address(found), form=form)

    def content() -> dict:
        way = way_to(found, "Answer")
        return {"form": form, "case": found, "mine": mine, "way": way, **beside(found.child)}

    return shown_of_child(request, found.child, "audits/answer.html", content, words=ONE_CASE)


def moderate(request: HttpRequest, case: int) -> HttpResponse:
    """Say which grade stands after two people graded blind."""
    found, record = case_at(request, case, to=DESIGN_AUDITS)
    gradings = _gradings(found)
    told_of = "; ".join(
        f"{name_of(one.auditor)}: {one.grade}. {one.reason}"
        for one in audits.told_to(request.user, gradings)
    )
    grade = _grade_field(found, "Which grade stands?")
    reason = Field(name="reason", label="Why?", kind=WORDS, required=True)
    return asked(
        request,
        (grade, reason),
        lambda form: audits.moderate(
            by=request.user, case=found, record=record, submission=form.submission, **form.values
        ),
        heading="Moderate the two gradings",
        way=way_to(found, "Moderate"),
        to=case_address(found),
        said="The moderated grade stands.",
        words=told_of,
    )


def act(request: HttpRequest, case: int) -> HttpResponse:
    """Set a task that follows the child."""
    found, record = case_at(request, case, to=AUDIT_CASES)
    fields = (
        Field(name="words", label="What is to be done?", kind=WORDS, required=True),
        Field(name="owner", label="By whom?", kind=CHOICE, choices=owners(record), as_list=True, required=True),
        Field(name="due", label="By when?", kind=DAY, required=True),
    )  # fmt: skip
    return asked(
        request,
        fields,
        lambda form: audits.set_action(
            by=request.user,
            case=found,
            record=record,
            words=form.values["words"],
            owner=person_of(form.values["owner"]),
            due=form.values["due"],
            submission=form.submission,
        ),
        heading="Set an action",
        way=way_to(found, "Action"),
        to=case_address(found),
        said="The task is set. It follows the child.",
        button="Set the task",
    )


def again(request: HttpRequest, case: int) -> HttpResponse:
    """Audit the same child again."""
    found, record = case_at(request, case, to=DESIGN_AUDITS)
    return asked(
        request,
        (),
        lambda form: audits.audit_again(
            by=request.user, case=found, record=record, submission=form.submission
        ),
        heading="Audit this child again",
        way=way_to(found, "Audit again"),
        to=lambda new: reverse("assign-auditors", kwargs={"case": new.pk}),
        said="The child is to be audited again. Say who does it.",
        button="Audit again",
        words="The same questions are asked. What was found this time stays beside it.",
    )


def _gradings(case: AuditCase) -> list[Grading]:
    return list(case.gradings.select_related("auditor").order_by("is_second"))


def _grade_field(case: AuditCase, label: str) -> Field:
    grades = tuple((one, one) for one in case.draw.audit.grades)
    return Field(name="grade", label=label, kind=CHOICE, choices=grades, required=True)


def _questions(case: AuditCase) -> tuple[Field, ...]:
    """Each question with its evidence, then the grade for the whole and why."""
    asked_of = []
    for key, words in case.draw.audit.questions:
        asked_of += [
            Field(name=f"{key}-words", label="Answer", kind=WORDS, required=True, group=words),
            Field(
                name=f"{key}-evidence",
                label="Evidence",
                hint="Where in the record: which visit, plan or meeting.",
                kind=WORDS,
                required=True,
                group=words,
            ),
        ]
    return (
        *asked_of,
        _grade_field(case, "Grade for the whole of the case"),
        Field(name="reason", label="Why this grade?", kind=WORDS, required=True),
    )


def _grade(request: HttpRequest, mine: Grading, record: ChildRecord, form: Filled) -> Grading:
    answers = {
        key: {part: form.values[f"{key}-{part}"] for part in ("words", "evidence")}
        for key, _ in mine.case.draw.audit.questions
    }
    return audits.grade(
        by=request.user,
        grading=mine,
        record=record,
        answers=answers,
        grade=form.values["grade"],
        reason=form.values["reason"],
        submission=form.submission,
    )
