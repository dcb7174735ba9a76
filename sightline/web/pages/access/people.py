"""People: who may sign in, as what, in which teams. An administrator's pages; they show no child."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from sightline.casework import access_actions, people_actions, signing_in
from sightline.casework.models import Person, Role, TeamMembership
from sightline.casework.policy import SET_UP_PEOPLE
from sightline.web import service
from sightline.web.door import require
from sightline.web.forms import Field, Filled, done, open_form, told
from sightline.web.forms.fields import CHOICE, DAY, WORDS
from sightline.web.pages.access.choices import end_of, people, person_of, teams
from sightline.web.pages.access.first_password import give_link
from sightline.web.pages.shown import shown
from sightline.web.signing_in import second_factor

SEEN = "people"
WHY = Field(name="why", label="Why?", kind=WORDS, required=True)
ROLE = Field(name="role", label="Role", kind=CHOICE, choices=tuple(Role.choices), required=True)
UNTIL = Field(
    name="until",
    label="Last day of their access",
    hint="An inspector must have one. Leave it empty where there is no end.",
    kind=DAY,
)


def list_people(request: HttpRequest) -> HttpResponse:
    """Everybody, by name."""
    require(request, SET_UP_PEOPLE, words=SEEN)
    everybody = Person.objects.select_related("manager").order_by("-is_active", "username")
    in_teams: dict[int, list[str]] = {}
    for one in TeamMembership.objects.filter(ended_at=None).order_by("team"):
        in_teams.setdefault(one.person_id, []).append(one.team)
    return shown(request, "access/people.html", {"people": everybody, "in_teams": in_teams})


def add(request: HttpRequest) -> HttpResponse:
    """Add a person, and go to their page, where a link to set a password is made."""
    require(request, SET_UP_PEOPLE, words=SEEN)
    name = Field(
        name="name",
        label="Name to sign in with",
        hint="Without spaces: their email address at work, if they have one.",
        required=True,
    )
    form = open_form(request, (name, *_about(), ROLE, UNTIL))
    if request.method == "POST" and form.is_right:
        values = _values(form)
        with told(form):
            person = people_actions.add_person(
                by=request.user, submission=form.submission, until=values.pop("until"), **values
            )
            return done(request, "Added.", to=_page(person))
    return _form(request, form, "Add a person", "Add them")


def person(request: HttpRequest, person: int) -> HttpResponse:
    """One person: what they are, and what can be changed."""
    found = _person(request, person)
    content = {
        "person": found,
        "teams": TeamMembership.objects.filter(person=found, ended_at=None).order_by("team"),
        "worker": service.current().worker_names().get(found.worker, ""),
        "has_second_factor": second_factor.has_one(found),
        "must_have_one": signing_in.must_have_second_factor(found),
        "is_paused": signing_in.is_paused(found),
        "is_you": found.pk == request.user.pk,
    }
    return shown(request, "access/person.html", content)


def change(request: HttpRequest, person: int) -> HttpResponse:
    """What they are called, which worker they are, who their manager is."""
    found = _person(request, person)
    standing = {
        "full_name": found.get_full_name(),
        "email": found.email,
        "worker": found.worker,
        "manager": str(found.manager_id) if found.manager_id else None,
        "sign_on": found.sign_on,
    }

    def act(form: Filled) -> None:
        people_actions.change_person(by=request.user, person=found, **_values(form))

    return _one_form(request, found, _about(found), act, "Change details", values=standing)


def role(request: HttpRequest, person: int) -> HttpResponse:
    """What they are to the service, and until when."""
    found = _person(request, person)

    def act(form: Filled) -> None:
        access_actions.set_role(
            by=request.user,
            person=found,
            role=form.values["role"],
            until=end_of(form.values["until"]),
        )

    standing = {"role": found.role, "until": found.access_until}
    return _one_form(request, found, (ROLE, UNTIL), act, "Set the role", values=standing)


def join(request: HttpRequest, person: int) -> HttpResponse:
    """Put them in a team."""
    found = _person(request, person)
    choices = tuple((team, team) for team in teams())
    team = Field(name="team", label="Which team?", kind=CHOICE, choices=choices, required=True)

    def act(form: Filled) -> None:
        access_actions.join_team(by=request.user, person=found, team=form.values["team"])

    return _one_form(request, found, (team,), act, "Put in a team")


@require_POST
def leave(request: HttpRequest, person: int, membership: int) -> HttpResponse:
    """Take them out of a team."""
    found = _person(request, person)
    standing = TeamMembership.objects.filter(pk=membership, person=found).first()
    if standing is None:
        raise Http404("There is no such page.")
    access_actions.leave_team(by=request.user, membership=standing)
    return done(request, "Taken out of the team.", to=_page(found))


def reset(request: HttpRequest, person: int) -> HttpResponse:
    """Reset a second factor, as when a phone is lost."""
    found = _person(request, person)

    def act(form: Filled) -> None:
        people_actions.reset_second_factor(by=request.user, person=found, why=form.values["why"])

    return _one_form(request, found, (WHY,), act, "Reset the second factor", words=RESETTING)


def go(request: HttpRequest, person: int) -> HttpResponse:
    """They have left."""
    found = _person(request, person)

    def act(form: Filled) -> None:
        people_actions.let_go(by=request.user, person=found, why=form.values["why"])

    return _one_form(request, found, (WHY,), act, "This person has left", words=LEAVING)


@require_POST
def come_back(request: HttpRequest, person: int) -> HttpResponse:
    """They may sign in again."""
    found = _person(request, person)
    people_actions.let_back(by=request.user, person=found)
    return done(request, "They may sign in again.", to=_page(found))


def link(request: HttpRequest, person: int) -> HttpResponse:
    """Make a link at which they set a password."""
    return give_link(request, _person(request, person))


RESETTING = "Be sure that it is this person who asks. They set up another app when they next sign in, and are told that you did this."
LEAVING = "They sign in no more, from this moment. What they recorded and decided stays theirs."


def _person(request: HttpRequest, number: int) -> Person:
    """The person of that number, for whoever sets up people."""
    require(request, SET_UP_PEOPLE, words=SEEN)
    found = Person.objects.select_related("manager").filter(pk=number).first()
    if found is None:
        raise Http404("There is no such page.")
    return found


def _page(found: Person) -> str:
    return reverse("person", kwargs={"person": found.pk})


def _about(found: Person | None = None) -> tuple[Field, ...]:
    """What is asked of anybody."""
    return (
        Field(name="full_name", label="Given name and family name"),
        Field(name="email", label="Email address"),
        Field(name="worker", label="Worker id", hint="The council's id of the worker they are: it opens the children they work with."),
        Field(name="manager", label="Manager", kind=CHOICE, choices=people(but=found), hint="They are told when this person opens a record by giving a reason."),
        Field(name="sign_on", label="Name at the council's sign-on", hint="What the council's own sign-on calls them, if they sign in by it."),
    )  # fmt: skip


def _values(form: Filled) -> dict[str, Any]:
    """What was given, as the actions take it."""
    values = {name: value if value is not None else "" for name, value in form.values.items()}
    values["manager"] = person_of(form.values["manager"])
    if "until" in values:
        values["until"] = end_of(form.values["until"])
    return values


def _one_form(
    request: HttpRequest,
    found: Person,
    fields: tuple[Field, ...],
    act: Callable[[Filled], None],
    heading: str,
    *,
    words: str = "",
    values: dict[str, Any] | None = None,
) -> HttpResponse:
    """A form about one person: do it, and go back to their page."""
    form = open_form(request, fields, values=values)
    if request.method == "POST" and form.is_right:
        with told(form):
            act(form)
            return done(request, "Done, and kept in the audit trail.", to=_page(found))
    return _form(request, form, heading, heading, words, found)


def _form(request, form: Filled, heading: str, button: str, words: str = "", found=None):
    content = {"form": form, "heading": heading, "button": button, "words": words, "person": found}
    return shown(request, "access/person_form.html", content)
