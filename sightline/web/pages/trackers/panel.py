"""A panel's minute of one child: what it decided, why, what follows, and when it looks again."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from sightline.casework import recording
from sightline.casework.panels import PANEL_DECISIONS, decisions_about
from sightline.casework.policy import RECORD
from sightline.web.forms import Field, done, keep_draft, open_form, told
from sightline.web.forms import fields as kinds
from sightline.web.forms.sending import DraftOf
from sightline.web.pages.child.frame import ChildPage, opened, shown_tab
from sightline.web.pages.child.what_to_record.court import LETTER
from sightline.web.pages.trackers.finding import tracker_named
from sightline.web.trackers.declared import PRE_PROCEEDINGS

WORDS = "a panel's minute"
MINUTE = (
    Field(name="held", label="Day the panel met", kind=kinds.DAY, required=True, not_ahead=True),
    Field(name="decision", label="What was decided?", required=True, kind=kinds.WORDS),
    Field(name="reason", label="Why?", hint="What the panel went by, and what it weighed against it.", required=True, kind=kinds.WORDS),
    Field(name="next_step", label="What happens next, and who does it?", kind=kinds.WORDS),
    Field(name="comes_back", label="Day the child comes back to the panel", kind=kinds.DAY),
)  # fmt: skip
LETTERS = "letters_before_proceedings"


def panel(request: HttpRequest, token: str, tracker: str) -> HttpResponse:
    """The form of a minute, what the panel decided before and, before the court, the letter's checklist."""
    wanted = tracker_named(tracker)
    page = opened(request, token, action=RECORD, tables=(LETTERS,), words=WORDS)
    form = open_form(
        request,
        MINUTE,
        values={"held": timezone.localdate()},
        draft=DraftOf(form=f"panel {wanted.name}", child=page.record),
    )
    back = reverse("tracker", args=[wanted.name])
    if kept := keep_draft(request, form, to=back):
        return kept
    if request.method == "POST" and form.is_right:
        with told(form):
            recording.record(
                by=request.user,
                child=page.record,
                table=PANEL_DECISIONS,
                given={"panel": wanted.name, **form.values},
                submission=form.submission,
            )
            return done(request, "The panel’s decision is recorded.", to=back, form=form)
    content: dict[str, Any] = {
        "tracker": wanted,
        "form": form,
        "before": decisions_about(page.child, wanted.name),
        "letter": _letter(page) if wanted is PRE_PROCEEDINGS else None,
    }
    return shown_tab(page, "trackers/panel.html", lambda: content, words=WORDS)


def _letter(page: ChildPage) -> dict[str, Any]:
    """The latest letter before proceedings, question by question; nothing answered where none went."""
    rows = sorted(page.records.get(LETTERS, ()), key=lambda row: row["sent"])
    last = rows[-1] if rows else {}
    asked = [
        one for one in LETTER.asks if one.column not in ("pre_proceedings", "sent", "received")
    ]
    return {
        "sent": last.get("sent"),
        "received": last.get("received"),
        "points": [(one.label, last.get(one.column)) for one in asked],
    }
