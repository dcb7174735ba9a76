"""A child's plans with their meetings and visits: when the child was seen, alone, and after how many days."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from sightline.casework.recording import days_recorded
from sightline.web.pages.child.frame import ChildPage, opened, shown_tab
from sightline.web.pages.child.plan_rows import TABLES_OF_PLANS, Plan, plans_of, seen_last


def plans_and_visits(request: HttpRequest, token: str) -> HttpResponse:
    """Every plan and period of care, the latest first, and what belongs to none."""
    page = opened(request, token, tables=TABLES_OF_PLANS)
    return shown_tab(page, "child/plans.html", lambda: _content(page))


def _content(page: ChildPage) -> dict[str, Any]:
    plans, others = plans_of(page.records, page.day)
    return {
        "plans": plans,
        "others": others,
        "seen_last": seen_last(page.records, page.day),
        "in_short": in_short,
        "recorded_days": days_recorded(page.child),
    }


def in_short(plan: Plan) -> str:
    """What the visits of a plan come to, as facts."""
    held = [one for one in plan.visits if one.mode != "attempted"]
    if not held:
        return "No visit is recorded."
    seen, alone = sum(one.seen is True for one in held), sum(one.alone is True for one in held)
    tried = len(plan.visits) - len(held)
    more = f" ({tried:,} more attempted)" if tried else ""
    told = f"{_times(len(held), 'visit')}{more}; the child was seen at {seen} and alone at {alone}."
    gaps = [one.days_unseen for one in plan.visits if one.seen and one.days_unseen is not None]
    return f"{told} The longest time between was {_times(max(gaps), 'day')}." if gaps else told


def _times(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
