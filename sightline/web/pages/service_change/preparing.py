"""Preparing a change to services: beginning it, newcomers, several destinations at once, its end."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from sightline.casework import service_changes
from sightline.casework.access import access_of
from sightline.casework.models import AffectedChild, ServiceChange
from sightline.casework.policy import LEAD_SERVICE_CHANGES, SUPERVISE, may
from sightline.casework.writing import NotRecorded
from sightline.web import service
from sightline.web.change_answers import THRESHOLDS
from sightline.web.door import require
from sightline.web.forms import Field, Filled, done, open_form, told
from sightline.web.forms.fields import CHOICE, CHOICES, DAY, WORDS
from sightline.web.lists import open_to
from sightline.web.pages.access.choices import people, teams
from sightline.web.pages.listed_children import asked, listing, names_of, person_of
from sightline.web.pages.service_change.changes import LISTED, come_since
from sightline.web.pages.service_change.finding import SEEN, change_address, change_at, way, way_to
from sightline.web.pages.service_change.one_child import destination_fields
from sightline.web.words import day_in_words

Kind = ServiceChange.Kind
MOST_AT_ONCE = 50


def begin(request: HttpRequest) -> HttpResponse:
    """Ask what is to change; once it is sent every child affected is listed."""
    require(request, LEAD_SERVICE_CHANGES, words=SEEN)

    def record(form: Filled) -> ServiceChange:
        values, workspace = form.values, service.current()
        concerns, found_by = _concerns(values)
        since = values["since"] if concerns in THRESHOLDS else None
        return service_changes.begin(
            by=request.user,
            name=values["name"],
            kind=values["kind"],
            concerns=concerns,
            since=since,
            found_by=found_by,
            why=values["why"],
            planned=values["planned"],
            led_by=person_of(values["led_by"]),
            on=workspace.authority().day,
            children=workspace.children_affected(values["kind"], concerns, since),
            submission=form.submission,
        )

    return asked(
        request,
        _fields(),
        record,
        heading="Prepare a change to services",
        way=way(("Prepare a change", "")),
        to=change_address,
        said="Every child affected is listed. Decide next where each of them goes.",
        button="List the children",
        words="Before a team closes, a threshold moves or a service ends, every child affected is "
        "listed here, as the records are today. Each needs a destination and somebody responsible.",
    )


def take_in(request: HttpRequest, change: int) -> HttpResponse:
    """List the children who have come since."""
    found = change_at(request, change, to=LEAD_SERVICE_CHANGES)
    more = come_since(found, list(found.children.all()))
    return asked(
        request,
        (),
        lambda form: service_changes.take_in(
            by=request.user,
            change=found,
            on=service.current().authority().day,
            children=more,
            submission=form.submission,
        ),
        heading="List the children who have come since",
        way=way_to(found, ("Newcomers", "")),
        to=change_address(found),
        said="They are listed. Each needs a destination and somebody responsible.",
        button="List them",
        words=f"Found today and not on the list: {len(more):,}. Nobody leaves the list.",
    )


def place(request: HttpRequest, change: int) -> HttpResponse:
    """Decide the same for several children without a destination, each asked of the policy by itself."""
    found = change_at(request, change, to=SUPERVISE)
    waiting = _waiting(request, found)
    names = names_of({one.child for one in waiting})
    children = Field(
        name="children",
        label="For which children?",
        kind=CHOICES,
        hint=f"Those without a destination for whom you may decide, up to {MOST_AT_ONCE} at a time.",
        choices=tuple((str(one.pk), names[one.child]) for one in waiting),
        required=True,
    )
    form = open_form(request, (children, *destination_fields()))
    if request.method == "POST" and form.is_right:
        with told(form):
            _place(request, form, {str(one.pk): one for one in waiting})
            return done(request, "Where these children go is decided.", to=change_address(found))
    content = {
        "form": form,
        "heading": "Decide for several children",
        "way": way_to(found, ("Several children", "")),
        "button": "Decide",
        "words": "Choose children for whom the same is right, for the same reason.",
    }
    return listing(request, "one_form.html", content, waiting, LISTED)


def happened(request: HttpRequest, change: int) -> HttpResponse:
    """Say that the change has happened; with children not ready, why all the same."""
    found = change_at(request, change, to=LEAD_SERVICE_CHANGES)
    left = service_changes.readiness_of(found).not_ready
    fields = (
        Field(name="on", label="On which day did it happen?", kind=DAY, required=True, not_ahead=True),
        Field(name="because", label="Why did it go ahead with children not ready?", kind=WORDS,
              required=left > 0, hint="This stays on the page of the change."),
    )[: 2 if left else 1]  # fmt: skip
    words = "The children are followed from that day."
    if left:
        who = "1 child is" if left == 1 else f"{left:,} children are"
        words = f"{who} not ready: without a destination, or without somebody responsible. {words}"
    return _ended(
        request,
        found,
        fields,
        lambda form: service_changes.go_ahead(
            by=request.user,
            change=found,
            on=form.values["on"],
            because=form.values.get("because") or "",
            submission=form.submission,
        ),
        heading="The change has happened",
        words=words,
        said="It is recorded that the change has happened.",
    )


def call_off(request: HttpRequest, change: int) -> HttpResponse:
    """Call the change off."""
    found = change_at(request, change, to=LEAD_SERVICE_CHANGES)
    return _ended(
        request,
        found,
        (Field(name="because", label="Why is it called off?", kind=WORDS, required=True),),
        lambda form: service_changes.call_off(
            by=request.user,
            change=found,
            because=form.values["because"],
            submission=form.submission,
        ),
        heading="Call the change off",
        said="The change is called off.",
    )


def _ended(
    request: HttpRequest,
    found: ServiceChange,
    fields: tuple[Field, ...],
    record: Callable[[Filled], Any],
    **more: str,
) -> HttpResponse:
    """A form that ends the preparing of a change."""
    way = way_to(found, (more["heading"], ""))
    return asked(request, fields, record, way=way, to=change_address(found), **more)


def _fields() -> tuple[Field, ...]:
    """What is asked of a change. Each kind has its own question below the common ones."""
    thresholds = tuple((key, one.words) for key, one in THRESHOLDS.items())
    return (
        Field(name="name", label="What is the change called?", required=True),
        Field(name="why", label="Why is it made?", kind=WORDS, required=True),
        Field(name="planned", label="On which day is it planned?", kind=DAY, required=True),
        Field(name="led_by", label="Who leads it?", kind=CHOICE, as_list=True, required=True,
              choices=people(who_may=LEAD_SERVICE_CHANGES)),
        Field(name="kind", label="What changes?", kind=CHOICE, choices=tuple(Kind.choices), required=True),
        Field(name="team", label="If a team closes: which?", kind=CHOICE, as_list=True,
              choices=tuple((team, team) for team in teams())),
        Field(name="threshold", label="If a threshold moves: which?", kind=CHOICE, as_list=True, choices=thresholds),
        Field(name="since", label="Since which day?", kind=DAY, not_ahead=True,
              hint="For the thresholds of contact and referral alone."),
        Field(name="service", label="If a service ends: which?", kind=CHOICE, as_list=True,
              choices=tuple(service.current().services_in_the_records()),
              hint="Services that help a child today, as the records name them."),
    )  # fmt: skip


def _concerns(values: dict[str, Any]) -> tuple[str, str]:
    """What the change is about, and in words how its children were found."""
    kind, since = values["kind"], values["since"]
    name = {"team_closes": "team", "threshold_moves": "threshold", "service_ends": "service"}[kind]
    concerns = values[name]
    if not concerns:
        raise NotRecorded(f"No {name} is chosen.", "Choose one from the list.")
    if kind == Kind.TEAM_CLOSES:
        return concerns, (
            f"Team {concerns}: every child given to it, and open work in its name that is with no other team."
        )
    if kind == Kind.SERVICE_ENDS:
        return (
            concerns,
            f"{dict(service.current().services_in_the_records())[concerns]}: every child it helps.",
        )
    wanted = THRESHOLDS[concerns]
    if not wanted.needs_since:
        return concerns, f"{wanted.words}."
    if since is None:
        raise NotRecorded("That threshold is asked from a day on.", "Give the first day.")
    return concerns, f"{wanted.words}: {day_in_words(since)}."


def _waiting(request: HttpRequest, found: ServiceChange) -> list[AffectedChild]:
    """The children without a destination for whom this person may decide, the first so many."""
    stands, access = service_changes.destinations_of(found), access_of(request.user)
    records = service.current().records_for_policy()
    left = [one for one in found.children.order_by("pk") if one.child not in stands]
    return [
        one
        for one in open_to(request.user, left, records)
        if may(request.user, SUPERVISE, records[one.child], access)
    ][:MOST_AT_ONCE]


def _place(request: HttpRequest, form: Filled, waiting: dict[str, AffectedChild]) -> None:
    """Write the same destination for each of the children chosen."""
    workspace, values = service.current(), form.values
    for number in values["children"]:
        affected = waiting[number]
        service_changes.decide_destination(
            by=request.user,
            affected=affected,
            record=workspace.record_of(affected.child),
            where=values["where"],
            to=values["to"] or "",
            reason=values["reason"],
            responsible=person_of(values["responsible"]),
            submission=f"{form.submission}-{number}" if form.submission else "",
        )
