"""The record of an ending: everything on one page that prints, each version of it, and withdrawing it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from sightline.casework.ending_plans import EndingVersion, version_of
from sightline.casework.models import Recording, Task
from sightline.casework.policy import END_A_PLAN
from sightline.casework.recording import history_of, withdraw
from sightline.measures.endings import Wanted
from sightline.records.codes import CODES
from sightline.rules.checks_before_ending import CHECKS
from sightline.web import live_child, service
from sightline.web.forms import Field, Filled, done, open_form, told
from sightline.web.forms import fields as kinds
from sightline.web.pages.child.frame import ChildPage, opened, shown_tab
from sightline.web.pages.ending import asked
from sightline.web.pages.ending.plans import Plan, plans_of_child

WORDS = "the record of the end of a protection plan"
WITHDRAWING = (
    Field(name="why", label="Why was it recorded in error?", kind=kinds.WORDS, required=True),
)


def ending_record(request: HttpRequest, token: str, recording: int) -> HttpResponse:
    """Everything recorded of one ending, as it stands or as a version had it (``?version=``)."""
    page = opened(request, token, words=WORDS)
    wanted = _ending_of(page.child, recording)
    version = version_of(wanted, _number(request, wanted))
    return shown_tab(page, "ending/record.html", lambda: _content(page, version), words=WORDS)


def withdraw_ending(request: HttpRequest, token: str, recording: int) -> HttpResponse:
    """Say that an ending was recorded in error. Its words stay, and another can be recorded."""
    page = opened(request, token, action=END_A_PLAN, words=WORDS)
    wanted = _ending_of(page.child, recording)
    form = open_form(request, WITHDRAWING, seen=wanted.version)
    if request.method == "POST" and form.is_right and _withdrawn(page, wanted, form):
        live_child.ask_again(page.child)
        return done(
            request,
            "The ending is withdrawn. What was recorded can still be read.",
            to=page.address("ending-record", recording=wanted.pk),
        )
    content = {"form": form, "recording": wanted}
    return shown_tab(page, "ending/withdraw.html", lambda: content, words=WORDS)


def _withdrawn(page: ChildPage, wanted: Recording, form: Filled) -> Recording | None:
    with told(form):
        return withdraw(
            by=page.request.user,
            child=page.record,
            recording=wanted,
            seen=form.seen or 0,
            why=form.values["why"],
        )
    form.theirs = None  # the page links to the versions; this form has no field to compare
    return None


def _ending_of(child: str, recording: int) -> Recording:
    found = Recording.objects.filter(pk=recording, child=child, table="plan_endings").first()
    if found is None:
        raise Http404("There is no such page.")
    return found


def _number(request: HttpRequest, recording: Recording) -> int:
    """The version asked for, by default the one that stands."""
    typed = request.GET.get("version", "")
    if not typed:
        return recording.version
    if not (typed.isascii() and typed.isdigit()) or not 1 <= int(typed) <= recording.version:
        raise Http404("There is no such version.")
    return int(typed)


def _content(page: ChildPage, version: EndingVersion) -> dict[str, Any]:
    ending = version.ending
    plans = plans_of_child(page.records.get("protection_plans", []))
    plan = next((one for one in plans if one.started == ending.plan_started), None)
    return {
        "version": version,
        "ending": ending,
        "plan": plan,
        "checks": [
            {"check": check, "said": ending.checks[name], "told": _told(ending.given, name)}
            for name, check in CHECKS.items()
            if name in ending.checks
        ],
        "decision": _labelled(asked.DECISION, {**ending.given, **ending.words}),
        "views": _labelled(asked.VIEWS, ending.words),
        "follows": _labelled(asked.FOLLOWS, {**ending.given, **ending.words}),
        "agency_names": asked.agencies(),
        "view_words": CODES["view_of_decision"],
        "tasks": Task.objects.filter(came_from=version.recording).select_related("owner"),
        "versions": history_of(version.recording),
        "after": _came_after(page.child, plan),
        "may_correct": page.may(END_A_PLAN)
        and not version.recording.is_withdrawn
        and plan is not None,
    }


def _labelled(fields, values) -> list[tuple[str, object]]:
    """What each field asked, and what was answered; what nobody filled in says so."""
    grounds = CODES["plan_end_reason"]
    return [
        (one.label, grounds.get(str(values.get(one.name)), values.get(one.name)))
        for one in fields
        if one.name != "decided"
    ]


def _told(given, check: str) -> list[tuple[str, object]]:
    """What the conference said on one check, in the form's words."""
    return [
        (one.label, given[one.name]) for one in asked.OF_CHECKS.get(check, ()) if one.name in given
    ]


def _came_after(child: str, plan: Plan | None):
    """What the records say came after this plan ended; None where they have not ended it."""
    if plan is None or plan.ended is None:
        return None
    subject = f"protection plan {plan.started.isoformat()}"
    found = service.current().endings(Wanted(since=plan.ended, until=plan.ended, child=child))
    return next((one for one in found if one.subject == subject), None)
