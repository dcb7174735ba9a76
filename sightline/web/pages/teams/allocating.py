"""Deciding who is to hold a case: the form, and what was decided before."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from sightline.casework.allocations import allocations_decided, decide_allocation
from sightline.casework.policy import SUPERVISE
from sightline.casework.readers import name_of
from sightline.casework.writing import NotRecorded, was_sent
from sightline.web import service
from sightline.web.concern_addresses import behind, opaque
from sightline.web.forms import Field, done, open_form, told
from sightline.web.forms.fields import CHOICE, DAY, WORDS
from sightline.web.forms.sending import SUBMISSION
from sightline.web.pages.child_door import child_at, shown_of_child

IN_THE_TRAIL = "deciding who is to hold a child’s case"
DONE = "It is decided. Make the same change in the case system: it holds the allocation."
APART = "\n"


def allocate(request: HttpRequest, token: str) -> HttpResponse:
    """Who holds the case, what was decided, and the form that decides it anew."""
    child, record = child_at(request, token, action=SUPERVISE, words=IN_THE_TRAIL)
    to = reverse("allocate", args=[token])
    if was_sent(by=request.user, submission=request.POST.get(SUBMISSION, "")):
        return done(request, DONE, to=to)
    workspace = service.current()
    there = _workers(workspace)
    form = open_form(request, _fields(workspace, there))
    if request.method == "POST" and form.is_right:
        chosen = behind(form.values["who"], "holder", there, settings.WORKSPACE)
        worker, _, team = chosen.partition(APART)
        with told(form):
            if not chosen:
                raise NotRecorded("Nobody is chosen.", "Choose who is to hold the case.")
            decide_allocation(
                by=request.user,
                record=record,
                worker=worker,
                team=team,
                from_day=form.values["from_day"],
                reason=form.values["reason"],
                submission=form.submission,
            )
            return done(request, DONE, to=to, form=form)

    def content() -> dict:
        return {
            "record": record,
            "form": form,
            "decided": allocations_decided([child]),
            "who": workspace.names_of({child}).get(child, ("", "")),
            "token": token,
            "workers": workspace.worker_names(),
            "name_of": name_of,
        }

    return shown_of_child(request, child, "teams/allocate.html", content, words=IN_THE_TRAIL)


def _workers(workspace: service.Service) -> list[str]:
    """Worker and team of everybody who holds a case today, in the order of teams and names."""
    names = workspace.worker_names()
    there = {(one.team, one.worker) for one in workspace.held_today() if one.worker}
    in_order = sorted(there, key=lambda one: (one[0], names.get(one[1], one[1])))
    return [f"{worker}{APART}{team}" for team, worker in in_order]


def _fields(workspace: service.Service, there: list[str]) -> tuple[Field, ...]:
    names = workspace.worker_names()
    choices = []
    for one in there:
        worker, _, team = one.partition(APART)
        words = f"{names.get(worker, worker)}, {team}"
        choices.append((opaque("holder", one, settings.WORKSPACE), words))
    return (
        Field(name="who", label="Who is to hold the case?", kind=CHOICE, required=True, as_list=True,
              hint="Everybody who holds a case today, by team.", choices=tuple(choices)),
        Field(name="from_day", label="From which day?", kind=DAY, required=True, hint="For example, 27 3 2026"),
        Field(name="reason", label="Why this worker, and why now?", kind=WORDS, required=True,
              hint="What it means for the child, and how the case is handed over."),
    )  # fmt: skip
