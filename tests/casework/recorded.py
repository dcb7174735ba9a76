"""Recordings that stand, for tests that need one and not the way it came about."""

from datetime import date

from django.utils import timezone

from sightline.casework.models import Person, Recording
from sightline.casework.policy import ChildRecord
from sightline.casework.recording import new_recording

PLAN_STARTED = date(2022, 5, 1)


def recorded_ending(child: str) -> Recording:
    """The recorded end of a made-up child's plan, made where there is none yet."""
    only_one = f"end of plan {PLAN_STARTED.isoformat()} {child}"
    if found := Recording.objects.filter(only_one=only_one, is_withdrawn=False).first():
        return found
    by, _ = Person.objects.get_or_create(username="a chair", role="conference_chair")
    given = {"plan": PLAN_STARTED, "decided": date(2024, 2, 27), "relapse_plan": True}
    at, record = timezone.now(), ChildRecord(child=child)
    whole = new_recording(by, record, "plan_endings", given, at, only_one=only_one)
    for table, part in (
        ("words_at_an_ending", {"decided": date(2024, 2, 27), "decision": "It is safer."}),
        ("answers_at_an_ending", {"decided": date(2024, 2, 27), "check": "agencies_told", "stood": "met"}),
    ):  # fmt: skip
        new_recording(by, record, table, part, at, part_of=whole)
    return whole
