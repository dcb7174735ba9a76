"""Looking for a child when somebody is at the door or on the phone.

What is typed is sent, and stands in no address. Shown are the children whose records the person
may read. Of any other child nothing is said, but where the id, or the whole name with the day of
birth, is that child's: then, that a reason opens the record, or whom to speak to.
"""

from dataclasses import dataclass

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from sightline.casework import access_actions, audit
from sightline.casework.access import access_of
from sightline.casework.models import Person
from sightline.casework.policy import GIVE_A_REASON, READ_CHILD, SEARCH_CHILDREN, may
from sightline.web import service
from sightline.web.door import require
from sightline.web.finding_children import Asked, Found
from sightline.web.forms import Field, Filled, done, open_form, told
from sightline.web.forms.fields import DAY, LINE
from sightline.web.pages.access.reasons import OPENED, WHY
from sightline.web.pages.child_door import address_of
from sightline.web.pages.shown import shown

SEARCHED = "search for a child"
MOST_SHOWN = 50
FIELDS = (
    Field(name="name", label="Name", hint="Given name, family name, or the beginning of either.", kind=LINE),
    Field(name="born", label="Day of birth", kind=DAY, hint="Such as 27 3 2014.", not_ahead=True),
    Field(name="council_id", label="Council id", hint="With it nothing else is asked.", kind=LINE),
)  # fmt: skip
TOO_LITTLE = "Give at least two letters of a name, or the council id."


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One child who may be the one, and may be read."""

    name: str
    child: Found
    address: str
    workers: str


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What was found: those who may be read, how many more there are of them, and what is said of one
    found exactly who may not."""

    readable: list[Shown]
    more: int
    ask_reason: bool = False
    speak_to: Person | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to say."""
        return not (self.readable or self.ask_reason or self.speak_to)


@require_http_methods(["GET", "POST"])
def find_child(request: HttpRequest) -> HttpResponse:
    """Ask, and show who may be the one."""
    require(request, SEARCH_CHILDREN, words=SEARCHED)
    form = open_form(request, FIELDS)
    asked = _asked(form)
    if request.method == "GET" or not form.is_right:
        return shown(request, "access/find.html", {"form": form})
    if not asked.is_enough:
        form.blame("name", TOO_LITTLE)
        return shown(request, "access/find.html", {"form": form})
    return _answered(request, form, asked)


@require_POST
def open_found(request: HttpRequest) -> HttpResponse:
    """Open the record of the child found exactly, by giving a reason.

    What was asked is sent again, so that no address of a record stands on the page before.
    """
    require(request, GIVE_A_REASON, words=SEARCHED)
    form = open_form(request, (*FIELDS, WHY))
    asked = _asked(form)
    exact = _exact(asked)
    if len(exact) != 1:
        form.blame("name", "Nobody is found by exactly that. Look at the name, the day or the id.")
        return shown(request, "access/find.html", {"form": form})
    record = service.current().record_of(exact[0].child)
    if may(request.user, READ_CHILD, record):
        return done(request, "This record is open to you already.", to=_page(exact[0]))
    if form.is_right:
        with told(form):
            access_actions.open_with_reason(
                by=request.user, record=record, why=form.values["why"], submission=form.submission
            )
            return done(request, OPENED, to=_page(exact[0]))
    return _answered(request, form, asked)


def _asked(form: Filled) -> Asked:
    values = form.values
    council_id = values.get("council_id") or ""
    if council_id:
        return Asked(council_id=council_id)
    return Asked(name=values.get("name") or "", born=values.get("born"))


def _exact(asked: Asked) -> list[Found]:
    """The very child asked for."""
    found = service.current().children_like(asked) if asked.is_enough else []
    return [one for one in found if one.is_exactly(asked)]


def _answered(request: HttpRequest, form: Filled, asked: Asked) -> HttpResponse:
    """The page with what was found; that it was shown is kept, or nothing is."""
    with transaction.atomic():
        content = {"form": form, "answer": _answer(request.user, asked), "why": _why(form)}
        return shown(request, "access/find.html", content)


def _why(form: Filled) -> Filled:
    """The question why, beside what was asked."""
    why = Filled((WHY,), form.submission, typed=form.typed)
    if WHY.name in form.faults:
        why.faults = {WHY.name: form.faults[WHY.name]}
    return why


def _answer(person: Person, asked: Asked) -> Answer:
    """What this person may be told."""
    workspace, access = service.current(), access_of(person)
    found = workspace.children_like(asked)
    open_to = {
        one.child
        for one in found
        if may(person, READ_CHILD, workspace.record_of(one.child), access)
    }
    readable = [one for one in found if one.child in open_to]
    told_of = readable[:MOST_SHOWN]
    audit.record(
        by=person, action=SEARCH_CHILDREN, thing=SEARCHED, children=[one.child for one in told_of]
    )
    closed = [one for one in found if one.is_exactly(asked) and one.child not in open_to]
    managers = [
        access_actions.whom_to_speak_to(by=person, record=workspace.record_of(one.child))
        for one in closed
    ]
    return Answer(
        readable=[_shown(workspace, one) for one in told_of],
        more=len(readable) - len(told_of),
        ask_reason=bool(closed) and None in managers and bool(may(person, GIVE_A_REASON)),
        speak_to=next((one for one in managers if one), None),
    )


def _shown(workspace: service.Service, one: Found) -> Shown:
    names, record = workspace.worker_names(), workspace.record_of(one.child)
    return Shown(
        name=" ".join(filter(None, (one.given, one.family))) or "Name not recorded",
        child=one,
        address=_page(one),
        workers=", ".join(names.get(worker, worker) for worker in sorted(record.held_by)),
    )


def _page(one: Found) -> str:
    return reverse("child", kwargs={"token": address_of(one.child)})
