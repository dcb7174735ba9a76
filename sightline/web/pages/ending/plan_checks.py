"""The checks before a plan ends, to be read: of the plan that runs today, and of each that ended."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from sightline.casework.ending_plans import ending_of
from sightline.casework.policy import END_A_PLAN, READ_CHILD, ChildRecord, may
from sightline.rules.checks_before_ending import CHECKS
from sightline.web import service
from sightline.web.pages.child_door import child_at, shown_of_child
from sightline.web.pages.ending.plans import Plan, plans_of_child

WORDS = "the checks before a child's plan ends"


def plan_checks(request: HttpRequest, token: str) -> HttpResponse:
    """Every protection plan of a child with its checks, the latest first."""
    child, record = child_at(request, token, READ_CHILD, WORDS)
    return shown_of_child(
        request,
        child,
        "ending/plan_checks.html",
        lambda: {
            "token": token,
            "plans": _plans(record),
            "checks": CHECKS,
            "may_end": bool(may(request.user, END_A_PLAN, record)),
        },
        words=WORDS,
    )


def _plans(record: ChildRecord) -> list[dict[str, Any]]:
    """Each plan with its answers; of a plan that nobody decided to end there are none."""
    workspace, child = service.current(), record.child
    plans = plans_of_child(workspace.records_of(child).get("protection_plans", []))
    ended = workspace.checks_at_endings_of(child) if plans else {}

    def answers(plan: Plan) -> dict[str, service.CheckAnswer]:
        if plan.ended is None:
            today = workspace.authority().day
            return workspace.checks_before_ending(child, plan.started, today)
        return ended.get(f"protection plan {plan.started.isoformat()}", {})

    return [
        {"plan": plan, "answers": answers(plan), "recorded": ending_of(child, plan.started)}
        for plan in reversed(plans)
    ]
