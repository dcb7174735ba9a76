"""What panels decided about the children whom a tracker follows, and who was reached in an emergency."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import F

from sightline.casework.models import RecordingVersion

PANEL_DECISIONS = "panel_decisions"
EMERGENCY_CONTACTS = "emergency_contacts"
HELD, CONTACTED = "held", "contacted"


def decisions_of_panel(panel: str, children: Collection[str]) -> dict[str, RecordingVersion]:
    """By child the last decision of a panel, as it stands; one query."""
    versions = _standing(PANEL_DECISIONS, children).filter(content__panel=panel)
    return _latest(versions, HELD)


def decisions_about(child: str, panel: str) -> list[RecordingVersion]:
    """What a panel decided about one child, the latest first."""
    versions = _standing(PANEL_DECISIONS, [child]).filter(content__panel=panel)
    return sorted(versions, key=_by_day(HELD), reverse=True)


def emergency_contacts(children: Collection[str]) -> dict[str, list[RecordingVersion]]:
    """By child every contact recorded in an emergency, the latest first; one query."""
    found: dict[str, list[RecordingVersion]] = {}
    versions = _standing(EMERGENCY_CONTACTS, children)
    for one in sorted(versions, key=_by_day(CONTACTED), reverse=True):
        found.setdefault(one.recording.child, []).append(one)
    return found


def day_of(version: RecordingVersion, column: str) -> date:
    """A day that a version gives."""
    return date.fromisoformat(version.content[column])


def _standing(table: str, children: Collection[str]) -> Any:
    return RecordingVersion.objects.filter(
        recording__table=table,
        recording__child__in=list(children),
        recording__is_withdrawn=False,
        number=F("recording__version"),
    ).select_related("by", "recording")


def _latest(versions: Any, column: str) -> dict[str, RecordingVersion]:
    in_order = sorted(versions, key=_by_day(column))
    return {one.recording.child: one for one in in_order}


def _by_day(column: str):
    return lambda one: (one.content[column], one.recording_id)
