"""What pages about a list of children share (audits, look-back reviews, changes to services): finding
what an address names, names, choices of people, key dates, one form, and keeping whose names were shown."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from sightline.casework import audit as trail
from sightline.casework.independence import why_not_independent
from sightline.casework.models import Person
from sightline.casework.policy import AUDIT_CASES, LIST_CHILDREN, READ_CHILD, ChildRecord
from sightline.casework.readers import name_of, people_who_may
from sightline.web import service
from sightline.web.door import require
from sightline.web.forms import Field, Filled, done, open_form, told
from sightline.web.journey import told_in_order
from sightline.web.pages.child_door import address_of
from sightline.web.pages.shown import shown

Row = TypeVar("Row")
Crumbs = list[tuple[str, str]]
LATEST_DATES = 25


def row_at(
    request: HttpRequest, rows: "QuerySet[Row]", number: int, *, to: str, words: str, missing: str
) -> Row:
    """The row of this number, for somebody who may do ``to``; ``missing`` is said where there is none."""
    require(request, to, words=words)
    found = rows.filter(pk=number).first()
    if found is None:
        raise Http404(missing)
    return found


def child_at(
    request: HttpRequest, rows: "QuerySet[Row]", number: int, *, see: str, to: str, words: str
) -> tuple[Row, ChildRecord]:
    """The row about a child and the child's record, for somebody who may ``see`` such lists, may read
    the record and do ``to`` with it."""
    found = row_at(request, rows, number, to=see, words=words, missing="There is no such page.")
    record = service.current().record_of(found.child)
    for action in dict.fromkeys((READ_CHILD, to)):
        require(request, action, record, words=words, children=[found.child])
    return found, record


def listing(
    request: HttpRequest, template: str, content: dict[str, Any], listed: Sequence[Any], words: str
) -> HttpResponse:
    """A page that names the children of ``listed``; whose names stand on it is kept, or it is not shown.

    ``words`` say in the audit trail which list it is; they name no child.
    """
    with transaction.atomic():
        if listed:
            children = sorted({one.child for one in listed})
            trail.record(by=request.user, action=LIST_CHILDREN, thing=words, children=children)
        return shown(request, template, content)


def names_of(children: Collection[str]) -> dict[str, str]:
    """The names of children whose records are open to whoever asks."""
    found = service.current().names_of(set(children))
    return {
        child: " ".join(found.get(child, ())).strip() or "Name not recorded" for child in children
    }


def independent_people(record: ChildRecord) -> tuple[tuple[str, str], ...]:
    """The people who may audit this case and have no part in it, as a form offers them."""
    people = people_who_may(record, AUDIT_CASES)
    return tuple(
        (str(one.pk), f"{name_of(one)} ({one.get_role_display()})")
        for one in people
        if not why_not_independent(one, record)
    )


def owners(record: ChildRecord) -> tuple[tuple[str, str], ...]:
    """The people to whom a task about this child can be given."""
    return tuple(
        (str(one.pk), f"{name_of(one)} ({one.get_role_display()})")
        for one in people_who_may(record)
    )


def person_of(number: str | None) -> Person | None:
    """The person chosen; None where nobody was."""
    return Person.objects.get(pk=int(number)) if number else None


def beside(child: str) -> dict[str, Any]:
    """What stands beside an audit: who the child is, the way to their pages, the latest key dates."""
    workspace = service.current()
    dates = told_in_order(workspace.records_of(child), workspace.worker_names())
    return {
        "child_name": names_of([child])[child],
        "token": address_of(child),
        "born": workspace.births().get(child),
        "dates": dates[::-1][:LATEST_DATES],
        "older": max(0, len(dates) - LATEST_DATES),
    }


def asked(
    request: HttpRequest,
    fields: Sequence[Field],
    record: Callable[[Filled], Any],
    *,
    heading: str,
    way: Crumbs,
    to: str | Callable[[Any], str],
    said: str,
    button: str = "Record",
    words: str = "",
    values: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """A page with one form, or, once it is sent and right, ``record`` and on to ``to``."""
    form = open_form(request, fields, values=values)
    if request.method == "POST" and form.is_right:
        with told(form):
            row = record(form)
            return done(request, said, to=to(row) if callable(to) else to)
    content = {"form": form, "heading": heading, "way": way, "button": button, "words": words}
    return shown(request, "one_form.html", content)


def crumbs(*steps: tuple[str, str], room: tuple[str, str] = ("Audits", "audits")) -> Crumbs:
    """The way to a page from the list it belongs to."""
    return [(room[0], reverse(room[1])), *steps]
