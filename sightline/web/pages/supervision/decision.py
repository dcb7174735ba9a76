"""A manager's decision about a child: what called for it, what was decided, why, and what follows."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from sightline.casework import recording
from sightline.casework.policy import SUPERVISE
from sightline.web import live_child
from sightline.web.forms import Field, Filled, done, keep_draft, open_form, told
from sightline.web.forms import fields as kinds
from sightline.web.forms.sending import DraftOf
from sightline.web.pages.child.frame import ChildPage, opened, shown_tab
from sightline.web.pages.supervision.asked import to_do_fields, to_dos, without_the_action

WORDS = "a manager's decision"
TABLE = "management_decisions"
CHECKLIST = (
    "What has happened that asks for a decision now?",
    "What does the child’s history say, and what does the child want?",
    "Which other ways were open, and why not those?",
    "What would make you change your mind, and what if it does not work?",
    "What became of the actions agreed before?",
)
DECISION = (
    Field(name="made", label="Day it was made", kind=kinds.DAY, required=True, not_ahead=True),
    Field(name="turning_point", label="What called for it?", hint="Such as: referral, strategy discussion, end of an enquiry, step down, move of home, missing, closing.", required=True),
    Field(name="decision", label="What was decided?", kind=kinds.WORDS, required=True),
    Field(name="reason", label="Why?", hint="In words about this child, with their history and view. Never the same text for two children.", kind=kinds.WORDS, required=True),
    Field(name="threshold", label="Which threshold is held to be met?"),
    Field(name="options_rejected", label="What else was considered, and why not?", kind=kinds.WORDS),
    Field(name="actions_agreed", label="What if it does not work, and when is it looked at again?", kind=kinds.WORDS),
)  # fmt: skip


def decision(request: HttpRequest, token: str) -> HttpResponse:
    """The form, the decisions before it and the actions still open from them."""
    page = opened(request, token, action=SUPERVISE, tables=(TABLE,), words=WORDS)
    form = open_form(
        request,
        (*DECISION, *to_do_fields(page.record)),
        values={"made": timezone.localdate()},
        draft=DraftOf(form="manager decides", child=page.record),
    )
    back = page.address("child")
    if kept := keep_draft(request, form, to=back):
        return kept
    if request.method == "POST" and form.is_right:
        with told(form):
            if _record(page, form):
                return done(request, "The decision is recorded.", to=back, form=form)
    content: dict[str, Any] = {
        "form": form,
        "checklist": CHECKLIST,
        "comes_back": recording.comes_back(page.child),
        "before": sorted(page.records.get(TABLE, ()), key=lambda row: row["made"], reverse=True),
    }
    return shown_tab(page, "supervision/decision.html", lambda: content, words=WORDS)


def _record(page: ChildPage, form: Filled) -> bool:
    """Record it; False where the action is not whole, which is then said in the form."""
    to_do = to_dos(form)
    if not form.is_right:
        return False
    given = without_the_action(form.values)
    if page.request.user.worker:
        given["worker"] = page.request.user.worker
    recording.record(
        by=page.request.user,
        child=page.record,
        table=TABLE,
        given=given,
        to_do=to_do,
        submission=form.submission,
    )
    live_child.ask_again(page.child)
    return True
