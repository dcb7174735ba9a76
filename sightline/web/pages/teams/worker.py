"""One worker's list in a team: the children, or those behind one figure, each a step from the visit."""

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from sightline.casework import audit
from sightline.casework.concern_keys import ConcernKey
from sightline.casework.policy import LIST_CHILDREN, SUPERVISE, may
from sightline.measures.at_hand import NOBODY
from sightline.rules import RULES
from sightline.web import service
from sightline.web.concern_addresses import address_part
from sightline.web.door import require
from sightline.web.lists import in_pages, open_to
from sightline.web.pages.child_door import address_of
from sightline.web.pages.shown import shown
from sightline.web.pages.teams.held import Load, found_behind, held_in, hidden_name, team_named
from sightline.web.pages.teams.team import rows_of_figure

WORDS = "a worker’s list"


def worker(request: HttpRequest, team: str, worker: str) -> HttpResponse:
    """The children of one worker in one team that are open to whoever looks. That the list was read,
    and whose names stand on it, is kept."""
    require(request, LIST_CHILDREN, words=WORDS)
    workspace = service.current()
    team_name = team_named(workspace, team)
    name, period = request.GET.get("measure", ""), request.GET.get("period", "")
    content = {
        "team": team_name,
        "team_token": team,
        "workers": workspace.worker_names(),
        "address_of": address_of,
        "may_allocate": bool(may(request.user, SUPERVISE)),
        "records": workspace.records_for_policy(),
    }
    if name and period:
        content |= _of_figure(request, workspace, team_name, worker, name, period)
    else:
        content |= _of_list(request, workspace, team_name, worker)
    children = sorted({row.child for row in content["page_of_list"].rows})
    content["names"] = workspace.names_of(set(children))
    content["last_visits"] = workspace.last_visits(children)
    with transaction.atomic():
        audit.record(by=request.user, action=LIST_CHILDREN, thing=WORDS, children=children)
        return shown(request, "teams/worker.html", content)


def _of_list(request: HttpRequest, workspace: service.Service, team: str, hidden: str) -> dict:
    """All the children the worker holds in the team, those held longest first."""
    held = held_in(request.user, workspace, team)
    loads = {load.worker or NOBODY: load for load in held.loads}
    load: Load = loads[found_behind(hidden, "worker", set(loads))]
    rows = sorted(load.held, key=lambda one: (one.since, one.child))
    page = in_pages(request, rows, len(rows))
    return {"worker": load.worker, "load": load, "page_of_list": page, "measure": None}


def _of_figure(
    request: HttpRequest, workspace: service.Service, team: str, hidden: str, name: str, period: str
) -> dict:
    """The rows of the worker behind one figure of the team, each with its concern."""
    measure, figure, every = rows_of_figure(workspace, team, name, period)
    rows = open_to(request.user, every, workspace.records_for_policy())
    workers = {row.worker or NOBODY for row in rows}
    found = found_behind(hidden, "worker", workers)
    theirs = [row for row in rows if (row.worker or NOBODY) == found]
    return {
        "worker": "" if found == NOBODY else found,
        "load": None,
        "page_of_list": in_pages(request, theirs, len(theirs)),
        "measure": measure,
        "figure": figure,
        "concern_of": lambda row: _concern(measure, row),
        "hidden_name": hidden_name,
    }


def _concern(measure: service.MeasureShown, row: service.RowBehind) -> str:
    """The part of the address of the concern behind a row; "" where the measure counts no rule."""
    if measure.rule not in RULES:
        return ""
    return address_part(ConcernKey(measure.rule, row.child, row.subject), settings.WORKSPACE)
