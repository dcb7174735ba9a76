"""Who is named for a record, who opened one with a reason, and which are restricted."""

from datetime import datetime, timedelta

from django.utils import timezone

from sightline.casework import audit
from sightline.casework.access import access_of, standing_grants, standing_restrictions
from sightline.casework.models import (
    NamedGrant,
    Notice,
    Person,
    ReasonedAccess,
    Restriction,
    Role,
    TeamMembership,
)
from sightline.casework.policy import (
    GIVE_A_REASON,
    GRANT_ACCESS,
    READ_CHILD,
    RESTRICT,
    SEARCH_CHILDREN,
    SET_UP_PEOPLE,
    ChildRecord,
    may,
)
from sightline.casework.writing import NotRecorded, ask, said, write

REASON_OPENS_FOR = timedelta(hours=12)
# Duty and emergency workers open any child's record as their work: the reason is kept, nobody is told.
TOLD_TO_NOBODY = frozenset({Role.DUTY})


def set_role(*, by: Person, person: Person, role: str, until: datetime | None = None) -> Person:
    """Make a person what they are to the service. Nobody sets their own role; an inspector's ends."""

    def work(at: datetime) -> Person:
        not_oneself(by, person, "set their own role")
        right_role(role, until, at)
        person.role, person.access_until = role, until
        person.save(update_fields=["role", "access_until"])
        return person

    return write(by=by, action=SET_UP_PEOPLE, thing=f"role {role} of a person", work=work)


def join_team(*, by: Person, person: Person, team: str) -> TeamMembership:
    """Put a person in a team; nothing changes for one who is in it. Nobody puts themselves in one."""

    def work(at: datetime) -> TeamMembership:
        not_oneself(by, person, "join a team by their own hand")
        membership, _ = TeamMembership.objects.get_or_create(
            person=person,
            team=said(team, "team"),
            ended_at=None,
            defaults={"given_by": by, "given_at": at},
        )
        return membership

    return write(by=by, action=SET_UP_PEOPLE, thing="a person joins a team", work=work)


def leave_team(*, by: Person, membership: TeamMembership) -> TeamMembership:
    """Take a person out of a team. That they were in it stays known."""

    def work(at: datetime) -> TeamMembership:
        standing = TeamMembership.objects.select_for_update().get(pk=membership.pk)
        if standing.ended_at is None:
            standing.ended_by, standing.ended_at = by, at
            standing.save(update_fields=["ended_by", "ended_at"])
        return standing

    return write(by=by, action=SET_UP_PEOPLE, thing="a person leaves a team", work=work)


def grant(
    *,
    by: Person,
    person: Person,
    record: ChildRecord,
    until: datetime,
    why: str,
    submission: str = "",
) -> NamedGrant:
    """Name a person for one child's record until a moment. Nobody names themselves."""

    def work(at: datetime) -> NamedGrant:
        not_oneself(by, person, "name themselves for a record")
        if not may(person, READ_CHILD):
            raise NotRecorded(
                "A person of that role reads no child's record.",
                "Name somebody whose role includes reading children's records.",
            )
        if until <= at:
            raise NotRecorded("The end lies in the past.", "Give an end after today.")
        return NamedGrant.objects.create(
            person=person,
            child=record.child,
            until=until,
            why=said(why, "reason"),
            given_by=by,
            given_at=at,
        )

    return write(
        by=by,
        action=GRANT_ACCESS,
        thing="a person is named for a record",
        record=record,
        submission=submission,
        work=work,
    )


def withdraw_grant(*, by: Person, given: NamedGrant, record: ChildRecord, why: str) -> NamedGrant:
    """End a named person's access before its time."""

    def work(at: datetime) -> NamedGrant:
        standing = NamedGrant.objects.select_for_update().get(pk=given.pk, child=record.child)
        if standing.withdrawn_at is None:
            standing.withdrawn_by, standing.withdrawn_at = by, at
            standing.withdrawn_because = said(why, "reason")
            standing.save(update_fields=["withdrawn_by", "withdrawn_at", "withdrawn_because"])
        return standing

    return write(
        by=by, action=GRANT_ACCESS, thing="a named person's access ends", record=record, work=work
    )


def open_with_reason(
    *, by: Person, record: ChildRecord, why: str, submission: str = ""
) -> ReasonedAccess:
    """Open one child's record for twelve hours by giving a reason, and tell the person's manager.

    A restricted record is refused in the words of any refusal; ``whom_to_speak_to`` helps there.
    """
    words = "a record opened by giving a reason"
    if record.child in access_of(by).restricted:
        # As somebody who may not read it, they are told what everybody is told.
        ask(by=by, action=READ_CHILD, thing=words, record=record)

    def work(at: datetime) -> ReasonedAccess:
        opened = ReasonedAccess.objects.create(
            person=by,
            child=record.child,
            why=said(why, "reason"),
            opened_at=at,
            until=at + REASON_OPENS_FOR,
        )
        if by.role not in TOLD_TO_NOBODY:
            _tell(by, opened, at)
        return opened

    return write(
        by=by, action=GIVE_A_REASON, thing=words, record=record, submission=submission, work=work
    )


