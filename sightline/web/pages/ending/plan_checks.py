"""The checks before a plan ends, to be read: of the plan that runs today, and of each that ended."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from sightline.casework.ending_plans import ending_of
from sightline.casework.policy import END_A_PLAN
from sightline.rules.checks_before_ending import CHECKS
from sightline.web import service
from sightline.web.pages.child.frame import ChildPage, opened, shown_tab
from sightline.web.pages.ending.plans import Plan, plans_of_child

WORDS = "the checks before a child's plan ends"


def plan_checks(request: HttpRequest, token: str) -> HttpResponse:
    """Every protection plan of a child with its checks, the latest first."""
    page = opened(request, token, words=WORDS)
    return shown_tab(
        page,
        "ending/plan_checks.html",
        lambda: {"plans": _plans(page), "checks": CHECKS, "may_end": page.may(END_A_PLAN)},
        words=WORDS,
    )


def _plans(page: ChildPage) -> list[dict[str, Any]]:
    """Each plan with its answers; of a plan that nobody decided to end there are none."""
    workspace, child = page.workspace, page.child
    plans = plans_of_child(page.records.get("protection_plans", []))
    ended = workspace.checks_at_endings_of(child) if plans else {}

    def answers(plan: Plan) -> dict[str, service.CheckAnswer]:
        if plan.ended is None:
            return workspace.checks_before_ending(child, plan.started, page.day)
        return ended.get(f"protection plan {plan.started.isoformat()}", {})

    return [
        {"plan": plan, "answers": answers(plan), "recorded": ending_of(child, plan.started)}
        for plan in reversed(plans)
    ]
