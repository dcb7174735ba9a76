"""The tracker for a week when offices close: every open child, when last seen, by whom and how.

A contact is recorded in a few keystrokes and stands in the list a moment later.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from sightline.casework import audit, recording
from sightline.casework.models import RecordingVersion
from sightline.casework.panels import CONTACTED, EMERGENCY_CONTACTS, day_of, emergency_contacts
from sightline.casework.policy import EXPORT_CHILDREN, LIST_CHILDREN, RECORD, may
from sightline.web import service
from sightline.web.door import require
from sightline.web.forms import Field, done, open_form, told
from sightline.web.forms import fields as kinds
from sightline.web.lists import csv_file, in_pages, on_one_page, open_to
from sightline.web.pages.child.frame import opened, shown_tab
from sightline.web.pages.child_door import address_of
from sightline.web.pages.shown import shown
from sightline.web.pages.trackers.finding import (
    first,
    name_of_child,
    named,
    of_team,
    team_asked,
    who_holds,
)
from sightline.web.trackers import LastSeen

WORDS = "the emergency tracker"
IN_PERSON, BY_VIDEO, BY_PHONE, NOT_REACHED = "in person", "by video", "by phone", "not reached"
SEEN = (IN_PERSON, BY_VIDEO)
HOW = (
    (IN_PERSON, "Seen in person"),
    (BY_VIDEO, "Seen by video"),
    (BY_PHONE, "Spoken to by phone, not seen"),
    (NOT_REACHED, "Not reached"),
)
CONTACT = (
    Field(name="how", label="How was it?", kind=kinds.CHOICE, choices=HOW, required=True),
    Field(name="contacted", label="Day", kind=kinds.DAY, required=True, not_ahead=True),
    Field(name="decision", label="What was decided, and why?", hint="Such as: safe with grandmother until Monday; police asked to visit tonight.", kind=kinds.WORDS),
    Field(name="again_by", label="Day by which somebody tries again", kind=kinds.DAY),
)  # fmt: skip
COLUMNS = ("child", "given_name", "family_name", "last_seen", "days_since", "how", "by_whom",
           "last_contact", "contact_how", "decision", "again_by", "worker", "team")  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One open child: when last seen, by the records or by a contact recorded here, and the last contact."""

    child: str
    seen: date | None
    how: str
    by_whom: str
    contact: RecordingVersion | None

    def days_since(self, day: date) -> int | None:
        """Days since the child was seen; None where they never were."""
        return None if self.seen is None else max(0, (day - self.seen).days)


def emergency(request: HttpRequest) -> HttpResponse:
    """Every open child the person may see, those not seen for longest first. It prints."""
    require(request, LIST_CHILDREN, words=WORDS)
    workspace = service.current()
    team, whole = team_asked(request, workspace), request.GET.get("whole") == "yes"
    lines, counted = _lines(request, workspace, team)
    page = on_one_page(lines, counted) if whole else in_pages(request, lines, counted)
    children = [one.child for one in page.rows]
    with transaction.atomic():
        audit.record(by=request.user, action=LIST_CHILDREN, thing=WORDS, children=children)
        names = workspace.names_of(set(children))
        content = {
            "page_of_list": page,
            "team": team,
            "teams": workspace.team_names(),
            "whole": whole,
            "day": _today(workspace),
            "how_in_words": dict(HOW),
            "name_of": lambda child: name_of_child(names, child),
            "named": named,
            "holds": who_holds(workspace, children),
            "address_of": address_of,
            "file": f"{reverse('emergency-file')}?{request.GET.urlencode()}",
            "may_record": bool(may(request.user, RECORD)),
            "may_export": bool(may(request.user, EXPORT_CHILDREN)),
        }
        return shown(request, "trackers/emergency.html", content)


def emergency_file(request: HttpRequest) -> HttpResponse:
    """The same list, whole, as a file."""
    words = f"file of {WORDS}"
    require(request, EXPORT_CHILDREN, words=words)
    workspace = service.current()
    lines, _ = _lines(request, workspace, team_asked(request, workspace))
    children = [one.child for one in lines]
    names, holds = workspace.names_of(set(children)), who_holds(workspace, children)
    day = _today(workspace)

    def cells(one: Line) -> tuple[object, ...]:
        said = one.contact.content if one.contact else {}
        contact = (said.get(name) for name in ("contacted", "how", "decision", "again_by"))
        return (one.child, *names.get(one.child, ("", "")), one.seen, one.days_since(day), one.how,
                one.by_whom, *contact, *holds[one.child])  # fmt: skip

    with transaction.atomic():
        audit.record(by=request.user, action=EXPORT_CHILDREN, thing=words, children=children)
        return csv_file("emergency-tracker", workspace.authority(), COLUMNS, map(cells, lines))


def contact(request: HttpRequest, token: str) -> HttpResponse:
    """Record that a child was seen, spoken to or not reached; then back to the list."""
    words = "a contact in an emergency"
    page = opened(request, token, action=RECORD, words=words)
    form = open_form(request, CONTACT, values={"contacted": timezone.localdate()})
    back = reverse("emergency")
    if request.method == "POST" and form.is_right:
        with told(form):
            recording.record(
                by=request.user,
                child=page.record,
                table=EMERGENCY_CONTACTS,
                given=form.values,
                submission=form.submission,
            )
            return done(request, "The contact is recorded.", to=back)
    before = emergency_contacts([page.child]).get(page.child, [])
    content = {"form": form, "before": before, "how_in_words": dict(HOW), "named": named}
    return shown_tab(page, "trackers/contact.html", lambda: content, words=words)


def _lines(request: HttpRequest, workspace: service.Service, team: str) -> tuple[list[Line], int]:
    """The lines of children open to the person, and how many open children there are in all."""
    everyone = of_team(workspace.open_children(), team, workspace)
    rows = open_to(request.user, everyone, workspace.records_for_policy())
    contacts = emergency_contacts([one.child for one in rows])
    workers = workspace.worker_names()
    lines = [_line(one, contacts.get(one.child, ()), workers) for one in rows]
    # Never seen first, then the longest ago: whom somebody has to reach next.
    return sorted(lines, key=lambda one: (one.seen or date.min, one.child)), len(everyone)


def _line(one: LastSeen, contacts: Sequence[RecordingVersion], workers: dict[str, str]) -> Line:
    """A child's line; a contact recorded here at which the child was seen counts as a visit."""
    seen_here = first([each for each in contacts if each.content["how"] in SEEN])
    seen, how, by_whom = one.seen, one.how, workers.get(one.worker, one.worker)
    if seen_here and (seen is None or day_of(seen_here, CONTACTED) >= seen):
        seen, how = day_of(seen_here, CONTACTED), seen_here.content["how"]
        by_whom = named(seen_here)
    return Line(one.child, seen, how, by_whom, first(contacts))


def _today(workspace: service.Service) -> date:
    """The day from which days are counted: today, or the day of the records where that is later."""
    return max(timezone.localdate(), workspace.authority().day)
