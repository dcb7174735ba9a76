"""The one door: who may see or do what.

Every page, list, export and chart asks ``may`` and nothing else. Lists read ``access_of`` once
and ask ``may`` row by row with it.

A child's record is open to a person in one of four ways: their role opens it as a whole, their
work does (the case, the team, a conference, care), a manager named them for it, or they gave a
reason. A restricted record is open to the people named for it and in no other way.
"""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from sightline.casework.access import Access, access_of
from sightline.casework.models import Person, Role

SEE_PUBLISHED = "see what inspectors published"
SEE_RULES = "see the rule book"
SEE_FIGURES = "see figures"
SEE_SMALL_NUMBERS = "see small numbers"
LIST_CHILDREN = "list children behind a figure"
EXPORT_CHILDREN = "export children behind a figure"
SEARCH_CHILDREN = "search for a child"
READ_CHILD = "read a child's record"
GIVE_A_REASON = "open a child's record by giving a reason"
RECORD = "record for a child"
DECIDE = "decide about a concern"
END_A_PLAN = "record the end of a protection plan"
SUPERVISE = "record supervision or a management decision"
GRANT_ACCESS = "name a person for a child's record"
RESTRICT = "restrict a child's record"
SET_UP_PEOPLE = "set up people and teams"
SEE_AUDIT = "see the audit trail"
SEE_NOTICES = "see what one was told"
SEE_IMPROVEMENT = "see improvement plans"
SEE_EVIDENCE = "see evidence kept in an improvement plan"
WRITE_IMPROVEMENT = "write an improvement plan"
OWN_ACTIONS = "report on what one owns in an improvement plan"
STAGE_RULES = "switch rules on in stages"
SEE_AUDITS = "see audits and look-back reviews"
DESIGN_AUDITS = "design audits and look-back reviews"
AUDIT_CASES = "audit or review a child's case"
SEE_SERVICE_CHANGES = "see changes to services"
LEAD_SERVICE_CHANGES = "prepare a change to services"

ACTIONS = (
    SEE_PUBLISHED,
    SEE_RULES,
    SEE_FIGURES,
    SEE_SMALL_NUMBERS,
    LIST_CHILDREN,
    EXPORT_CHILDREN,
    SEARCH_CHILDREN,
    READ_CHILD,
    GIVE_A_REASON,
    RECORD,
    DECIDE,
    END_A_PLAN,
    SUPERVISE,
    GRANT_ACCESS,
    RESTRICT,
    SET_UP_PEOPLE,
    SEE_AUDIT,
    SEE_NOTICES,
    SEE_IMPROVEMENT,
    SEE_EVIDENCE,
    WRITE_IMPROVEMENT,
    OWN_ACTIONS,
    STAGE_RULES,
    SEE_AUDITS,
    DESIGN_AUDITS,
    AUDIT_CASES,
    SEE_SERVICE_CHANGES,
    LEAD_SERVICE_CHANGES,
)

# A reason opens a record that is not open yet; these keep to people and figures, not to one record.
ABOUT_A_CLOSED_RECORD = frozenset({GIVE_A_REASON, SEARCH_CHILDREN})

EVERYBODY = frozenset({SEE_PUBLISHED, SEE_RULES, SEE_FIGURES, SEE_IMPROVEMENT, SEE_NOTICES})
READERS = EVERYBODY | {
    SEE_SMALL_NUMBERS,
    LIST_CHILDREN,
    SEARCH_CHILDREN,
    READ_CHILD,
    SEE_EVIDENCE,
    SEE_AUDITS,
    SEE_SERVICE_CHANGES,
}
CASEWORKERS = READERS | {GIVE_A_REASON, RECORD, DECIDE, OWN_ACTIONS, AUDIT_CASES}
MANAGERS = CASEWORKERS | {END_A_PLAN, SUPERVISE, GRANT_ACCESS, EXPORT_CHILDREN}
PREPARE = frozenset({WRITE_IMPROVEMENT, DESIGN_AUDITS, LEAD_SERVICE_CHANGES})

ALLOWED: dict[str, frozenset[str]] = {
    Role.PRACTITIONER: CASEWORKERS,
    Role.TEAM_MANAGER: MANAGERS,
    Role.SERVICE_MANAGER: MANAGERS | {RESTRICT} | PREPARE,
    Role.CONFERENCE_CHAIR: CASEWORKERS | {END_A_PLAN},
    Role.QUALITY_ASSURANCE: CASEWORKERS | {EXPORT_CHILDREN, STAGE_RULES} | PREPARE,
    Role.DUTY: CASEWORKERS,
    Role.REVIEWING_OFFICER: CASEWORKERS,
    Role.PERSONAL_ADVISER: CASEWORKERS,
    Role.VIRTUAL_SCHOOL: CASEWORKERS,
    Role.FAMILY_HELP_LEAD: CASEWORKERS | {SUPERVISE},
    Role.LEAD_PRACTITIONER: CASEWORKERS | {SUPERVISE},
    Role.LEADER: MANAGERS | {RESTRICT, SEE_AUDIT, STAGE_RULES} | PREPARE,
    Role.ANALYST: READERS | {EXPORT_CHILDREN, WRITE_IMPROVEMENT, OWN_ACTIONS},
    Role.MEMBER: EVERYBODY,
    Role.INSPECTOR: READERS,
    Role.ADMINISTRATOR: EVERYBODY | {SET_UP_PEOPLE},
}

