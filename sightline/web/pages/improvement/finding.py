"""Finding what an address names, asking the policy first, and the ways back from it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from sightline.casework.policy import SEE_EVIDENCE, SEE_IMPROVEMENT, WRITE_IMPROVEMENT, may
from sightline.improvement.models import Action, Objective, Plan
from sightline.inspections.authorities import authority_with_urn
from sightline.web.door import require
from sightline.web.pages.shown import shown

Crumbs = list[tuple[str, str]]


def plan_at(request: HttpRequest, plan: int, *, to: str = SEE_IMPROVEMENT) -> Plan:
    """The plan of this number, for somebody who may do ``to``."""
    require(request, to, words="an improvement plan")
    return _one(Plan.objects.all(), plan, "plan")


def objective_at(request: HttpRequest, objective: int, *, to: str = SEE_IMPROVEMENT) -> Objective:
    """The objective of this number, for somebody who may do ``to``."""
    require(request, to, words="an objective of an improvement plan")
    rows = Objective.objects.select_related("plan", "owner", "sponsor", "became", "came_from")
    return _one(rows, objective, "objective")


def action_at(request: HttpRequest, action: int, *, to: str = SEE_IMPROVEMENT) -> Action:
    """The action of this number, for somebody who may do ``to``."""
    require(request, to, words="an action of an improvement plan")
    rows = Action.objects.select_related("objective__plan", "objective__owner", "owner")
    return _one(rows, action, "action")


def _one(rows: Any, key: int, what: str) -> Any:
    found = rows.filter(pk=key).first()
    if found is None:
        raise Http404(f"There is no such {what}.")
    return found


def address_of(row: Plan | Objective | Action) -> str:
    """The address of a plan's, an objective's or an action's own page."""
    if isinstance(row, Plan):
        return reverse("plan", kwargs={"plan": row.pk})
    if isinstance(row, Objective):
        return reverse("objective", kwargs={"objective": row.pk})
    return reverse("improvement-action", kwargs={"action": row.pk})


def crumbs(*rows: Plan | Objective | Action, last: str = "") -> Crumbs:
    """The way to a page: all plans, then these, then the page itself where it has words of its own."""
    steps = [("Improvement plans", reverse("plans"))]
    steps += [(_words_of(row), address_of(row)) for row in rows]
    if last:
        return [*steps, (last, "")]
    words, _ = steps.pop()
    return [*steps, (words, "")]


def _words_of(row: Plan | Objective | Action) -> str:
    if isinstance(row, Plan):
        return row.title
    return f"Objective {row.number}" if isinstance(row, Objective) else "Action"


def shown_of_plan(
    request: HttpRequest, template: str, plan: Plan | None, content: dict[str, Any]
) -> HttpResponse:
    """A page of a plan, with what all of them show: whose it is, and what the person may do."""
    return shown(
        request,
        f"improvement/{template}",
        {
            "plan": plan,
            "is_about_a_council": bool(plan and authority_with_urn(plan.urn)),
            "writes": bool(may(request.user, WRITE_IMPROVEMENT)),
            "sees_evidence": bool(may(request.user, SEE_EVIDENCE)),
            "address_of": address_of,
            **content,
        },
    )
