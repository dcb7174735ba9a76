"""Who is due to be talked through in supervision: the open rows of two rules, worker by worker."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from sightline.casework import audit
from sightline.casework.policy import LIST_CHILDREN, SUPERVISE, may
from sightline.measures.at_hand import ConcernAtHand
from sightline.web import service
from sightline.web.concern_addresses import opaque
from sightline.web.door import require
from sightline.web.lists import kept_back_in_words, open_to
from sightline.web.pages.child_door import address_of
from sightline.web.pages.shown import shown

WORDS = "who is due in supervision"
RULES = ("open_case_not_in_supervision", "protected_child_not_in_supervision")
NOBODY = ""


@dataclass
class Worker:
    """One worker: the children they hold whose clock of supervision runs, and the first day it is due."""

    worker: str
    name: str
    address: str
    children: dict[str, list[ConcernAtHand]] = field(default_factory=dict)

    @property
    def overdue(self) -> list[str]:
        """The children whose day has passed."""
        return [child for child, rows in self.children.items() if any(one.opens for one in rows)]

    @property
    def first_due(self) -> object:
        """The earliest day by which one of them is to be talked through."""
        return min(
            (one.due for rows in self.children.values() for one in rows if one.due), default=None
        )


def due(request: HttpRequest) -> HttpResponse:
    """Workers in the order of names, each with the children to talk through."""
    require(request, LIST_CHILDREN, words=WORDS)
    workspace = service.current()
    running = [
        one for rule in RULES for one in workspace.at_hand(rule=rule) if one.closes is None and one.due and not one.met
    ]  # fmt: skip
    rows = open_to(request.user, running, workspace.records_for_policy())
    workers = by_worker(workspace, rows)
    listed = sorted({one.child for one in rows})
    with transaction.atomic():
        audit.record(by=request.user, action=LIST_CHILDREN, thing=WORDS, children=listed)
        content = {
            "workers": workers,
            "names": workspace.names_of(set(listed)),
            "address_of": address_of,
            "cannot_tell": [one for one in workspace.cannot_tell() if one.rule in RULES],
            "kept_back": kept_back_in_words(len({one.child for one in running}) - len(listed)),
            "may_supervise": bool(may(request.user, SUPERVISE)),
        }
        return shown(request, "supervision/due.html", content)


def by_worker(workspace: service.Service, rows: list[ConcernAtHand]) -> list[Worker]:
    """The rows by who holds the child, in the order of names; a child nobody holds is at the end."""
    names, found = workspace.worker_names(), defaultdict[str, dict](dict)
    for one in rows:
        for worker in workspace.record_of(one.child).held_by or (NOBODY,):
            found[worker].setdefault(one.child, []).append(one)
    workers = [
        Worker(
            worker,
            names.get(worker, worker),
            opaque("worker", worker, settings.WORKSPACE),
            children,
        )
        for worker, children in found.items()
    ]
    return sorted(workers, key=lambda one: (one.worker == NOBODY, one.name))
