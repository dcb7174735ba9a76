"""Settling a dispute from the list, whether the concern it was about still stands or not."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from sightline.casework import decisions
from sightline.casework.decisions import open_disputes
from sightline.casework.models import ConcernDecision
from sightline.casework.policy import DECIDE
from sightline.casework.readers import name_of
from sightline.casework.writing import was_sent
from sightline.rules import RULES
from sightline.web import service
from sightline.web.door import require
from sightline.web.forms import Field, done, open_form, told
from sightline.web.forms.fields import WORDS
from sightline.web.forms.sending import SUBMISSION
from sightline.web.pages.child_door import address_of, child_at, shown_of_child

IN_THE_TRAIL = "settling a dispute about a record"
DONE = "The dispute is settled."
FIELDS = (
    Field(
        name="reason",
        label="What was found?",
        kind=WORDS,
        hint="Say whether the record was mended, and where, or was right as it stood.",
        required=True,
    ),
)


def settle_dispute(request: HttpRequest, dispute: int) -> HttpResponse:
    """One dispute with what was said, and the form that settles it."""
    raised = ConcernDecision.objects.filter(pk=dispute, kind=ConcernDecision.Kind.DISPUTE)
    found = raised.select_related("by").first()
    if found is None:
        require(request, DECIDE, words=IN_THE_TRAIL)
        raise Http404("There is no such page.")
    child, record = child_at(request, address_of(found.child), action=DECIDE, words=IN_THE_TRAIL)
    to = reverse("data-quality-kind", args=["disputes"])
    if was_sent(by=request.user, submission=request.POST.get(SUBMISSION, "")):
        return done(request, DONE, to=to)
    form = open_form(request, FIELDS)
    if request.method == "POST" and form.is_right:
        with told(form):
            decisions.settle(
                by=request.user,
                record=record,
                disputed=found,
                reason=form.values["reason"],
                submission=form.submission,
            )
            return done(request, DONE, to=to, form=form)

    def content() -> dict:
        return {
            "dispute": found,
            "stands_open": open_disputes().filter(pk=found.pk).exists(),
            "form": form,
            "who": service.current().names_of({child}).get(child, ("", "")),
            "token": address_of(child),
            "title": RULES[found.rule].title if found.rule in RULES else found.rule,
            "name_of": name_of,
        }

    return shown_of_child(request, child, "data_quality/settle.html", content, words=IN_THE_TRAIL)
