"""What a page of data quality is asked for, and the rows of it that are open to a person."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest

from sightline.casework.access import access_of
from sightline.casework.reach import reach_of
from sightline.measures.at_hand import NOBODY
from sightline.web import service
from sightline.web.concern_addresses import behind, opaque
from sightline.web.lists import open_to
from sightline.web.pages.data_quality.to_mend import Kind, ToMend, everything


@dataclass(frozen=True)
class Asked:
    """The team and the worker that a list is narrowed to, "" where to none.

    The address holds ``hidden`` in their place.
    """

    team: str
    worker: str
    hidden: Mapping[str, str]

    def wants(self, row: ToMend) -> bool:
        """Whether a row is of that team and that worker."""
        return _is_of(self.team, row.teams) and _is_of(self.worker, row.workers)


@dataclass(frozen=True)
class OfKind:
    """The rows of one kind that a person may read, and how many there are in all."""

    rows: list[ToMend]
    counted: int


def open_rows(person: object, workspace: service.Service, kind: Kind) -> OfKind:
    """The rows of one kind of children whose records this person may read."""
    found = everything(workspace, kind)
    return OfKind(open_to(person, found, workspace.records_for_policy()), len(found))


def asked_for(request: HttpRequest, rows: list[ToMend]) -> Asked:
    """What the address narrows to. Only teams and workers of rows open to the person are known to it."""
    hidden = {name: request.GET.get(name, "") for name in ("team", "worker")}
    teams = {NOBODY, *(team for row in rows for team in row.teams)}
    workers = {NOBODY, *(worker for row in rows for worker in row.workers)}
    team = behind(hidden["team"], "team", teams, settings.WORKSPACE)
    worker = behind(hidden["worker"], "worker", workers, settings.WORKSPACE)
    told = {"team": team, "worker": worker}
    return Asked(team, worker, {name: hidden[name] for name in told if told[name]})


def manages(person: object) -> bool:
    """Whether somebody answers for other people’s cases, and sees rows by team and worker."""
    reach = reach_of(person, access_of(person))
    return reach.everywhere or bool(reach.teams)


def counted_by(rows: Mapping[str, list[ToMend]], name: str) -> list[tuple[str, Counter[str]]]:
    """How many rows of each kind there are by team or by worker, in the order of the alphabet."""
    found: dict[str, Counter[str]] = {}
    for kind, of_kind in rows.items():
        for row in of_kind:
            for value in getattr(row, name) or (NOBODY,):
                found.setdefault(value, Counter())[kind] += 1
    return sorted(found.items(), key=lambda one: (one[0] == NOBODY, one[0]))


def hidden_name(kind: str, value: str) -> str:
    """A team or a worker as an address holds it."""
    return opaque(kind, value, settings.WORKSPACE)


def _is_of(wanted: str, values: frozenset[str]) -> bool:
    if not wanted:
        return True
    return not values if wanted == NOBODY else wanted in values
