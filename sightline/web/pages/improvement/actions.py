"""Actions: one's own, one of them, and what is written of them."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from sightline.casework.policy import (
    OWN_ACTIONS,
    SEE_EVIDENCE,
    SEE_IMPROVEMENT,
    WRITE_IMPROVEMENT,
    may,
)
from sightline.improvement import actions as writing
from sightline.improvement.evidence import audits_made_here
from sightline.improvement.models import Action, Dependency, Note, Objective
from sightline.improvement.owners_day import actions_for, as_they_stand
from sightline.improvement.two_colours import two_colours
from sightline.improvement.writing import changes_of, may_report, owned
from sightline.web import service
from sightline.web.door import require
from sightline.web.forms import Field
from sightline.web.local_values import local_values
from sightline.web.pages.improvement.asking import MEMBERS_READ_THIS, ask, person_field, person_of
from sightline.web.pages.improvement.finding import (
    action_at,
    address_of,
    crumbs,
    objective_at,
    shown_of_plan,
)
from sightline.web.pages.improvement.kept_evidence import shown_evidence

NO_COLOUR = ("", "No colour, only a note")
COLOURS = tuple((one.value, str(one.label)) for one in Note.Colour)


def my_actions(request: HttpRequest) -> HttpResponse:
    """What the person owns, and what nobody owns any more that they can hand over."""
    require(request, SEE_IMPROVEMENT, words="own actions of improvement plans")
    today = timezone.localdate()
    owned_ones = Objective.objects.filter(owner=request.user, state=Objective.State.OPEN)
    return shown_of_plan(
        request,
        "my_actions.html",
        None,
        {
            "actions": actions_for(request.user, today, local_values()),
            "owner_of": writing.owner_of,
            "objectives": [
                (one, two_colours(one, service.current()))
                for one in owned_ones.select_related("plan")
            ],
            "today": today,
        },
    )


def action(request: HttpRequest, action: int) -> HttpResponse:
    """One action: where it stands, what was said of it, what it waits for, its evidence."""
    found = action_at(request, action)
    reads_evidence = bool(may(request.user, SEE_EVIDENCE))
    (stands,) = as_they_stand(
        Action.objects.filter(pk=found.pk), timezone.localdate(), local_values()
    )
    content = {
        "action": found,
        "objective": found.objective,
        "stands": stands,
        "owner": writing.owner_of(found),
        "colours": two_colours(found.objective, service.current()),
        "reports_on": may_report(request.user, found.objective, found),
        "audits_made_here": bool(audits_made_here(found.objective)),
        "notes": found.notes.select_related("by").order_by("-at", "-pk"),
        "dependencies": found.waits_for.filter(ended_at=None).select_related("needs"),
        "awaited_by": found.awaited_by.filter(ended_at=None).select_related("action"),
        "evidence": shown_evidence(found.evidence.select_related("by", "action", "withdrawn_by"))
        if reads_evidence
        else (),
        "reads_evidence": reads_evidence,
        "number_of_evidence": found.evidence.filter(withdrawn_at=None).count(),
        "changes": changes_of(found),
        "way": crumbs(found.objective.plan, found.objective, found),
    }
    return shown_of_plan(request, "action.html", found.objective.plan, content)


def _fields() -> tuple[Field, ...]:
    return (
        Field(name="words", label="What is to be done", kind="words", required=True,
              hint=MEMBERS_READ_THIS),
        person_field("owner", "Owner", hint="A person who signs in here."),
        Field(name="owner_elsewhere", label="Or a person outside",
              hint="Their name and post, where they do not sign in here."),
        Field(name="partner", label="Their organisation", hint="Such as the police or a school trust."),
        Field(name="due", label="Due", kind="day", required=True),
    )  # fmt: skip


def _given(values) -> dict[str, object]:
    return {
        "words": values["words"],
        "owner": person_of(values["owner"]),
        "owner_elsewhere": values["owner_elsewhere"] or "",
        "partner": values["partner"] or "",
        "due": values["due"],
    }


def set_action(request: HttpRequest, objective: int) -> HttpResponse:
    """Set an action for an objective."""
    found = objective_at(request, objective, to=WRITE_IMPROVEMENT)
    return ask(
        request,
        found.plan,
        _fields(),
        lambda form: writing.set_action(
            by=request.user, objective=found, submission=form.submission, **_given(form.values)
        ),
        heading="Set an action",
        way=crumbs(found.plan, found, last="Set an action"),
        to=address_of(found),
        said="The action is set.",
        button="Set it",
        words=found.words,
    )


def change_action(request: HttpRequest, action: int) -> HttpResponse:
    """Reword an action, move its day or hand it over."""
    found = action_at(request, action, to=WRITE_IMPROVEMENT)
    why = Field(name="why", label="Why", kind="words",
                hint="Needed where the day moves back or somebody else takes it over.")  # fmt: skip
    names = ("words", "owner_elsewhere", "partner", "due")
    return ask(
        request,
        found.objective.plan,
        (*_fields(), why),
        lambda form: writing.change_action(
            by=request.user,
            action=found,
            seen=form.seen,
            why=form.values["why"] or "",
            **_given(form.values),
        ),
        heading="Change or hand over an action",
        way=crumbs(found.objective.plan, found.objective, found, last="Change"),
        to=address_of(found),
        said="The action is changed. What it said before is kept.",
        values={name: getattr(found, name) for name in names} | {"owner": found.owner_id},
        seen=found.version,
    )


def say(request: HttpRequest, objective: int) -> HttpResponse:
    """Say how an objective goes, with a colour."""
    found = objective_at(request, objective)
    require(request, OWN_ACTIONS if not may(request.user, WRITE_IMPROVEMENT) else WRITE_IMPROVEMENT,
            owned(found), words="a note on an objective")  # fmt: skip
    colour = Field(name="colour", label="How it stands, in your judgement", kind="choice",
                   choices=COLOURS, required=True)  # fmt: skip
    return _note(request, found, None, colour)


def say_of_action(request: HttpRequest, action: int) -> HttpResponse:
    """Say how an action goes."""
    found = action_at(request, action)
    _require_owner(request, found, "a note on an action")
    colour = Field(
        name="colour",
        label="How it stands, in your judgement",
        kind="choice",
        choices=(NO_COLOUR, *COLOURS),
    )
    return _note(request, found.objective, found, colour)


def _note(request, objective: Objective, action: Action | None, colour: Field) -> HttpResponse:
    fields = (
        colour,
        Field(name="words", label="In words", kind="words", required=True, hint=MEMBERS_READ_THIS),
        Field(name="told_by", label="Told by somebody outside",
              hint="Where you write in the name of a partner: who they are."),
    )  # fmt: skip
    about = [one for one in (objective.plan, objective, action) if one is not None]
    return ask(
        request,
        objective.plan,
        fields,
        lambda form: writing.note(
            by=request.user,
            objective=objective,
            action=action,
            words=form.values["words"],
            colour=form.values["colour"] or "",
            told_by=form.values["told_by"] or "",
            submission=form.submission,
        ),
        heading="Say how the action goes" if action else "Say how the objective goes",
        way=crumbs(*about, last="How it goes"),
        to=address_of(action or objective),
        said="It is noted.",
        words=action.words if action else objective.words,
    )


def end_action(request: HttpRequest, action: int) -> HttpResponse:
    """Say that an action is done, or dropped and why."""
    found = action_at(request, action)
    _require_owner(request, found, "the end of an action")
    fields = (
        Field(name="ended_as", label="How it ends", kind="choice", required=True,
              choices=(("done", "Done"), ("dropped", "Dropped"))),
        Field(name="because", label="In words", kind="words",
              hint=f"Why, where it is dropped. {MEMBERS_READ_THIS}"),
    )  # fmt: skip
    return ask(
        request,
        found.objective.plan,
        fields,
        lambda form: writing.end_action(
            by=request.user,
            action=found,
            ended_as=form.values["ended_as"],
            because=form.values["because"] or "",
            submission=form.submission,
        ),
        heading="Done, or dropped",
        way=crumbs(found.objective.plan, found.objective, found, last="Done, or dropped"),
        to=address_of(found),
        said="It is recorded. What the measures say does not change by it.",
        words=found.words,
    )


def wait_for(request: HttpRequest, action: int) -> HttpResponse:
    """Say which action of the plan this one waits for."""
    found = action_at(request, action, to=WRITE_IMPROVEMENT)
    others = Action.objects.filter(
        objective__plan=found.objective.plan_id, state=Action.State.OPEN
    ).exclude(pk=found.pk)
    by_key = {str(one.pk): one for one in others.select_related("objective")}
    needs = Field(
        name="needs",
        label="The action it waits for",
        kind="choice",
        required=True,
        choices=tuple((key, f"{one.objective.number}: {one.words}") for key, one in by_key.items()),
    )
    return ask(
        request,
        found.objective.plan,
        (needs,),
        lambda form: writing.wait_for(
            by=request.user,
            action=found,
            needs=by_key[form.values["needs"]],
            submission=form.submission,
        ),
        heading="What it waits for",
        way=crumbs(found.objective.plan, found.objective, found, last="What it waits for"),
        to=address_of(found),
        said="The action waits for the other.",
        words=found.words,
    )


def wait_no_longer(request: HttpRequest, action: int, dependency: int) -> HttpResponse:
    """Say that an action waits for another no longer."""
    found = action_at(request, action, to=WRITE_IMPROVEMENT)
    row = Dependency.objects.filter(pk=dependency, action=found, ended_at=None).first()
    if row is None:
        raise Http404("It does not wait for that.")
    return ask(
        request,
        found.objective.plan,
        (),
        lambda form: writing.wait_no_longer(by=request.user, dependency=row),
        heading="It waits no longer",
        way=crumbs(found.objective.plan, found.objective, found, last="It waits no longer"),
        to=address_of(found),
        said="The action waits for the other no longer.",
        words=f"{found.words} It waits for: {row.needs.words}",
    )


def _require_owner(request: HttpRequest, action: Action, words: str) -> None:
    """Go on for the owner of the action or its objective, and for those who write plans."""
    if may(request.user, WRITE_IMPROVEMENT):
        return
    require(request, OWN_ACTIONS, owned(action.objective, action), words=words)
