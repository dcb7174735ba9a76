"""One task: what it asks, of whom, where it came from, and how it ends."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from sightline.casework.models import Task
from sightline.casework.policy import READ_CHILD, RECORD, may
from sightline.casework.readers import name_of
from sightline.casework.tasks import concern_of, end_task
from sightline.rules import RULES
from sightline.web import service
from sightline.web.concern_addresses import address_part
from sightline.web.door import require
from sightline.web.forms import Field, done, open_form, told
from sightline.web.forms.fields import CHOICE, WORDS
from sightline.web.pages.child_door import address_of, child_at, shown_of_child

WORDS_IN_THE_TRAIL = "a task about a child"
FIELDS = (
    Field(
        name="ended_as",
        label="How does it end?",
        kind=CHOICE,
        required=True,
        choices=(("done", "It is done"), ("dropped", "It is dropped, for the reason below")),
    ),
    Field(
        name="because",
        label="In your words",
        kind=WORDS,
        hint="Say why, where it is dropped. What was done belongs in the record.",
    ),
)


def task(request: HttpRequest, task: int) -> HttpResponse:
    """One task, and the form that ends it."""
    found = Task.objects.select_related("owner", "set_by", "decision", "ended_by")
    wanted = found.filter(pk=task).first()
    if wanted is None:
        require(request, READ_CHILD, words=WORDS_IN_THE_TRAIL)
        raise Http404("There is no such page.")
    child, record = child_at(request, address_of(wanted.child), words=WORDS_IN_THE_TRAIL)
    form = open_form(request, FIELDS)
    if request.method == "POST" and form.is_right:
        with told(form):
            end_task(
                by=request.user,
                record=record,
                task=wanted,
                ended_as=form.values["ended_as"],
                because=form.values["because"] or "",
            )
            return done(request, "The task has ended.", to=reverse("my-day"))
    concern = concern_of(wanted)

    def content() -> dict:
        return {
            "task": wanted,
            "form": form,
            "who": service.current().names_of({child}).get(child, ("", "")),
            "token": address_of(child),
            "name_of": name_of,
            "concern": concern if concern and concern.rule in RULES else None,
            "part": address_part(concern, settings.WORKSPACE) if concern else "",
            "rules": RULES,
            "may_end": bool(may(request.user, RECORD, record)),
        }

    return shown_of_child(request, child, "day/task.html", content, words=WORDS_IN_THE_TRAIL)