def restrict(
    *, by: Person, record: ChildRecord, kind: str, why: str, manager: Person
) -> Restriction:
    """Close one child's record to everybody not named for it. ``manager`` answers for it and reads it."""

    def work(at: datetime) -> Restriction:
        if record.child in access_of(by).restricted:
            raise NotRecorded(
                "This record is restricted already.", "Name the people who need it, or lift it."
            )
        if not may(manager, RESTRICT):
            raise NotRecorded(
                "That person may not answer for a restricted record.",
                "Name a service manager or a leader.",
            )
        return Restriction.objects.create(
            child=record.child,
            kind=kind,
            why=said(why, "reason"),
            manager=manager,
            placed_by=by,
            placed_at=at,
        )

    if kind not in Restriction.Kind.values:
        raise NotRecorded("There is no such kind of restriction.", "Choose one from the list.")
    return write(by=by, action=RESTRICT, thing="a record is restricted", record=record, work=work)


def hand_over_restriction(*, by: Person, record: ChildRecord, manager: Person) -> Restriction:
    """Let another manager answer for a restricted record, as when the first has left.

    Any leader may, and whoever restricts records and reads this one; nobody hands it to themselves.
    """

    def work(at: datetime) -> Restriction:
        not_oneself(by, manager, "take over a restricted record")
        if not may(manager, RESTRICT):
            raise NotRecorded(
                "That person may not answer for a restricted record.",
                "Name a service manager or a leader.",
            )
        standing = _standing(record)
        standing.manager = manager
        standing.save(update_fields=["manager"])
        return standing

    return write(
        by=by,
        action=RESTRICT,
        thing="a restricted record is handed over",
        record=None if by.role == Role.LEADER else record,
        child=record.child,
        work=work,
    )


def lift_restriction(*, by: Person, record: ChildRecord, why: str) -> Restriction:
    """Open a restricted record again to those whose work it is."""

    def work(at: datetime) -> Restriction:
        standing = _standing(record)
        standing.lifted_by, standing.lifted_at = by, at
        standing.lifted_because = said(why, "reason")
        standing.save(update_fields=["lifted_by", "lifted_at", "lifted_because"])
        return standing

    return write(by=by, action=RESTRICT, thing="a restriction is lifted", record=record, work=work)


def whom_to_speak_to(*, by: Person, record: ChildRecord) -> Person | None:
    """The manager to speak to about a child found by an exact match; None where none is restricted.

    The asking is kept in the audit trail. Nothing else of the record is told.
    """
    words = "whom to speak to about a record"
    ask(by=by, action=SEARCH_CHILDREN, thing=words, record=record)
    audit.record(by=by, action=SEARCH_CHILDREN, thing=words, children=[record.child])
    standing = standing_restrictions().filter(child=record.child).select_related("manager").first()
    return standing.manager if standing else None


def people_named_for(child: str) -> list[NamedGrant]:
    """The grants that stand for one child's record, the first to end first."""
    standing = standing_grants(timezone.now()).filter(child=child)
    return list(standing.select_related("person", "given_by").order_by("until", "pk"))


def _standing(record: ChildRecord) -> Restriction:
    """The restriction of this record. Raises NotRecorded where there is none."""
    standing = standing_restrictions().select_for_update().filter(child=record.child).first()
    if standing is None:
        raise NotRecorded("This record is not restricted.", "Look at the record again.")
    return standing


def _tell(by: Person, opened: ReasonedAccess, at: datetime) -> None:
    """Tell the manager of whoever opened the record, or every leader where they have none."""
    managers = (
        [by.manager] if by.manager else Person.objects.filter(role=Role.LEADER, is_active=True)
    )
    for manager in managers:
        Notice.objects.create(
            to=manager,
            kind="record opened by giving a reason",
            words=opened.why,
            child=opened.child,
            about=by,
            sent_at=at,
        )


def right_role(role: str, until: datetime | None, at: datetime) -> None:
    """Raises NotRecorded for a role that there is not, and for an inspector without an end."""
    if role not in Role.values:
        raise NotRecorded("There is no such role.", f"Choose one of: {', '.join(Role.values)}.")
    if role == Role.INSPECTOR and until is None:
        raise NotRecorded("An inspector's access has no end.", "Give the day it ends, after today.")
    if until is not None and until <= at:
        raise NotRecorded("The access would be over already.", "Give a day after today.")


def not_oneself(by: Person, person: Person, what: str) -> None:
    """Raises NotRecorded where somebody would do it to themselves."""
    if by.pk == person.pk:
        raise NotRecorded(f"Nobody may {what}.", "Ask another person who may to do it.")
