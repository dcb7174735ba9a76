"""One concern: what was asked, the dates, the records behind it, who holds it, what was decided."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from sightline.casework.concern_keys import ConcernKey
from sightline.casework.models import ConcernDecision, Person
from sightline.casework.policy import DECIDE, SUPERVISE, may
from sightline.casework.rule_stages import stages
from sightline.measures.at_hand import ConcernAtHand
from sightline.records.standards import DatedValue, Standard, in_force, versions_of
from sightline.rules.book import wording
from sightline.web import service
from sightline.web.pages.child_door import child_at, shown_of_child
from sightline.web.pages.day.deciding import kinds_for
from sightline.web.pages.day.evidence_rows import records_behind
from sightline.web.pages.day.found import Found, found_at, of_concern
from sightline.web.pages.day.rows import before_words, beside_children, day_of

WORDS = "a concern of a child"


@dataclass(frozen=True)
class RestsOn:
    """A standard as it was in force when the clock started, and the council's own values of it."""

    standard: Standard
    own: tuple[DatedValue, ...]
    is_limit: bool


def concern(request: HttpRequest, token: str, concern: str) -> HttpResponse:
    """The page of one concern. That it was read is kept in the audit trail, refusals too."""
    child, record = child_at(request, token, words=WORDS)
    found = found_at(record, concern)
    if isinstance(found, str):
        return HttpResponseRedirect(reverse("concern", args=[token, found]))
    return shown_of_child(
        request, child, "day/concern.html", lambda: _content(request.user, found), words=WORDS
    )


def _content(person: Person, found: Found) -> dict[str, Any]:
    workspace = service.current()
    again = workspace.asked_again(found.key.child)
    day = again.on if again and again.on else day_of(workspace)
    workers = workspace.worker_names()
    at_hand = _at_hand(workspace, found.key)
    standing = stages()
    beside = beside_children([found.key.child])
    history = beside.decisions.get(found.key, [])
    return {
        **of_concern(found),
        "day": day,
        "again": again,
        "workers": workers,
        "standards": _rests_on(workspace, found, day),
        "records": records_behind(workspace, found.concern, found.key.child, workers),
        "history": history,
        "carried": sorted({one.carried_from for one in history} - {""}),
        "look": beside.looks.get(found.key),
        "tasks": beside.tasks.get(found.key, []),
        "before": before_words(at_hand, standing) if at_hand else "",
        "found_on": at_hand.found_on if at_hand else None,
        "is_on": standing.is_on(found.key.rule, day),
        "on_from": standing.on_from(found.key.rule),
        "deciding": kinds_for(found.key.rule, history) if may(person, DECIDE, found.record) else [],
        "may_supervise": bool(may(person, SUPERVISE, found.record)),
        "settled": {one.decision.answers_id for one in history},
        "Kind": ConcernDecision.Kind,
        "wording": wording,
    }


def _at_hand(workspace: service.Service, key: ConcernKey) -> ConcernAtHand | None:
    """The concern among what is at hand; None where it is long over."""
    found = workspace.at_hand([key.child], rule=key.rule)
    return next((one for one in found if one.subject == key.subject), None)


def _rests_on(workspace: service.Service, found: Found, day: date) -> list[RestsOn]:
    """The standards behind the rule as they were in force when the concern began."""
    began = found.concern.starts or day
    local, rule = workspace.local_standards(), found.rule
    return [
        RestsOn(
            standard=in_force(source, began) or versions_of(source)[-1],
            own=tuple(one for one in local.own_values(source) if one.applies_on(began)),
            is_limit=rule.clock is not None and rule.clock.limit == source,
        )
        for source in rule.sources
    ]
