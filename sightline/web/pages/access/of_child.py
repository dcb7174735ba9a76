"""Who may see one child's record beyond whose work it is: people named, reasons given, the restriction."""

from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from sightline.casework import access_actions
from sightline.casework.access import standing_restrictions
from sightline.casework.models import NamedGrant, ReasonedAccess, Restriction
from sightline.casework.policy import GRANT_ACCESS, READ_CHILD, RESTRICT
from sightline.web.forms import Field, done, open_form, told
from sightline.web.forms.fields import CHOICE, DAY, WORDS
from sightline.web.pages.access.choices import end_of, people, person_of
from sightline.web.pages.child.frame import ChildPage, opened, shown_tab

SEEN = "who may see a child's record"
REASONS_SHOWN = timedelta(days=90)
WHY = Field(name="why", label="Why?", kind=WORDS, required=True)


def access(request: HttpRequest, token: str) -> HttpResponse:
    """Who is named, who opened the record by giving a reason, and whether it is restricted."""
    page = opened(request, token, action=GRANT_ACCESS, words=SEEN)
    return shown_tab(page, "access/of_child.html", lambda: _content(page), words=SEEN)


def _content(page: ChildPage) -> dict[str, Any]:
    since = timezone.now() - REASONS_SHOWN
    reasons = ReasonedAccess.objects.filter(child=page.child, opened_at__gte=since)
    return {
        "named": access_actions.people_named_for(page.child),
        "reasons": reasons.select_related("person").order_by("-opened_at"),
        "now": timezone.now(),
        "restriction": standing_restrictions().filter(child=page.child).first(),
        "may_restrict": page.may(RESTRICT),
    }


def name_somebody(request: HttpRequest, token: str) -> HttpResponse:
    """Name one person for the record, until a day."""
    page = opened(request, token, action=GRANT_ACCESS, words=SEEN)
    form = open_form(request, _naming(page))
    if request.method == "POST" and form.is_right:
        with told(form):
            access_actions.grant(
                by=request.user,
                person=person_of(form.values["person"]),
                record=page.record,
                until=end_of(form.values["until"]),
                why=form.values["why"],
                submission=form.submission,
            )
            return done(request, "Named for this record.", to=page.address("child-access"))
    return _form(page, form, "Name somebody for this record", "Name them", NAMING)


def withdraw(request: HttpRequest, token: str, grant: int) -> HttpResponse:
    """End a named person's access before its time."""
    page = opened(request, token, action=GRANT_ACCESS, words=SEEN)
    given = NamedGrant.objects.filter(pk=grant, child=page.child).first()
    if given is None:
        raise Http404("There is no such page.")
    form = open_form(request, (WHY,))
    if request.method == "POST" and form.is_right:
        with told(form):
            access_actions.withdraw_grant(
                by=request.user, given=given, record=page.record, why=form.values["why"]
            )
            return done(request, "Their access has ended.", to=page.address("child-access"))
    return _form(page, form, "End somebody's access", "End it", "")


def restrict(request: HttpRequest, token: str) -> HttpResponse:
    """Close the record to everybody not named for it."""
    page = opened(request, token, action=RESTRICT, words=SEEN)
    form = open_form(request, _restricting())
    if request.method == "POST" and form.is_right:
        with told(form):
            access_actions.restrict(
                by=request.user,
                record=page.record,
                kind=form.values["kind"],
                why=form.values["why"],
                manager=person_of(form.values["manager"]),
            )
            to = page.address("child-access") if page.may(READ_CHILD) else reverse("home")
            return done(request, "The record is restricted.", to=to)
    return _form(page, form, "Restrict this record", "Restrict it", RESTRICTING)


def lift(request: HttpRequest, token: str) -> HttpResponse:
    """Open a restricted record again to those whose work it is."""
    page = opened(request, token, action=RESTRICT, words=SEEN)
    form = open_form(request, (WHY,))
    if request.method == "POST" and form.is_right:
        with told(form):
            access_actions.lift_restriction(
                by=request.user, record=page.record, why=form.values["why"]
            )
            return done(request, "The restriction is lifted.", to=page.address("child-access"))
    return _form(page, form, "Lift the restriction", "Lift it", LIFTING)


NAMING = "They read and record for this child until the end of the day you give. They and everybody who reads who has read this record can see that you named them, and why."
RESTRICTING = "From then on the record is open to the people named for it and to the manager who answers for it, and to nobody else: not in lists, search, files or errors. Figures still count the child."
LIFTING = "The record then opens again to everybody whose work it is. Those named for it stay named until their time is over."


def _form(page: ChildPage, form: Any, heading: str, button: str, words: str) -> HttpResponse:
    content = {"form": form, "heading": heading, "button": button, "words": words}
    return shown_tab(page, "access/of_child_form.html", lambda: content, words=SEEN)


def _naming(page: ChildPage) -> tuple[Field, ...]:
    who = people(but=page.request.user, who_may=READ_CHILD)
    return (
        Field(name="person", label="Who?", kind=CHOICE, choices=who, required=True),
        Field(name="until", label="Until which day?", kind=DAY, required=True,
              hint="No longer than they need it, such as 27 3 2026."),
        WHY,
    )  # fmt: skip


def _restricting() -> tuple[Field, ...]:
    return (
        Field(name="kind", label="Whose record is it?", kind=CHOICE, required=True,
              choices=tuple(Restriction.Kind.choices)),
        WHY,
        Field(name="manager", label="Which manager answers for it?", kind=CHOICE, required=True,
              hint="They read the record, and others at the front door are told to speak to them.",
              choices=people(who_may=RESTRICT)),
    )  # fmt: skip
