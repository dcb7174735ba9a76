"""My day: the first page of everybody who works with children."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from sightline.casework import audit
from sightline.casework.policy import DECIDE, LIST_CHILDREN
from sightline.casework.readers import name_of
from sightline.improvement.owners_day import actions_for
from sightline.measures.at_hand import NOBODY
from sightline.web import service
from sightline.web.concern_addresses import address_part, opaque
from sightline.web.door import require
from sightline.web.local_values import local_values
from sightline.web.pages.child_door import address_of
from sightline.web.pages.day import filters as kinds
from sightline.web.pages.day.figures_first import COUNTED, come_first, figures_of
from sightline.web.pages.day.filters import Filters, filters_from, is_in_part, is_wanted
from sightline.web.pages.day.own import own_things
from sightline.web.pages.day.rows import (
    AtHand,
    Row,
    at_hand_of,
    beside,
    day_of,
    when_in_words,
)
from sightline.web.pages.shown import shown
from sightline.web.words import day_in_words

ROWS_ON_A_PAGE = 50
WORDS = "my day"


@dataclass(frozen=True)
class Group:
    """Rows of one page that stand together: of one child, one duty or one worker.

    ``size`` counts those of the group on other pages too.
    """

    value: str
    rows: list[Row]
    size: int


def my_day(request: HttpRequest) -> HttpResponse:
    """What is due, overdue, newly opened and decided, of the children who are this person's.

    Reading it is one entry in the audit trail, which names the children on the page.
    """
    require(request, DECIDE, words=WORDS)
    workspace = service.current()
    day = day_of(workspace)
    filters = _filters(request, workspace)
    own = own_things(request.user, workspace)
    today = timezone.localdate()
    content: dict[str, Any] = {
        "filters": filters,
        "actions": actions_for(request.user, today, local_values()),
        "day": day,
        "kinds": kinds,
        "own": own,
        "name_of": name_of,
        "today": today,
    }
    if come_first(request.user) and not (filters.team or filters.worker or filters.rule):
        content["figures"] = figures_of(request.user, workspace, filters, day)
        content["counted"] = COUNTED
    else:
        content |= _list(request, workspace, filters, day)
    children = own.children | {row.concern.child for row in content.get("on_page", ())}
    content |= {
        "names": workspace.names_of(children),
        "workers": workspace.worker_names(),
        "address_of": address_of,
        "address_part": lambda concern: address_part(concern, settings.WORKSPACE),
        "opaque": lambda kind, value: opaque(kind, value, settings.WORKSPACE),
        "narrowed_to": kinds.narrowing_in_words(filters, workspace.worker_names()),
        "when": lambda concern: when_in_words(concern, day),
    }
    with transaction.atomic():
        audit.record(by=request.user, action=LIST_CHILDREN, thing=WORDS, children=sorted(children))
        return shown(request, "day/my_day.html", content)


def _filters(request: HttpRequest, workspace: service.Service) -> Filters:
    """What the address asks for; teams and workers stand in it as keyed hashes."""

    def hidden(kind: str, values) -> dict[str, str]:
        return {opaque(kind, value, settings.WORKSPACE): value for value in (*values, NOBODY)}

    return filters_from(
        request.GET,
        hidden("team", workspace.team_names()),
        hidden("worker", workspace.worker_names()),
    )


def _list(
    request: HttpRequest, workspace: service.Service, filters: Filters, day: date
) -> dict[str, Any]:
    """One part of what is at hand, narrowed, a page of it, and how many are in every part."""
    # Somebody who answers for a whole service has a team, a worker or a rule read for them, not all.
    narrow = come_first(request.user)
    whole = at_hand_of(
        request.user,
        workspace,
        **(
            {"rule": filters.rule, "team": filters.team, "worker": filters.worker} if narrow else {}
        ),
    )
    wanted = [row for row in whole.rows if is_wanted(row, filters)]
    in_part = [row for row in wanted if is_in_part(row, filters, day, whole.decided)]
    part = Paginator(_in_order(in_part, filters), ROWS_ON_A_PAGE).get_page(request.GET.get("page"))
    on_page = list(part)
    return {
        "rows": in_part,
        "of_all": sum(is_in_part(row, filters, day, whole.decided) for row in whole.rows),
        "children_in_part": len({row.concern.child for row in in_part}),
        "counts": {
            show: sum(is_in_part(row, filters.only(show), day, whole.decided) for row in wanted)
            for show in kinds.SHOWS
        },
        "heading": kinds.part_in_words(filters, day_in_words(day)),
        "part": part,
        "on_page": on_page,
        "groups": _grouped(on_page, in_part, filters),
        "beside": beside(on_page),
        "by_worker": _by_worker(wanted, filters, day) if whole.reach.teams and not narrow else [],
        "off": whole.off,
        "choices": _choices(whole),
    }


def _value(filters: Filters) -> Callable[[Row], str]:
    """What rows are put together by."""
    return {
        kinds.BY_CHILD: lambda row: row.concern.child,
        kinds.BY_DUTY: lambda row: row.concern.rule,
        kinds.BY_WORKER: lambda row: row.concern.worker or NOBODY,
    }[filters.by]


def _in_order(rows: list[Row], filters: Filters) -> list[Row]:
    """Groups in the order of their earliest day, the rows of each in the order of theirs."""
    value = _value(filters)
    earliest: dict[str, date] = {}
    for row in rows:
        earliest[value(row)] = min(row.day, earliest.get(value(row), date.max))
    return sorted(rows, key=lambda row: (earliest[value(row)], value(row), row.day, row.key.rule))


def _grouped(on_page: list[Row], rows: list[Row], filters: Filters) -> list[Group]:
    """The rows of a page, those that stand together under one heading."""
    value = _value(filters)
    sizes: dict[str, int] = {}
    for row in rows:
        sizes[value(row)] = sizes.get(value(row), 0) + 1
    return [Group(key, list(found), sizes[key]) for key, found in groupby(on_page, key=value)]


def _by_worker(rows: list[Row], filters: Filters, day: date) -> list[tuple[str, dict[str, int]]]:
    """Each worker with what stands open and what is due soon; nobody last. A list, in no rank."""
    found: dict[str, dict[str, int]] = {}
    for row in rows:
        counts = found.setdefault(row.concern.worker or NOBODY, dict.fromkeys(COUNTED, 0))
        for show in COUNTED:
            counts[show] += is_in_part(row, filters.only(show), day, {})
    return list(found.items())


def _choices(whole: AtHand) -> dict[str, list[str]]:
    """What the filters offer: only what is there to be found."""
    statuses = {row.concern.status for row in whole.rows}
    stages = {row.rule.stage for row in whole.rows}
    return {
        "stage": [stage for stage in kinds.STAGES if stage in stages],
        "status": [status for status in kinds.STATUSES if status in statuses],
        "worker": sorted({row.concern.worker or NOBODY for row in whole.rows}),
        "team": sorted({row.concern.team or NOBODY for row in whole.rows}),
        "rule": sorted(
            {row.concern.rule for row in whole.rows}, key=lambda rule: list(kinds.RULES).index(rule)
        ),
    }
