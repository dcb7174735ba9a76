"""Deciding who is to hold a case, with the reason.

The case system holds the allocation: nothing here changes who may read a record, or who holds the
case in any list, until the case system's next extract says so.
"""

from collections.abc import Collection
from datetime import date, datetime

from sightline.casework.models import AllocationDecision, Person
from sightline.casework.policy import SUPERVISE, ChildRecord
from sightline.casework.writing import NotRecorded, said, write


def decide_allocation(
    *,
    by: Person,
    record: ChildRecord,
    worker: str,
    team: str,
    from_day: date,
    reason: str,
    submission: str = "",
) -> AllocationDecision:
    """Decide that a worker of a team is to hold the case from a day on.

    Raises NotRecorded where that worker holds it already, or there is no reason.
    """

    def work(at: datetime) -> AllocationDecision:
        if not worker or not team:
            raise NotRecorded("No worker and team are chosen.", "Choose who is to hold the case.")
        if worker in record.held_by and team in record.teams:
            raise NotRecorded(
                "That worker holds the case already.", "Choose somebody else, or leave it as it is."
            )
        return AllocationDecision.objects.create(
            child=record.child,
            worker=worker,
            team=team,
            held_by=", ".join(sorted(record.held_by)),
            from_day=from_day,
            reason=said(reason, "reason"),
            by=by,
            at=at,
        )

    words = "who is to hold the case is decided"
    return write(
        by=by, action=SUPERVISE, thing=words, record=record, work=work, submission=submission
    )


def allocations_decided(children: Collection[str]) -> list[AllocationDecision]:
    """What was decided about these children, the latest first. Ask the policy of each."""
    found = AllocationDecision.objects.filter(child__in=list(children)).select_related("by")
    return list(found.order_by("-at", "-pk"))


def not_yet_in_the_records(
    records: dict[str, ChildRecord],
) -> list[AllocationDecision]:
    """The latest decision of each child where the records do not show that worker yet."""
    latest: dict[str, AllocationDecision] = {}
    for one in allocations_decided(records):
        latest.setdefault(one.child, one)
    return [one for one in latest.values() if one.worker not in records[one.child].held_by]
