"""What the pages of trackers have in common: which tracker, who holds a child, in which team."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from django.http import Http404, HttpRequest

from sightline.web import service
from sightline.web.trackers import TRACKERS, Tracker

Row = TypeVar("Row", bound=Any)


def tracker_named(name: str) -> Tracker:
    """The tracker. Raises Http404 where there is none of the name."""
    if name not in TRACKERS:
        raise Http404("There is no such tracker.")
    return TRACKERS[name]


def cannot_tell(workspace: service.Service, tracker: Tracker) -> str:
    """Why nobody can tell who is on a tracker, "" where the records can."""
    if tracker.rule:
        reasons = [one.reason for one in workspace.cannot_tell() if one.rule == tracker.rule]
        return " ".join(reasons)
    if set(tracker.any_of) & workspace.filled():
        return ""
    # What was recorded here is filled whatever the source.
    if workspace.stays(tracker.name):
        return ""
    return "No source of these records fills what it is read from."


def of_team(rows: Iterable[Row], team: str, workspace: service.Service) -> list[Row]:
    """The rows of children with whom the team has to do today; all of them where none is chosen."""
    return [row for row in rows if not team or team in workspace.record_of(row.child).teams]


def team_asked(request: HttpRequest, workspace: service.Service) -> str:
    """The team in the address. Raises Http404 for one there is not."""
    team = request.GET.get("team", "")
    if team and team not in workspace.team_names():
        raise Http404("There is no such team.")
    return team


def who_holds(workspace: service.Service, children: Iterable[str]) -> dict[str, tuple[str, str]]:
    """By child the names of the workers who hold the case, and the teams."""
    names = workspace.worker_names()
    found = {}
    for child in children:
        record = workspace.record_of(child)
        workers = sorted(names.get(one, one) for one in record.held_by)
        found[child] = (", ".join(workers), ", ".join(sorted(record.teams)))
    return found


def name_of_child(names: dict[str, tuple[str, str]], child: str) -> str:
    """The child's name as lists show it."""
    return " ".join(names.get(child, ())).strip() or "Name not recorded"


def named(version: Any) -> str:
    """Who recorded a version."""
    return version.by.get_full_name() or version.by.get_username()


def first(rows: Sequence[Row]) -> Row | None:
    """The first of the rows, None where there is none."""
    return rows[0] if rows else None
