"""One action on several concerns at once: asked of the policy and written one by one.

Nothing that needs a reason is done here: a decision is given one by one.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from sightline.casework import audit
from sightline.casework.access import access_of
from sightline.casework.concern_keys import ConcernKey
from sightline.casework.looks import look_at
from sightline.casework.models import Person
from sightline.casework.policy import DECIDE, LIST_CHILDREN, RECORD, ChildRecord, may
from sightline.casework.readers import name_of
from sightline.casework.tasks import set_task
from sightline.casework.writing import NotRecorded
from sightline.rules import RULES
from sightline.web import child_addresses, service
from sightline.web.concern_addresses import concern_at
from sightline.web.door import require
from sightline.web.forms import Field, Filled, open_form
from sightline.web.forms.fields import CHOICE, DAY
from sightline.web.pages.shown import shown

MOST_AT_ONCE = 100
TASK, LOOK = "task", "look"
WORDS = "several concerns at once"


@dataclass(frozen=True)
class Chosen:
    """One concern chosen on a list; ``value`` is what its box sends."""

    value: str
    key: ConcernKey
    record: ChildRecord


@dataclass(frozen=True)
class Outcome:
    """What became of one of several: ``fault`` is empty where it was written."""

    chosen: Chosen
    fault: str = ""


def several(request: HttpRequest) -> HttpResponse:
    """Set a task about, or mark as looked at, each concern chosen on a list."""
    require(request, DECIDE, words=WORDS)
    if request.method != "POST":
        return HttpResponseRedirect(reverse("my-day"))
    chosen = _chosen(request)
    form = open_form(request, _fields(request.user) if _wants_task(request) else ())
    if not chosen:
        return _page(request, "day/several.html", chosen, {"form": form, "is_first": True})
    if _wants_task(request):
        if "task" not in request.POST:
            form.faults.clear()  # it comes from the list: nothing was asked yet
            return _page(request, "day/several.html", chosen, {"form": form, "is_first": True})
        if not form.is_right:
            return _page(request, "day/several.html", chosen, {"form": form, "is_first": False})
        owner = Person.objects.get(pk=form.values["owner"])
        made = [
            _tried(
                one,
                lambda one: set_task(
                    by=request.user,
                    record=one.record,
                    words=form.values["task"],
                    owner=owner,
                    due=form.values["due"],
                    concern=one.key,
                    submission=_own_key(form, one),
                ),
            )
            for one in chosen
        ]
    else:
        made = [
            _tried(
                one,
                lambda one: look_at(
                    by=request.user,
                    record=one.record,
                    concern=one.key,
                    submission=_own_key(form, one),
                ),
            )
            for one in chosen
        ]
    return _page(request, "day/several_done.html", chosen, {"outcomes": made})


def _wants_task(request: HttpRequest) -> bool:
    return request.POST.get("do") == TASK


def _tried(chosen: Chosen, write) -> Outcome:
    """What became of one: each is asked of the policy and written by itself, whole or not at all."""
    try:
        write(chosen)
    except PermissionDenied as refused:
        return Outcome(chosen, str(refused))
    except NotRecorded as fault:
        return Outcome(chosen, f"{fault.fault} {fault.next_step}")
    return Outcome(chosen)


def _own_key(form: Filled, one: Chosen) -> str:
    """The key of one row's writing: the same where the whole form is sent twice."""
    return hashlib.sha256(f"{form.submission} {one.value}".encode()).hexdigest()


def _chosen(request: HttpRequest) -> list[Chosen]:
    """The concerns whose boxes were sent, of children open to this person; others are left out.

    The policy is asked here so that nothing is named, and again where each is written.
    """
    workspace, access = service.current(), access_of(request.user)
    children = workspace.children()
    found: list[Chosen] = []
    for value in list(dict.fromkeys(request.POST.getlist("chosen")))[:MOST_AT_ONCE]:
        token, _, part = value.partition(".")
        child = child_addresses.child_of(token, children, settings.WORKSPACE)
        record = workspace.record_of(child) if child else None
        if record is None or not may(request.user, DECIDE, record, access):
            continue
        keys = [
            ConcernKey(one.rule, one.child, one.subject)
            for one in workspace.at_hand([record.child])
            if one.rule in RULES
        ]
        if key := concern_at(part, keys, settings.WORKSPACE):
            found.append(Chosen(value, key, record))
    return found


def _fields(person: Person) -> tuple[Field, ...]:
    """What a task about each of several asks."""
    people = [one for one in Person.objects.filter(is_active=True) if may(one, RECORD)]
    people.sort(key=lambda one: (one.pk != person.pk, name_of(one).casefold()))
    choices = tuple((str(one.pk), f"{name_of(one)}, {one.get_role_display()}") for one in people)
    return (
        Field(name="task", label="What is to be done about each of them?", required=True),
        Field(
            name="owner",
            label="Who will do it?",
            kind=CHOICE,
            required=True,
            choices=choices,
            hint="A task is set only where the record is open to that person. You see which were not.",
        ),
        Field(
            name="due",
            label="By which day?",
            kind=DAY,
            required=True,
            hint="For example, 27 3 2026",
        ),
    )


def _page(
    request: HttpRequest, template: str, chosen: Sequence[Chosen], content: dict[str, Any]
) -> HttpResponse:
    """The page with the chosen concerns; that their children were shown is kept."""
    workspace = service.current()
    children = {one.key.child for one in chosen}
    content |= {
        "chosen": chosen,
        "names": workspace.names_of(children),
        "rules": RULES,
        "do": TASK if _wants_task(request) else LOOK,
        "most": MOST_AT_ONCE,
    }
    with transaction.atomic():
        audit.record(by=request.user, action=LIST_CHILDREN, thing=WORDS, children=sorted(children))
        return shown(request, template, content)
