"""Opening one child's record by giving a reason. Nothing of the child is shown before."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from sightline.casework import access_actions
from sightline.casework.policy import GIVE_A_REASON, READ_CHILD, may
from sightline.web.forms import Field, done, open_form, told
from sightline.web.forms.fields import WORDS
from sightline.web.pages.child_door import child_at
from sightline.web.pages.shown import shown

ASKED = "a record opened by giving a reason"
OPENED = "The record is open to you for 12 hours. Your reason is kept."
WHY = Field(
    name="why",
    label="Why do you need this record?",
    hint="Your manager is told, and whoever reads who has read this record. Do not name the child.",
    kind=WORDS,
    required=True,
)


def give_a_reason(request: HttpRequest, token: str) -> HttpResponse:
    """Ask for the reason, open the record for a while, and go to it.

    The page is the same whichever child it is about, restricted or not.
    """
    _, record = child_at(request, token, GIVE_A_REASON, ASKED)
    page = reverse("child", kwargs={"token": token})
    if may(request.user, READ_CHILD, record):
        return done(request, "This record is open to you already.", to=page)
    form = open_form(request, (WHY,))
    if request.method == "POST" and form.is_right:
        with told(form):
            access_actions.open_with_reason(
                by=request.user, record=record, why=form.values["why"], submission=form.submission
            )
            return done(request, OPENED, to=page)
    return shown(request, "access/reason.html", {"form": form})
