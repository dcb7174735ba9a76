"""The form of an ending: the checks for this child today, what the conference said, what follows."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from sightline.casework.ending_plans import (
    Ending,
    EndingVersion,
    correct_ending,
    end_plan,
    ending_of,
    rows_of,
    version_of,
)
from sightline.casework.models import Person, Recording
from sightline.casework.policy import END_A_PLAN, ChildRecord
from sightline.casework.readers import name_of, people_who_may
from sightline.rules.checks_before_ending import CHECKS
from sightline.web import live_child, service
from sightline.web.forms import Filled, done, keep_draft, open_form, told
from sightline.web.forms.sending import DraftOf
from sightline.web.pages.child.frame import ChildPage, opened, shown_tab
from sightline.web.pages.ending import asked
from sightline.web.pages.ending.plans import Plan, plans_of_child
from sightline.web.pages.ending.shown_version import ShownVersion

FORM = "end of a protection plan"
WORDS = "the end of a protection plan"


def latest_plan(request: HttpRequest, token: str) -> HttpResponse:
    """The form for the child's latest plan; a page that says so where the child never had one."""
    page = opened(request, token, action=END_A_PLAN, words=WORDS)
    plans = plans_of_child(page.records.get("protection_plans", []))
    if plans:
        return HttpResponseRedirect(page.address("end-plan", plan=plans[-1].number))
    return shown_tab(page, "ending/no_plan.html", dict, words=WORDS)


def end_a_plan(request: HttpRequest, token: str, plan: int) -> HttpResponse:
    """Record the end of one plan, or correct what was recorded of it."""
    page = opened(request, token, action=END_A_PLAN, words=WORDS)
    wanted = _plan_of(page, plan)
    people = {str(one.pk): one for one in people_who_may(page.record)}
    standing = ending_of(page.child, wanted.started)
    form = _form(request, page.record, wanted, standing, people)
    if answer := keep_draft(request, form, to=page.address("end-plan", plan=plan)):
        return answer
    if request.method == "POST":
        sent = _Sent(request, page.record, wanted, standing, people)
        if recorded := sent.recorded(form):
            live_child.ask_again(page.child)
            return done(
                request,
                "The end of the plan is recorded.",
                to=page.address("ending-record", recording=recorded.pk),
                form=form,
            )
    on = wanted.ended or page.day
    return shown_tab(
        page,
        "ending/end_plan.html",
        lambda: {
            "form": form,
            "plan": wanted,
            "standing": standing,
            "asked_on": on,
            "checks": _checks(page.child, wanted, on),
            "of_checks": asked.OF_CHECKS,
            "agencies": {
                name: [one.name for one in asked.fields_of_agency(code)]
                for code, name in asked.agencies().items()
            },
            "often_there": len(asked.OFTEN_THERE),
            "tasks": asked.TASKS,
        },
        words=WORDS,
    )


@dataclass
class _Sent:
    """A form that came in for one plan of one child."""

    request: HttpRequest
    record: ChildRecord
    plan: Plan
    standing: Recording | None
    people: dict[str, Person]

    def recorded(self, form: Filled) -> Recording | None:
        """What was written; None where something is wrong, which the form then says."""
        if not form.is_right:
            return None
        tasks, wrong = asked.tasks_from(form.values, self.people)
        for field, words in wrong.items():
            form.blame(field, words)
        if form.seen is not None and not form.values["why"]:
            form.blame("why", "Say why you add to or change what was recorded.")
        if not form.is_right:
            return None
        ending = self._ending(form)
        with told(form):
            return self._write(form, ending, tasks)
        if form.theirs is not None:
            form.theirs = ShownVersion.of(form.theirs, besides=form.values)
        return None

    def _ending(self, form: Filled) -> Ending:
        """The ending as sent, with what the checks say of it once it is recorded."""
        given = asked.ending_from(form.values, self.plan.started, {})
        answers = service.current().checks_before_ending(
            self.record.child,
            self.plan.started,
            given.decided,
            asked.rows_to_lay_over(given, self.record.child),
            in_place_of=rows_of(self.standing) if self.standing else frozenset(),
        )
        return asked.ending_from(form.values, self.plan.started, answers)

    def _write(self, form: Filled, ending: Ending, tasks: list) -> Recording:
        sent: dict[str, Any] = {
            "by": self.request.user,
            "child": self.record,
            "ending": ending,
            "to_do": tasks,
            "submission": form.submission,
        }
        if form.seen is None or self.standing is None:
            return end_plan(**sent)
        return correct_ending(
            **sent, recording=self.standing, seen=form.seen, why=form.values["why"]
        )


def _form(
    request: HttpRequest,
    record: ChildRecord,
    plan: Plan,
    standing: Recording | None,
    people: dict[str, Person],
) -> Filled:
    """The form as first shown, with what stands recorded, as left in a draft, or as sent."""
    version: EndingVersion | None = version_of(standing) if standing else None
    first = asked.values_of(version.ending) if version else {"decided": plan.ended}
    owners = [(pk, name_of(person)) for pk, person in people.items()]
    return open_form(
        request,
        asked.every_field(owners),
        values=first,
        seen=version.number if version else None,
        draft=DraftOf(form=FORM, child=record, about=plan.started.isoformat()),
    )


def _plan_of(page: ChildPage, number: int) -> Plan:
    plans = plans_of_child(page.records.get("protection_plans", []))
    if not 1 <= number <= len(plans):
        raise Http404("There is no such page.")
    return plans[number - 1]


def _checks(child: str, plan: Plan, on: date) -> list[dict[str, Any]]:
    """Every check, in the order in which a chair goes through them, with its answer on the day."""
    answers = service.current().checks_before_ending(child, plan.started, on)
    return [{"check": check, "said": answers[name]} for name, check in CHECKS.items()]
