"""Saying that one looked at a concern: it is no decision, and the concern stays as it is."""

from collections.abc import Collection
from datetime import datetime

from sightline.casework.concern_keys import ConcernKey, earlier_subjects_of
from sightline.casework.models import ConcernLook, Person
from sightline.casework.policy import DECIDE, ChildRecord
from sightline.casework.writing import NotRecorded, write


def look_at(
    *, by: Person, record: ChildRecord, concern: ConcernKey, submission: str = ""
) -> ConcernLook:
    """Mark one concern as looked at."""
    if concern.child != record.child:
        raise NotRecorded("The concern is another child's.", "Open the concern again.")

    def work(at: datetime) -> ConcernLook:
        return ConcernLook.objects.create(
            rule=concern.rule, child=concern.child, subject=concern.subject, by=by, at=at
        )

    return write(
        by=by,
        action=DECIDE,
        thing=f"looked at: {concern.rule}",
        record=record,
        work=work,
        submission=submission,
    )


def looks_at(children: Collection[str]) -> dict[ConcernKey, ConcernLook]:
    """By concern of these children the latest look; one under an earlier date of it counts too."""
    children = list(children)
    looks = ConcernLook.objects.filter(child__in=children).select_related("by").order_by("at", "pk")
    found = {ConcernKey(one.rule, one.child, one.subject): one for one in looks}
    for concern, earlier in earlier_subjects_of(children).items():
        for subject in earlier:
            before = found.get(ConcernKey(concern.rule, concern.child, subject))
            if before and (concern not in found or found[concern].at < before.at):
                found[concern] = before
    return found