READ_EVERY_CHILD = frozenset({Role.QUALITY_ASSURANCE, Role.LEADER, Role.ANALYST, Role.INSPECTOR})
READ_THEIR_TEAMS = frozenset(
    {Role.TEAM_MANAGER, Role.SERVICE_MANAGER, Role.FAMILY_HELP_LEAD, Role.LEAD_PRACTITIONER}
)
READ_BY_CIRCUMSTANCE: dict[str, frozenset[str]] = {
    Role.CONFERENCE_CHAIR: frozenset({"protection plan"}),
    Role.VIRTUAL_SCHOOL: frozenset({"in care"}),
}


@dataclass(frozen=True, kw_only=True)
class ChildRecord:
    """A child's record as the policy sees it, on the day it is asked about.

    ``held_by`` are the workers who hold the case; ``others_at_work`` those allocated in another
    role (reviewing officer, personal adviser, conference chair); ``teams`` the teams of both;
    ``circumstances`` what the child lives under: "protection plan", "in care".
    """

    child: str
    held_by: frozenset[str] = frozenset()
    others_at_work: frozenset[str] = frozenset()
    teams: frozenset[str] = frozenset()
    circumstances: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Owned:
    """Something of an improvement plan, as the policy sees it: the keys of the people who own it."""

    owners: frozenset[int] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Answer:
    """Yes, or no with the reason that is shown to the person and kept in the audit trail."""

    yes: bool
    because: str = ""

    def __bool__(self) -> bool:
        return self.yes


YES = Answer(yes=True)
NOT_THEIRS = Answer(yes=False, because="You do not hold this child's case today.")
NOT_THEIR_OWN = Answer(yes=False, because="You do not own this part of the plan.")


def may(person: Any, action: str, thing: Any = None, access: Access | None = None) -> Answer:
    """Whether ``person`` may do ``action`` to ``thing``. What is not allowed by name is refused.

    ``access`` is what ``access_of(person)`` gave, for those who ask about many records at once.
    Where ``thing`` is a ``ChildRecord``, the answer to a restricted record is word for word the
    answer to any other that is not open to the person.
    """
    if action not in ACTIONS:
        raise ValueError(f"{action!r} is no action. The actions are: {', '.join(ACTIONS)}")
    if not isinstance(person, Person) or not person.is_active:
        return Answer(yes=False, because="You are not signed in.")
    if _is_over(person):
        return Answer(yes=False, because="Your access is over, or no end was set for it.")
    if action not in ALLOWED.get(person.role, frozenset()):
        return Answer(yes=False, because=f"Your role ({person.role}) does not include this.")
    if isinstance(thing, ChildRecord) and action not in ABOUT_A_CLOSED_RECORD:
        return _open_to(person, action, thing, access or access_of(person))
    if action == OWN_ACTIONS and isinstance(thing, Owned) and person.pk not in thing.owners:
        return NOT_THEIR_OWN
    return YES


def _is_over(person: Person) -> bool:
    """Access ends at its time; an inspector's must have one."""
    if person.access_until is None:
        return person.role == Role.INSPECTOR
    return person.access_until <= timezone.now()


def _open_to(person: Person, action: str, record: ChildRecord, access: Access) -> Answer:
    """Whether the record is open to this person."""
    if record.child in access.restricted:
        return YES if record.child in access.granted else NOT_THEIRS
    is_open = (
        person.role in READ_EVERY_CHILD
        or record.child in access.granted
        or _by_work(person, record, access)
        # A reason opens a record to be read and written in; whoever gave it gives no one else access.
        or (record.child in access.opened and action not in (GRANT_ACCESS, RESTRICT))
    )
    return YES if is_open else NOT_THEIRS


def _by_work(person: Person, record: ChildRecord, access: Access) -> bool:
    """Whether the person's own work today is with this child."""
    if person.worker and person.worker in record.held_by | record.others_at_work:
        return True
    if person.role in READ_THEIR_TEAMS and access.teams & record.teams:
        return True
    return bool(READ_BY_CIRCUMSTANCE.get(person.role, frozenset()) & record.circumstances)
