"""Closing an objective as met or unmet, carrying it on, reopening it."""

from django.http import Http404, HttpRequest, HttpResponse

from sightline.casework.policy import WRITE_IMPROVEMENT
from sightline.improvement import closing as writing
from sightline.improvement.models import Objective, Step
from sightline.improvement.two_colours import two_colours
from sightline.web import documents, service
from sightline.web.forms import Field
from sightline.web.pages.improvement.asking import MEMBERS_READ_THIS, ask
from sightline.web.pages.improvement.finding import address_of, crumbs, objective_at

WAYS = {
    "met": "Close as met",
    "unmet": "Close without being met",
    "carry": "Carry on",
    "reopen": "Reopen",
}
SAID = {
    "met": "The objective is closed as met.",
    "unmet": "The objective is closed without being met.",
    "carry": "The objective is carried on.",
    "reopen": "The objective is open again.",
}


def close(request: HttpRequest, objective: int, way: str) -> HttpResponse:
    """One of the four decisions about an objective; ``?report=`` names the later report it follows."""
    found = objective_at(request, objective, to=WRITE_IMPROVEMENT)
    if way not in WAYS:
        raise Http404("There is no such decision.")
    figures = service.current()
    both = two_colours(found, figures)
    event = documents.library().by_address.get(request.GET.get("report", ""))
    reason = Field(
        name="reason",
        label="Reason",
        kind="words",
        required=not (way == "met" and both.is_shown),
        hint=MEMBERS_READ_THIS,
    )
    return ask(
        request,
        found.plan,
        (reason,),
        lambda form: _record(
            request, found, way, form.values["reason"] or "", event.sha256 if event else "", form
        ),
        heading=f"{WAYS[way]}: objective {found.number}",
        way=crumbs(found.plan, found, last=WAYS[way]),
        to=_back(found, event),
        said=SAID[way],
        button=WAYS[way],
        template="close.html",
        objective=found,
        colours=both,
        decision=way,
        basis=writing.BASES[writing.basis_of(both)],
        event=event,
        day_of=documents.day_of,
        sentences=found.sentences.order_by("pk"),
    )


def _record(request, objective: Objective, way: str, reason: str, report_sha: str, form) -> Step:
    given = {
        "by": request.user,
        "objective": objective,
        "reason": reason,
        "report_sha": report_sha,
        "submission": form.submission,
    }
    if way == "met":
        return writing.close_as_met(figures=service.current(), **given)
    if way == "unmet":
        return writing.close_unmet(figures=service.current(), **given)
    return writing.carry(**given) if way == "carry" else writing.reopen(**given)


def _back(objective: Objective, event) -> str:
    if event is None:
        return address_of(objective)
    return f"{address_of(objective.plan)}after/{documents.address_of(event)}/"
