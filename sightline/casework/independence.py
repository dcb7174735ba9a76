"""Who may judge how a child's case was worked: nobody who works with the child, or answers for who does."""

from sightline.casework.access import Access, access_of
from sightline.casework.models import Person
from sightline.casework.policy import AUDIT_CASES, READ_THEIR_TEAMS, ChildRecord, may
from sightline.casework.writing import NotRecorded


def why_not_independent(person: Person, record: ChildRecord, access: Access | None = None) -> str:
    """Why this person is too near to judge the case, in words; "" where they are not.

    ``access`` is what ``access_of(person)`` gave, for those who ask about many at once.
    """
    at_work = record.held_by | record.others_at_work
    if person.worker and person.worker in at_work:
        return "works with this child"
    teams = (access or access_of(person)).teams
    if person.role in READ_THEIR_TEAMS and teams & record.teams:
        return "answers for a team that works with this child"
    if Person.objects.filter(manager=person, worker__in=at_work).exists():
        return "is the manager of somebody who works with this child"
    return ""


def right_judge(person: Person, record: ChildRecord) -> None:
    """Raises NotRecorded for somebody who may not read the record or is too near to judge the case."""
    name = person.get_full_name() or person.get_username()
    if not may(person, AUDIT_CASES, record):
        raise NotRecorded(
            f"{name} may not read this child's record.",
            "Choose somebody who may, or have them named for the record first.",
        )
    if because := why_not_independent(person, record):
        raise NotRecorded(f"{name} {because}.", "Choose somebody who has no part in the case.")
