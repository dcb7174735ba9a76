"""Evidence: kept in one of five ways, opened, withdrawn."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from sightline.casework import audit
from sightline.casework.audits import Result
from sightline.casework.policy import (
    OWN_ACTIONS,
    SEE_AUDITS,
    SEE_EVIDENCE,
    SEE_IMPROVEMENT,
    WRITE_IMPROVEMENT,
    may,
)
from sightline.improvement import evidence as writing
from sightline.improvement import uploads
from sightline.improvement.models import Action, Evidence, Objective
from sightline.improvement.writing import owned
from sightline.web import service
from sightline.web.door import require
from sightline.web.forms import Field, Filled
from sightline.web.pages.improvement.asking import ask
from sightline.web.pages.improvement.finding import address_of, crumbs, objective_at

Kind = Evidence.Kind
NAMES_NOBODY = "Name no child. Those who may read evidence read this; elected members do not."
WHO_SAID = tuple(
    (kind.value, str(kind.label)) for kind in (Kind.YOUNG_PERSON, Kind.FAMILY, Kind.OTHER)
)


def keep(request: HttpRequest, objective: int, kind: str) -> HttpResponse:
    """Keep a figure, an audit's result, a document or somebody's words as evidence."""
    found = objective_at(request, objective)
    _require_owner(request, found, "evidence of a plan")
    action = _action_of(found, request.GET.get("action", ""))
    if kind not in KINDS:
        raise Http404("There is no such kind of evidence.")
    heading, fields, record, values = KINDS[kind](request, found, action)
    about = [one for one in (found.plan, found, action) if one is not None]
    return ask(
        request,
        found.plan,
        fields,
        record,
        heading=heading,
        way=crumbs(*about, last="Evidence"),
        to=address_of(action or found),
        said="The evidence is kept.",
        button="Keep it",
        values=values,
        words=action.words if action else found.words,
    )


Asked = tuple[str, tuple[Field, ...], Callable[[Filled], Any], dict[str, Any]]


def _figure(request, objective: Objective, action: Action | None) -> Asked:
    workspace = service.current()
    chosen = list(objective.measures.filter(dropped_at=None).values_list("measure", flat=True))
    measures = sorted(workspace.measures(), key=lambda one: (one.name not in chosen, one.title))
    fields = (
        Field(name="measure", label="Measure", kind="choice", required=True, as_list=True,
              choices=tuple((one.name, one.title) for one in measures)),
        Field(name="period", label="Period",
              hint="A month as 2018-05, a quarter as 2018-2019-Q1, a year as 2018-2019. Empty: the latest."),
        Field(name="words", label="What it shows", kind="words", hint=NAMES_NOBODY),
    )  # fmt: skip
    return (
        "Keep a measure as it stands",
        fields,
        lambda form: writing.keep_figure(
            by=request.user,
            objective=objective,
            action=action,
            figures=workspace,
            measure=form.values["measure"],
            period=form.values["period"] or "",
            words=form.values["words"] or "",
            submission=form.submission,
        ),
        {"measure": chosen[0] if chosen else ""},
    )


def _audit(request, objective: Objective, action: Action | None) -> Asked:
    asked = [one.words for one in objective.questions.filter(dropped_at=None)]
    question = (
        Field(name="question", label="Question", kind="choice", required=True,
              choices=tuple((one, one) for one in asked))
        if asked
        else Field(name="question", label="Question", required=True)
    )  # fmt: skip
    fields = (
        question,
        Field(name="looked_at", label="Cases looked at", kind="whole number", required=True),
        Field(name="met", label="Cases in which it was so", kind="whole number", required=True),
        _day("Day of the audit"),
        Field(name="words", label="What it found", kind="words", required=True, hint=NAMES_NOBODY),
    )
    names = ("question", "looked_at", "met", "on", "words")
    return (
        "Keep the result of an audit",
        fields,
        lambda form: writing.keep_audit(
            by=request.user,
            objective=objective,
            action=action,
            submission=form.submission,
            **{name: form.values[name] for name in names},
        ),
        {},
    )


def _audit_made_here(request, objective: Objective, action: Action | None) -> Asked:
    require(request, SEE_AUDITS, words="audits as evidence of a plan")
    found = writing.audits_made_here(objective)
    if not found:
        raise Http404("No audit made here on the objective's themes has enough cases answered yet.")
    fields = (
        Field(name="audit", label="Audit, and the grade that counts", kind="choice", required=True,
              hint="Audits made here on the objective’s themes, of the cases everybody has answered.",
              choices=tuple(
                  (f"{one.audit.pk} {place}", _counted(one, grade))
                  for one in found for place, grade in enumerate(list(one.grades)[:-1])
              )),
        Field(name="words", label="What it found", kind="words", required=True, hint=NAMES_NOBODY),
    )  # fmt: skip

    def keep(form: Filled) -> Any:
        number, place = map(int, form.values["audit"].split())
        grades = next(list(one.grades) for one in found if one.audit.pk == number)
        return writing.keep_audit_made_here(
            by=request.user,
            objective=objective,
            action=action,
            audit=number,
            grade=grades[place],
            words=form.values["words"],
            submission=form.submission,
        )

    return "Keep what an audit made here found", fields, keep, {}


def _counted(one: Result, grade: str) -> str:
    return (
        f"{one.audit.title}: graded “{grade}” or better in "
        f"{writing.graded_or_better(one, grade)} of {one.cases} cases"
    )


def _words(request, objective: Objective, action: Action | None) -> Asked:
    fields = (
        Field(name="kind", label="What it is", kind="choice", required=True, choices=WHO_SAID),
        Field(name="words", label="In their words", kind="words", required=True, hint=NAMES_NOBODY),
        _day("Day it was said"),
    )
    return (
        "Keep what somebody said",
        fields,
        lambda form: writing.keep_words(
            by=request.user,
            objective=objective,
            action=action,
            submission=form.submission,
            **{name: form.values[name] for name in ("kind", "words", "on")},
        ),
        {},
    )


def _document(request, objective: Objective, action: Action | None) -> Asked:
    largest = uploads.LARGEST // uploads.MEGABYTE
    fields = (
        Field(name="file", label="Document", kind="file", required=True,
              hint=f"{uploads.KINDS_IN_WORDS}; up to {largest} MB. No record of a child."),
        Field(name="words", label="What it shows", kind="words", required=True, hint=NAMES_NOBODY),
        _day("Day it speaks of"),
    )  # fmt: skip
    return (
        "Keep a document",
        fields,
        lambda form: writing.keep_document(
            by=request.user,
            objective=objective,
            action=action,
            name=form.values["file"].name,
            content=form.values["file"].read(uploads.LARGEST + 1),
            words=form.values["words"],
            on=form.values["on"],
            submission=form.submission,
        ),
        {},
    )


KINDS = {
    "figure": _figure,
    "audit-made-here": _audit_made_here,
    "audit": _audit,
    "words": _words,
    "document": _document,
}


def _day(label: str) -> Field:
    return Field(name="on", label=label, kind="day", required=True, not_ahead=True)


def _action_of(objective: Objective, key: str) -> Action | None:
    """The action of the objective that evidence is kept for; None for the objective itself."""
    if not key:
        return None
    found = objective.actions.filter(pk=int(key)).first() if key.isdecimal() else None
    if found is None:
        raise Http404("There is no such action of this objective.")
    return found


def document(request: HttpRequest, stored: str) -> HttpResponse:
    """A document kept as evidence, to be saved. Opening it is kept in the audit trail."""
    words = "a document kept as evidence"
    require(request, SEE_IMPROVEMENT, words=words)
    require(request, SEE_EVIDENCE, words=words)
    found = Evidence.objects.filter(stored_as=stored).first()
    content = uploads.content_of(found.stored_as, found.sha256) if found else None
    if found is None or content is None:
        raise Http404("The document is not there, or is no longer what was given.")
    audit.record(by=request.user, action=SEE_EVIDENCE, thing=words)
    response = HttpResponse(content, content_type=uploads.CONTENT_TYPES[found.file_kind])
    # Always saved and never shown in place, under a name made here: what was typed names children.
    response.headers["Content-Disposition"] = (
        f'attachment; filename="evidence-{found.pk}.{found.file_kind}"'
    )
    response.headers["Cache-Control"] = "no-store"
    return response


def withdraw(request: HttpRequest, evidence: int) -> HttpResponse:
    """Say that a piece of evidence no longer counts, and why."""
    require(request, SEE_EVIDENCE, words="evidence of a plan")
    found = Evidence.objects.select_related("objective__plan", "action").filter(pk=evidence).first()
    if found is None:
        raise Http404("There is no such evidence.")
    _require_owner(request, found.objective, "evidence of a plan", found.action)
    reason = Field(name="reason", label="Why it no longer counts", kind="words", required=True)
    return ask(
        request,
        found.objective.plan,
        (reason,),
        lambda form: writing.withdraw(
            by=request.user,
            evidence=found,
            reason=form.values["reason"],
            submission=form.submission,
        ),
        heading="Withdraw evidence",
        way=crumbs(found.objective.plan, found.objective, last="Withdraw evidence"),
        to=address_of(found.objective),
        said="The evidence no longer counts. It stays to be seen, with your reason.",
        button="Withdraw it",
        words=found.words,
    )


def _require_owner(request, objective: Objective, words: str, action: Action | None = None) -> None:
    if may(request.user, WRITE_IMPROVEMENT):
        return
    asked = action or _action_of(objective, request.GET.get("action", ""))
    require(request, OWN_ACTIONS, owned(objective, asked), words=words)
