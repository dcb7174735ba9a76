"""The decisions about a concern: what each one asks, and the one function that writes it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from sightline.casework import decisions
from sightline.casework.concern_keys import Decided, history_of
from sightline.casework.models import ConcernDecision, Person
from sightline.casework.policy import DECIDE, RECORD, ChildRecord
from sightline.casework.readers import name_of, people_who_may
from sightline.casework.writing import was_sent
from sightline.web.forms import Field, Filled, done, keep_draft, open_form, told
from sightline.web.forms.fields import CHOICE, DAY, WORDS
from sightline.web.forms.sending import SUBMISSION, DraftOf
from sightline.web.pages.child_door import child_at, shown_of_child
from sightline.web.pages.day.found import found_at, of_concern

Kind = ConcernDecision.Kind
WORDS_IN_THE_TRAIL = "deciding about a concern of a child"


@dataclass(frozen=True, kw_only=True)
class Form:
    """One kind of decision: its words, what it asks and what writes it.

    ``fields`` gives the fields for one child's record; ``given`` turns their values into what
    ``write`` takes.
    """

    kind: str
    title: str
    about: str
    button: str
    done: str
    fields: Callable[[ChildRecord], Sequence[Field]]
    write: Callable[..., ConcernDecision]

    @property
    def slug(self) -> str:
        """The kind as an address has it."""
        return self.kind.replace("_", "-")


def _reason(label: str, hint: str = "") -> Field:
    return Field(name="reason", label=label, kind=WORDS, hint=hint, required=True)


def people_field(record: ChildRecord, name: str, label: str, hint: str, action: str) -> Field:
    """A choice of the people who may do ``action`` for this child."""
    people = people_who_may(record, action)
    choices = tuple((str(one.pk), f"{name_of(one)}, {one.get_role_display()}") for one in people)
    return Field(name=name, label=label, kind=CHOICE, hint=hint, required=True, choices=choices)


def task_fields(record: ChildRecord) -> tuple[Field, ...]:
    """What a task asks: what, who and by when."""
    return (
        Field(name="task", label="What will be done?", required=True, hint="It stands on the owner’s list of tasks in these words."),
        people_field(record, "owner", "Who will do it?", "People who may record for this child, those at work with the child first.", RECORD),
        Field(name="due", label="By which day?", kind=DAY, required=True, hint="For example, 27 3 2026"),
    )  # fmt: skip


def _with_reason(
    label: str, hint: str = "", *more: Field
) -> Callable[[ChildRecord], Sequence[Field]]:
    return lambda record: (*more, _reason(label, hint))


FORMS: dict[str, Form] = {
    form.slug: form
    for form in (
        Form(
            kind=Kind.ACT, title="Say what will be done", button="Set this task", done="The task is set.",
            about="A task for somebody by a day. The concern stays open until the record shows that it is done.",
            fields=lambda record: (*task_fields(record), _reason("Why this, and why now?")),
            write=decisions.act,
        ),
        Form(
            kind=Kind.DONE_NOT_RECORDED, title="It was done, but is not yet recorded", button="Say that it was done",
            done="What you said stands beside the concern.",
            about="The concern stays open until the case system shows it. Record it there, or in Sightline, next.",
            fields=_with_reason("What was done, and when will it be recorded?", "",
                                Field(name="on", label="On which day was it done?", kind=DAY, required=True, not_ahead=True)),
            write=decisions.done_not_recorded,
        ),
        Form(
            kind=Kind.ATTEMPTED, title="It was attempted", button="Say that it was attempted",
            done="What you said stands beside the concern.",
            about="Somebody tried, and it did not come about. The concern stays open.",
            fields=_with_reason("What was tried, what happened, and what is next?", "",
                                Field(name="on", label="On which day was it tried?", kind=DAY, required=True, not_ahead=True)),
            write=decisions.attempted,
        ),
        Form(
            kind=Kind.EXPLAIN, title="Explain why it is as it is", button="Explain",
            done="The explanation stands beside the concern.",
            about="A duty of the law or of guidance is explained, never accepted away. The concern stays open.",
            fields=_with_reason("Why is it as it is for this child?"),
            write=decisions.explain,
        ),
        Form(
            kind=Kind.ACCEPT, title="Accept it until a day", button="Accept until that day",
            done="That it is accepted stands beside the concern.",
            about="Only a standard that the council set for itself can be accepted for a child, and only until a day.",
            fields=_with_reason("Why is it right for this child?", "",
                                Field(name="until", label="Until which day?", kind=DAY, required=True)),
            write=decisions.accept,
        ),
        Form(
            kind=Kind.DISPUTE, title="Dispute it: the record is wrong", button="Dispute it",
            done="The dispute stands in data quality until somebody settles it.",
            about="It goes to data quality. The concern stays until the record is mended.",
            fields=_with_reason("What is wrong in the record, and how do you know?"),
            write=decisions.dispute,
        ),
        Form(
            kind=Kind.ESCALATE, title="Escalate it to somebody", button="Escalate",
            done="They have been told.",
            about="The person is told at once, in your words.",
            fields=lambda record: (
                people_field(record, "to", "To whom?", "People who may decide about this child.", DECIDE),
                _reason("What do you ask of them, and why?"),
            ),
            write=decisions.escalate,
        ),
        Form(
            kind=Kind.SETTLE, title="Settle the dispute", button="Settle it", done="The dispute is settled.",
            about="Say whether the record was mended, or was right as it stood.",
            fields=_with_reason("What was found?"),
            write=decisions.settle,
        ),
    )
}  # fmt: skip


def kinds_for(rule: str, history: Sequence[Decided]) -> list[Form]:
    """The decisions that can be taken about a concern of this rule today."""
    left_out = set()
    if not decisions.rests_on_local_standards(rule):
        left_out.add(Kind.ACCEPT)
    if standing_dispute(history) is None:
        left_out.add(Kind.SETTLE)
    return [form for form in FORMS.values() if form.kind not in left_out]


def standing_dispute(history: Sequence[Decided]) -> ConcernDecision | None:
    """The latest dispute of a history that nobody has settled."""
    settled = {one.decision.answers_id for one in history}
    disputes = (one.decision for one in history if one.decision.kind == Kind.DISPUTE)
    return next((one for one in disputes if one.pk not in settled), None)


def decide(request: HttpRequest, token: str, concern: str, kind: str) -> HttpResponse:
    """The form of one decision about one concern, and its sending."""
    child, record = child_at(request, token, action=DECIDE, words=WORDS_IN_THE_TRAIL)
    found = found_at(record, concern)
    if isinstance(found, str):
        return HttpResponseRedirect(reverse("decide", args=[token, found, kind]))
    history = history_of(found.key)
    to = reverse("concern", args=[token, concern])
    if kind in FORMS and was_sent(by=request.user, submission=request.POST.get(SUBMISSION, "")):
        return done(request, FORMS[kind].done, to=to)
    asked = {form.slug: form for form in kinds_for(found.key.rule, history)}.get(kind)
    if asked is None:
        raise Http404("There is no such page.")
    latest = history[0].decision.pk if history else 0
    about = f"{found.key.rule}, {found.key.subject}"[:200]
    form = open_form(
        request,
        asked.fields(record),
        seen=latest,
        draft=DraftOf(form=f"decision: {asked.title}"[:60], child=record, about=about),
    )
    if kept := keep_draft(request, form, to=to):
        return kept
    if request.method == "POST" and form.is_right and not _somebody_was_first(form, history):
        given = _given(form)
        if asked.kind == Kind.SETTLE:
            given["disputed"] = standing_dispute(history)
        else:
            given["concern"] = found.key
        with told(form):
            asked.write(by=request.user, record=record, **given, submission=form.submission)
            return done(request, asked.done, to=to, form=form)
    content = {**of_concern(found), "form": form, "asked": asked, "history": history}
    return shown_of_child(
        request, child, "day/decide.html", lambda: content, words=WORDS_IN_THE_TRAIL
    )


def _given(form: Filled) -> dict[str, Any]:
    """The values of the form, people in place of their numbers."""
    given = dict(form.values)
    for name in ("owner", "to"):
        if name in given:
            given[name] = Person.objects.get(pk=given[name])
    return given


def _somebody_was_first(form: Filled, history: Sequence[Decided]) -> bool:
    """Whether somebody decided since the form was opened. It is then shown with what they said."""
    since = [one.decision for one in history if one.decision.pk > (form.seen or 0)]
    if form.seen is None or not since:
        return False
    last = since[0]
    form.blame(
        "",
        f"{name_of(last.by)} decided about this since you opened it. Read what they said, "
        "then send yours if it still stands.",
    )
    form.seen = last.pk
    return True
