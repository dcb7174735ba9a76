"""One session of supervision: a worker and their manager, each child with a part of their own.

Each child's file stands alone and names no other child. What was said of the worker's own caseload
and well-being is not kept here: it belongs in no child's record.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from sightline.casework import audit, recording
from sightline.casework.access import access_of
from sightline.casework.models import Task
from sightline.casework.policy import SUPERVISE, ChildRecord, may
from sightline.casework.writing import NotRecorded
from sightline.web import live_child, service
from sightline.web.concern_addresses import behind
from sightline.web.door import require
from sightline.web.forms import Field, Filled, done, open_form, told
from sightline.web.forms import fields as kinds
from sightline.web.pages.child_door import address_of
from sightline.web.pages.shown import shown
from sightline.web.pages.supervision.asked import to_do_fields, to_dos

WORDS = "supervision of a worker"
CHECKLIST = (
    "What is a day in this child’s life like now, and what would the child say?",
    "What do we think is happening, and what else could explain it?",
    "What might we not want to see, about this family or about ourselves?",
    "What has got better, what has not, and how do we know?",
    "Can the parents change what has to change, in time for this child?",
    "What do the family’s culture, faith and identity mean for how we work with them?",
    "Is the plan moving? If it has stopped, since when, and why?",
    "Was what we agreed last time done?",
)
SHARED = (
    Field(name="held", label="Day of the session", kind=kinds.DAY, required=True, not_ahead=True),
    Field(name="kind", label="How was it held?", kind=kinds.CHOICE, choices=(("alone", "Worker and manager alone"), ("group", "In a group")), required=True),
)  # fmt: skip
OWN = (
    Field(name="talked_through", label="Talked through this time?", kind=kinds.YES_OR_NO),
    Field(name="plan_considered", label="Was progress against the plan gone through?", kind=kinds.YES_OR_NO),
    Field(name="actions_reviewed", label="Were the actions of last time gone through?", kind=kinds.YES_OR_NO),
    Field(name="actions_agreed", label="What was thought about, and what is to be done, and why?", kind=kinds.WORDS),
)  # fmt: skip
KEPT = ("plan_considered", "actions_reviewed", "actions_agreed")


@dataclass(frozen=True, kw_only=True)
class Part:
    """One child's part: the actions of earlier sessions that come back, and the form."""

    record: ChildRecord
    name: str
    token: str
    comes_back: Sequence[Task]
    form: Filled

    @property
    def is_talked_through(self) -> bool:
        """Whether the child was talked through."""
        return bool(self.form.values.get("talked_through"))


def session(request: HttpRequest, worker: str) -> HttpResponse:
    """The form of a session with everybody the worker holds whom the person may supervise."""
    require(request, SUPERVISE, words=WORDS)
    workspace = service.current()
    who = _worker_at(workspace, worker)
    records = _children_of(request, workspace, who)
    if not records:
        raise Http404("There is nobody of this worker's to talk through.")
    form = open_form(request, SHARED, values={"held": timezone.localdate(), "kind": "alone"})
    names = workspace.names_of({one.child for one in records})
    parts = [_part(request, one, names, place) for place, one in enumerate(records)]
    forms = [one.form for one in parts]
    if request.method == "POST" and all(one.is_right for one in (form, *forms)):
        with told(form):
            if number := _record(request, who, form, parts):
                words = f"Supervision is recorded for {number} {'child' if number == 1 else 'children'}."
                return done(request, words, to=reverse("supervision"))
    content = {
        "worker": workspace.worker_names().get(who, who),
        "form": form,
        "own_parts": parts,
        "own_forms": forms,
        "checklist": CHECKLIST,
    }
    listed = [one.child for one in records]
    with transaction.atomic():
        audit.record(by=request.user, action=SUPERVISE, thing=WORDS, children=listed)
        return shown(request, "supervision/session.html", content)


def _worker_at(workspace: service.Service, address: str) -> str:
    """The worker behind an address. Raises Http404 where there is none."""
    if worker := behind(address, "worker", workspace.worker_names(), settings.WORKSPACE):
        return worker
    raise Http404("There is no such worker.")


def _children_of(
    request: HttpRequest, workspace: service.Service, worker: str
) -> list[ChildRecord]:
    """The records the worker holds, as far as this person may supervise for them."""
    person, access = request.user, access_of(request.user)
    held = [one for one in workspace.records_for_policy().values() if worker in one.held_by]
    return sorted(
        (one for one in held if may(person, SUPERVISE, one, access)), key=lambda one: one.child
    )


def _part(request: HttpRequest, record: ChildRecord, names: dict[str, Any], place: int) -> Part:
    fields = (*OWN, *to_do_fields(record))
    return Part(
        record=record,
        name=" ".join(names.get(record.child, ())).strip() or "Name not recorded",
        token=address_of(record.child),
        comes_back=recording.comes_back(record.child),
        form=open_form(request, fields, prefix=f"child-{place + 1}-"),
    )


def _record(request: HttpRequest, worker: str, form: Filled, parts: Sequence[Part]) -> int:
    """Record it for each child talked through, and say how many; 0 where something is wrong."""
    chosen = [one for one in parts if one.is_talked_through]
    if not chosen:
        raise NotRecorded("No child was talked through.", "Say yes for at least one child.")
    agreed = [to_dos(one.form) for one in chosen]
    if not all(one.form.is_right for one in chosen):
        return 0
    shared: dict[str, Any] = {**form.values, "worker": worker}
    if request.user.worker:
        shared["supervisor"] = request.user.worker
    recording.record_for_several(
        by=request.user,
        table="supervision",
        parts=[(one.record, {**shared, **_own(one)}) for one in chosen],
        to_do={one.record.child: each for one, each in zip(chosen, agreed, strict=True)},
        submission=form.submission[:56],
    )
    for part in chosen:
        live_child.ask_again(part.record.child)
    return len(chosen)


def _own(part: Part) -> dict[str, Any]:
    """What the child's record holds of the child's own part."""
    return {name: part.form.values[name] for name in KEPT}
