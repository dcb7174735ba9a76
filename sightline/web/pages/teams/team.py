"""One team: its workers' lists in counts, what supervision is due, its figures, what went well."""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse

from sightline.casework import audit
from sightline.casework.allocations import not_yet_in_the_records
from sightline.casework.policy import LIST_CHILDREN, SEE_FIGURES, may
from sightline.casework.readers import name_of
from sightline.engine.status import STILL_IN_TIME
from sightline.web import service
from sightline.web.door import require
from sightline.web.lists import open_to
from sightline.web.pages.child_door import address_of
from sightline.web.pages.shown import shown
from sightline.web.pages.teams.figures_of_teams import THRESHOLDS, TIMELINESS, figures_of_team
from sightline.web.pages.teams.held import (
    TeamHeld,
    held_in,
    hidden_name,
    load_to_look_at,
    team_named,
    weight_of_more,
)
from sightline.web.pages.teams.well import good_things_of_last_year

WORDS = "a team"
SUPERVISION = ("open_case_not_in_supervision", "protected_child_not_in_supervision")
SOON = timedelta(days=14)


@dataclass(frozen=True)
class Behind:
    """The rows behind a figure of the team that want looking at, counted by worker."""

    measure: service.MeasureShown
    figure: service.Figure
    by_worker: list[tuple[str, int]]
    not_shown: int


def team(request: HttpRequest, team: str) -> HttpResponse:
    """The team. Workers' lists are counted from the children open to whoever looks; it is kept that
    the page was read."""
    require(request, SEE_FIGURES, words=WORDS)
    workspace = service.current()
    name = team_named(workspace, team)
    lists_children = bool(may(request.user, LIST_CHILDREN))
    held = held_in(request.user, workspace, name) if lists_children else TeamHeld(name, [], "")
    decided = _decided(held, workspace)
    content = {
        "team": name,
        "token": team,
        "held": held,
        "lists_children": lists_children,
        "weight": weight_of_more(workspace),
        "look_at": load_to_look_at(workspace),
        "supervision": _supervision(held, workspace),
        "decided": decided,
        "names": workspace.names_of({one.child for one in decided}),
        "thresholds": figures_of_team(request.user, workspace, name, THRESHOLDS),
        "timeliness": figures_of_team(request.user, workspace, name, TIMELINESS),
        "well": good_things_of_last_year(request.user, workspace),
        "behind": _behind(request, workspace, name) if lists_children else None,
        "workers": workspace.worker_names(),
        "hidden_name": hidden_name,
        "address_of": address_of,
        "name_of": name_of,
    }
    action = LIST_CHILDREN if lists_children else SEE_FIGURES
    with transaction.atomic():
        audit.record(
            by=request.user,
            action=action,
            thing=WORDS,
            children=sorted({one.child for one in decided}),
        )
        return shown(request, "teams/team.html", content)


def _supervision(held: TeamHeld, workspace: service.Service) -> dict[str, dict[str, int]]:
    """By worker the children whose supervision is overdue, and those for whom it is due soon."""
    overdue: dict[str, set[str]] = {}
    soon: dict[str, set[str]] = {}
    worker_of = {one.child: load.worker for load in held.loads for one in load.held}
    until = workspace.authority().day + SOON
    for rule in SUPERVISION:
        for one in workspace.at_hand(held.children, rule=rule):
            worker = worker_of[one.child]
            if one.opens is not None and one.closes is None:
                overdue.setdefault(worker, set()).add(one.child)
            elif one.status == STILL_IN_TIME and one.due is not None and one.due <= until:
                soon.setdefault(worker, set()).add(one.child)
    return {
        load.worker: {
            "overdue": len(overdue.get(load.worker, ())),
            "soon": len(soon.get(load.worker, set()) - overdue.get(load.worker, set())),
        }
        for load in held.loads
    }


def _decided(held: TeamHeld, workspace: service.Service):
    """What was decided about who holds these cases, and the case system does not show yet."""
    records = workspace.records_for_policy()
    return not_yet_in_the_records({child: records[child] for child in held.children})


def _behind(request: HttpRequest, workspace: service.Service, team: str) -> Behind | None:
    """The figure the address asks for, by worker; None where it asks for none."""
    name, period = request.GET.get("measure", ""), request.GET.get("period", "")
    if not name or not period:
        return None
    measure, figure, rows = rows_of_figure(workspace, team, name, period)
    shown_rows = open_to(request.user, rows, workspace.records_for_policy())
    names = workspace.worker_names()
    counts = Counter(row.worker for row in shown_rows)
    in_order = sorted(counts, key=lambda worker: (not worker, names.get(worker, worker)))
    return Behind(
        measure,
        figure,
        [(worker, counts[worker]) for worker in in_order],
        len(rows) - len(shown_rows),
    )


def rows_of_figure(
    workspace: service.Service, team: str, name: str, period: str
) -> tuple[service.MeasureShown, service.Figure, list[service.RowBehind]]:
    """A measure, a team's figure in a period, and the rows behind it that want looking at.

    Http404 where there is no such figure.
    """
    measure = next((one for one in workspace.measures() if one.name == name), None)
    if measure is None or team not in workspace.teams(name):
        raise Http404("There is no such figure.")
    figures = (
        one for grain in ("year", "quarter", "month") for one in workspace.series(name, grain, team)
    )
    figure = next((one for one in figures if one.period == period), None)
    if figure is None:
        raise Http404("There is no such figure.")
    rows = workspace.rows_behind(name, period, team)
    return measure, figure, [row for row in rows if row.child and measure.is_to_look_at(row)]
