"""Who holds whom in a team, as one person may see it: workers with the children open to that person."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.http import Http404

from sightline.casework.policy import ChildRecord
from sightline.measures.at_hand import NOBODY
from sightline.records.standards import value_on
from sightline.web import service
from sightline.web.concern_addresses import behind, opaque
from sightline.web.lists import kept_back_in_words, open_to
from sightline.web.records_for_policy import IN_CARE, PROTECTION_PLAN

WEIGHT_OF_MORE = "CAS-03"
A_MANAGER_LOOKS = "CAS-02"
HEAVIER = frozenset({PROTECTION_PLAN, IN_CARE})


@dataclass(frozen=True)
class Load:
    """One worker of a team with the children open to whoever looks; ``worker`` is "" for nobody.

    ``heavier``  how many of them are on a protection plan or in care; ``weight`` counts those for
    more, as the council's standard says.
    """

    worker: str
    held: tuple[service.Held, ...]
    heavier: int
    weight: float

    @property
    def children(self) -> frozenset[str]:
        """The children, each once."""
        return frozenset(one.child for one in self.held)


@dataclass(frozen=True)
class TeamHeld:
    """A team's workers in the order of their names. ``kept_back`` says how many cases are not shown."""

    team: str
    loads: list[Load]
    kept_back: str

    @property
    def children(self) -> frozenset[str]:
        """Every child of it that is open to whoever looks."""
        return frozenset(child for load in self.loads for child in load.children)


def team_named(workspace: service.Service, hidden: str) -> str:
    """The team that a part of an address stands for; Http404 where there is none."""
    teams = {*workspace.team_names(), *(one.team for one in workspace.held_today())}
    return found_behind(hidden, "team", teams)


def found_behind(hidden: str, kind: str, values: set[str]) -> str:
    """The team or worker a part of an address stands for; Http404 where there is none."""
    found = behind(hidden, kind, sorted(values), settings.WORKSPACE)
    if not found:
        raise Http404("There is no such page.")
    return found


def hidden_name(kind: str, value: str) -> str:
    """A team or a worker as an address holds it."""
    return opaque(kind, value or NOBODY, settings.WORKSPACE)


def held_in(person: object, workspace: service.Service, team: str) -> TeamHeld:
    """Who holds whom in a team, of children whose records this person may read."""
    every = [one for one in workspace.held_today() if one.team == team]
    records = workspace.records_for_policy()
    found = open_to(person, every, records)
    names = workspace.worker_names()
    by_worker: dict[str, list[service.Held]] = {}
    for one in found:
        by_worker.setdefault(one.worker, []).append(one)
    more = weight_of_more(workspace)
    in_order = sorted(by_worker, key=lambda worker: (not worker, names.get(worker, worker)))
    loads = [_load(worker, by_worker[worker], records, more) for worker in in_order]
    return TeamHeld(team, loads, kept_back_in_words(len(every) - len(found)))


def weight_of_more(workspace: service.Service) -> float:
    """What a child on a protection plan or in care counts for, where another counts for one."""
    return _standard(workspace, WEIGHT_OF_MORE)


def load_to_look_at(workspace: service.Service) -> float:
    """The weight at which a manager looks at a caseload."""
    return _standard(workspace, A_MANAGER_LOOKS)


def _standard(workspace: service.Service, name: str) -> float:
    day = workspace.authority().day
    own = workspace.local_standards().own_values(name)
    standing = next((one.value for one in own if one.applies_on(day)), None)
    return float(standing if standing is not None else value_on(name, day) or 0)


def _load(
    worker: str, held: list[service.Held], records: Mapping[str, ChildRecord], more: float
) -> Load:
    children = {one.child for one in held}
    heavier = sum(bool(records[child].circumstances & HEAVIER) for child in children)
    return Load(worker, tuple(held), heavier, len(children) + heavier * (more - 1))
