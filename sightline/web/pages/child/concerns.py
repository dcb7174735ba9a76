"""The concerns of one child: open, closed, in time, each with what was decided about it."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from sightline.casework.concern_keys import ConcernKey, latest_decisions
from sightline.casework.rule_stages import stages
from sightline.web.pages.child.frame import ChildPage, opened, shown_tab
from sightline.web.pages.child.story import Worry, worries


def concerns(request: HttpRequest, token: str) -> HttpResponse:
    """What rules found for the child, the longest open first."""
    page = opened(request, token)
    return shown_tab(page, "child/concerns.html", lambda: _content(page))


def _content(page: ChildPage) -> dict[str, Any]:
    standing = stages()
    return {
        "is_on": lambda rule: standing.is_on(rule, page.day),
        "worries": worries(page),
        "closed": _closed(page),
        "in_time": [one for one in page.concerns if not one.is_open and not one.opens],
    }


def _closed(page: ChildPage) -> list[Worry]:
    """Concerns that were open once, with the days they were."""
    over = [one for one in page.concerns if not one.is_open and one.opens]
    keys = [ConcernKey(one.rule, page.child, one.subject) for one in over]
    decided = latest_decisions(page.child, keys)
    return [
        Worry(concern=one, days=(one.closes - one.opens).days, decided=decided.get(key))
        for one, key in zip(over, keys, strict=True)
    ]
