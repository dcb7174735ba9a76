"""One child of a change to services: where the child goes, who is responsible, what was decided before."""

from django.http import HttpRequest, HttpResponse

from sightline.casework import service_changes
from sightline.casework.models import Destination
from sightline.casework.policy import RECORD, SUPERVISE, may
from sightline.casework.readers import name_of
from sightline.web.forms import Field
from sightline.web.forms.fields import CHOICE, WORDS
from sightline.web.pages.access.choices import people
from sightline.web.pages.child_door import shown_of_child
from sightline.web.pages.listed_children import asked, beside, person_of
from sightline.web.pages.service_change.finding import (
    ONE_CHILD,
    affected_address,
    affected_at,
    way_to,
)


def one_child(request: HttpRequest, affected: int) -> HttpResponse:
    """What stands for the child, every decision before it, and the record beside."""
    found, record = affected_at(request, affected)

    def content() -> dict:
        rows = found.destinations.select_related("responsible", "by").order_by("-at", "-pk")
        return {
            "affected": found,
            "change": found.change,
            "decisions": list(rows),
            "responsible_for": service_changes.responsible_for,
            "decides": not found.change.called_off_at
            and bool(may(request.user, SUPERVISE, record)),
            "name_of": name_of,
            "way": way_to(found.change, ("Child", "")),
            **beside(found.child),
        }

    return shown_of_child(
        request, found.child, "service_change/child.html", content, words=ONE_CHILD
    )


def decide(request: HttpRequest, affected: int) -> HttpResponse:
    """Decide where the child goes and who is responsible."""
    found, record = affected_at(request, affected, to=SUPERVISE)
    address = affected_address(found)
    return asked(
        request,
        destination_fields(),
        lambda form: service_changes.decide_destination(
            by=request.user,
            affected=found,
            record=record,
            where=form.values["where"],
            to=form.values["to"] or "",
            reason=form.values["reason"],
            responsible=person_of(form.values["responsible"]),
            submission=form.submission,
        ),
        heading="Where does this child go?",
        way=way_to(found.change, ("Child", address), ("Destination", "")),
        to=address,
        said="Where the child goes is decided.",
    )


def destination_fields() -> tuple[Field, ...]:
    """What is asked about where a child goes."""
    return (
        Field(name="where", label="Where to?", kind=CHOICE, required=True,
              choices=tuple(Destination.Where.choices)),
        Field(name="to", label="Which team or service?", hint="As people there call it."),
        Field(name="responsible", label="Who is responsible for the child from then on?", kind=CHOICE,
              choices=people(who_may=RECORD), as_list=True,
              hint="They are told. Their access to the record does not change by this."),
        Field(name="reason", label="Why is this right for the child?", kind=WORDS, required=True),
    )  # fmt: skip
