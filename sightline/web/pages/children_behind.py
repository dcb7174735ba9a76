"""The children behind a figure: the list, and the list as a file."""

from collections.abc import Iterable, Iterator

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse

from sightline.casework import audit
from sightline.casework.access import access_of
from sightline.casework.policy import (
    EXPORT_CHILDREN,
    LIST_CHILDREN,
    READ_CHILD,
    may,
)
from sightline.engine.periods import GRAINS
from sightline.web import service
from sightline.web.door import require
from sightline.web.lists import csv_file
from sightline.web.pages.child_door import address_of
from sightline.web.pages.measures import measure_named
from sightline.web.pages.shown import shown

COLUMNS = ("measure", "period", "child", "given_name", "family_name",
           "subject", "counted", "due", "met", "worker", "team")  # fmt: skip


def children_behind(request: HttpRequest, measure: str, period: str) -> HttpResponse:
    """The children behind one figure. Reading the list is kept in the audit trail."""
    words = f"children behind {measure}, {period}"
    require(request, LIST_CHILDREN, words=words)
    workspace = service.current()
    team = request.GET.get("team", "")
    wanted, figure, behind = _asked_for(workspace, measure, period, team)
    rows = _seen_by(request.user, workspace, behind)
    with transaction.atomic():
        audit.record(
            by=request.user,
            action=LIST_CHILDREN,
            thing=words,
            children=[row.child for row in rows if row.child],
        )
        return shown(
            request,
            "children_behind.html",
            {
                "measure": wanted,
                "figure": figure,
                "to_look_at": [row for row in rows if wanted.is_to_look_at(row)],
                "others": [row for row in rows if not wanted.is_to_look_at(row)],
                "team": team,
                "not_shown": len(behind) - len(rows),
                "names": workspace.names_of({row.child for row in rows} - {""}),
                "workers": workspace.worker_names(),
                "address_of": address_of,
                "may_export": bool(may(request.user, EXPORT_CHILDREN)),
            },
        )


def children_behind_file(request: HttpRequest, measure: str, period: str) -> HttpResponse:
    """The same list as a file that says in every row whose children these are."""
    words = f"file of children behind {measure}, {period}"
    require(request, EXPORT_CHILDREN, words=words)
    workspace = service.current()
    team = request.GET.get("team", "")
    wanted, figure, behind = _asked_for(workspace, measure, period, team)
    rows = _seen_by(request.user, workspace, behind)
    with transaction.atomic():
        audit.record(
            by=request.user,
            action=EXPORT_CHILDREN,
            thing=words,
            children=[row.child for row in rows if row.child],
        )
        return csv_file(
            f"{wanted.name}-{figure.period}",
            workspace.authority(),
            COLUMNS,
            _cells(rows, workspace, wanted, figure),
        )


def _asked_for(workspace: service.Service, measure: str, period: str, team: str):
    """The measure, its figure in the period and the rows behind it, of the service or of one team."""
    wanted = measure_named(workspace, measure)
    figure = (
        _figure_of_team(workspace, measure, period, team)
        if team
        else workspace.figure(measure, period)
    )
    if figure is None:
        raise Http404("There is no figure for that period.")
    return wanted, figure, workspace.rows_behind(measure, period, team)


def _figure_of_team(workspace: service.Service, measure: str, period: str, team: str):
    """The figure of one team in a period, whichever length the period has; None where there is none."""
    figures = (one for grain in GRAINS for one in workspace.series(measure, grain, team))
    return next((one for one in figures if one.period == period), None)


def _seen_by(person, workspace: service.Service, rows: Iterable[service.RowBehind]):
    """The rows of the children whose records this person may read."""
    access = access_of(person)
    return [row for row in rows if may(person, READ_CHILD, workspace.record_of(row.child), access)]


def _cells(rows, workspace: service.Service, measure, figure) -> Iterator[tuple[object, ...]]:
    """The file's rows, whose they are apart."""
    names = workspace.names_of({row.child for row in rows} - {""})
    for row in rows:
        given, family = names.get(row.child, ("", ""))
        counted = "counted" if row.in_numerator else "not counted"
        yield (
            measure.name, figure.period, row.child, given, family, row.subject, counted,
            row.due, row.met, row.worker, row.team,
        )  # fmt: skip
