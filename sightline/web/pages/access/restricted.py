"""Restricted records by number: who answers for each, and handing one over when they leave.

A leader sees that there are restricted records, not whose they are.
"""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from sightline.casework import access_actions
from sightline.casework.access import Access, access_of, standing_restrictions
from sightline.casework.models import Person, Restriction, Role
from sightline.casework.policy import READ_CHILD, RESTRICT, may
from sightline.web import service
from sightline.web.door import require
from sightline.web.forms import Field, done, open_form, told
from sightline.web.forms.fields import CHOICE
from sightline.web.pages.access.choices import people, person_of
from sightline.web.pages.child_door import address_of
from sightline.web.pages.shown import shown

SEEN = "restricted records"


@dataclass(frozen=True, kw_only=True)
class Line:
    """One restriction: ``address`` of the child's access page for those alone who may read it."""

    restriction: Restriction
    address: str
    can_hand_over: bool


def restricted(request: HttpRequest) -> HttpResponse:
    """Every restriction to a leader; to others those of records they may read."""
    require(request, RESTRICT, words=SEEN)
    access = access_of(request.user)
    standing = standing_restrictions().select_related("manager").order_by("pk")
    lines = [_line(request.user, one, access) for one in standing]
    content = {"lines": [one for one in lines if one.can_hand_over]}
    return shown(request, "access/restricted.html", content)


def hand_over(request: HttpRequest, restriction: int) -> HttpResponse:
    """Let another manager answer for one."""
    require(request, RESTRICT, words=SEEN)
    found = standing_restrictions().filter(pk=restriction).first()
    if found is None or not _line(request.user, found, access_of(request.user)).can_hand_over:
        raise Http404("There is no such page.")
    who = people(but=request.user, who_may=RESTRICT)
    manager = Field(
        name="manager", label="Who answers for it now?", kind=CHOICE, choices=who, required=True
    )
    form = open_form(request, (manager,))
    if request.method == "POST" and form.is_right:
        with told(form):
            access_actions.hand_over_restriction(
                by=request.user,
                record=service.current().record_of(found.child),
                manager=person_of(form.values["manager"]),
            )
            return done(request, "Handed over.", to=reverse("restricted"))
    return shown(request, "access/hand_over.html", {"form": form, "restriction": found})


def _line(person: Person, one: Restriction, access: Access) -> Line:
    reads = bool(may(person, READ_CHILD, service.current().record_of(one.child), access))
    address = reverse("child-access", kwargs={"token": address_of(one.child)}) if reads else ""
    return Line(restriction=one, address=address, can_hand_over=reads or person.role == Role.LEADER)
