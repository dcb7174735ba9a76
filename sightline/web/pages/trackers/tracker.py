"""One tracker: who is on it now, since when, what the panel decided last, and who left of late."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from sightline.casework import audit
from sightline.casework.panels import decisions_of_panel
from sightline.casework.policy import EXPORT_CHILDREN, LIST_CHILDREN, may
from sightline.web import service
from sightline.web.door import require
from sightline.web.lists import csv_file, in_pages, open_to
from sightline.web.pages.child_door import address_of
from sightline.web.pages.shown import shown
from sightline.web.pages.trackers.finding import (
    cannot_tell,
    name_of_child,
    of_team,
    team_asked,
    tracker_named,
    who_holds,
)
from sightline.web.trackers import Stay, on_now

NOW, LEFT = "now", "left"
COLUMNS = ("child", "given_name", "family_name", "since", "until", "days", "told", "worker", "team",
           "panel_held", "panel_decision", "panel_reason", "panel_next_step", "panel_comes_back")  # fmt: skip


def tracker(request: HttpRequest, tracker: str) -> HttpResponse:
    """The children on a tracker. Reading the list is kept in the audit trail."""
    wanted = tracker_named(tracker)
    words = f"tracker: {wanted.title}"
    require(request, LIST_CHILDREN, words=words)
    workspace = service.current()
    shows, team = _shows(request), team_asked(request, workspace)
    because = cannot_tell(workspace, wanted)
    stays = [] if because else of_team(_stays(workspace, wanted.name, shows), team, workspace)
    rows = open_to(request.user, stays, workspace.records_for_policy())
    page = in_pages(request, rows, len(stays))
    children = [one.child for one in page.rows]
    with transaction.atomic():
        audit.record(by=request.user, action=LIST_CHILDREN, thing=words, children=children)
        names = workspace.names_of(set(children))
        content = {
            "tracker": wanted,
            "because": because,
            "page_of_list": page,
            "shows": shows,
            "team": team,
            "teams": workspace.team_names(),
            "day": workspace.authority().day,
            "name_of": lambda child: name_of_child(names, child),
            "holds": who_holds(workspace, children),
            "decided": decisions_of_panel(wanted.name, children),
            "address_of": address_of,
            "file": f"{reverse('tracker-file', args=[wanted.name])}?{request.GET.urlencode()}",
            "may_export": bool(may(request.user, EXPORT_CHILDREN)),
        }
        return shown(request, "trackers/tracker.html", content)


def tracker_file(request: HttpRequest, tracker: str) -> HttpResponse:
    """The same list, whole, as a file."""
    wanted = tracker_named(tracker)
    words = f"file of tracker: {wanted.title}"
    require(request, EXPORT_CHILDREN, words=words)
    workspace = service.current()
    stays = of_team(
        _stays(workspace, wanted.name, _shows(request)), team_asked(request, workspace), workspace
    )
    rows = open_to(request.user, stays, workspace.records_for_policy())
    children = [one.child for one in rows]
    names, holds = workspace.names_of(set(children)), who_holds(workspace, children)
    decided = decisions_of_panel(wanted.name, children)
    day = workspace.authority().day

    def cells(one: Stay) -> tuple[object, ...]:
        said = decided[one.child].content if one.child in decided else {}
        panel = (
            said.get(name) for name in ("held", "decision", "reason", "next_step", "comes_back")
        )
        name = names.get(one.child, ("", ""))
        return (one.child, *name, one.since, one.until, one.days_on(day), one.told, *holds[one.child], *panel)  # fmt: skip

    with transaction.atomic():
        audit.record(by=request.user, action=EXPORT_CHILDREN, thing=words, children=children)
        return csv_file(f"tracker-{wanted.name}", workspace.authority(), COLUMNS, map(cells, rows))


def _shows(request: HttpRequest) -> str:
    """Whether those on it now are asked for, or those who left."""
    return LEFT if request.GET.get("show") == LEFT else NOW


def _stays(workspace: service.Service, tracker: str, shows: str) -> list[Stay]:
    """Those on it now, the longest first; or those who left, the latest first."""
    stays = workspace.stays(tracker)
    if shows == NOW:
        return on_now(stays)
    left = ((one.until, one) for one in stays if one.until is not None)
    return [one for _, one in sorted(left, key=lambda pair: (pair[0], pair[1].child), reverse=True)]
