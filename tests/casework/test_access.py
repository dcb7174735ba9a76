"""Who is named for a record, who opens one with a reason, and what a restriction closes."""

from datetime import timedelta

import pytest
from django.utils import timezone

from sightline.casework import access_actions, audit
from sightline.casework.access import access_of
from sightline.casework.models import AuditEntry, NamedGrant, Notice, ReasonedAccess, Restriction
from sightline.casework.policy import GRANT_ACCESS, READ_CHILD, RESTRICT, may
from sightline.casework.writing import NotRecorded, Refused
from tests.casework.people import CHILD, next_week, somebody

pytestmark = pytest.mark.django_db


@pytest.fixture
def leader():
    return somebody("leader")


@pytest.fixture
def practitioner():
    return somebody("practitioner", worker="W9")


def restrict(by, manager=None):
    """Close the record of the made-up child."""
    return access_actions.restrict(
        by=by, record=CHILD, kind="refuge", why="must not be found", manager=manager or by
    )


def reads(person) -> bool:
    """Whether this person may read the made-up child's record now."""
    return bool(may(person, READ_CHILD, CHILD))


def test_a_grant_opens_one_record_to_one_person_until_it_ends(leader, practitioner):
    other = somebody("practitioner", "other")
    given = access_actions.grant(
        by=leader, person=practitioner, record=CHILD, until=next_week(), why="covers leave"
    )
    assert (reads(practitioner), reads(other)) == (True, False)
    NamedGrant.objects.filter(pk=given.pk).update(until=timezone.now() - timedelta(seconds=1))
    assert not reads(practitioner)


def test_a_grant_withdrawn_is_over_and_stays_known(leader, practitioner):
    given = access_actions.grant(
        by=leader, person=practitioner, record=CHILD, until=next_week(), why="covers leave"
    )
    access_actions.withdraw_grant(by=leader, given=given, record=CHILD, why="is back")
    assert not reads(practitioner)
    kept = NamedGrant.objects.get()
    assert (kept.withdrawn_by, kept.withdrawn_because) == (leader, "is back")


@pytest.mark.parametrize(
    ("role", "until", "why"),
    [("member", 7, "asked"), ("practitioner", -1, "asked"), ("practitioner", 7, "  ")],
)
def test_a_grant_that_makes_no_sense_is_not_recorded(leader, role, until, why):
    until = timezone.now() + timedelta(days=until)
    with pytest.raises(NotRecorded) as refused:
        access_actions.grant(by=leader, person=somebody(role), record=CHILD, until=until, why=why)
    assert refused.value.next_step
    assert (NamedGrant.objects.count(), AuditEntry.objects.count()) == (0, 0)


def test_nobody_names_themselves_or_sets_their_own_role(leader):
    with pytest.raises(NotRecorded):
        access_actions.grant(
            by=leader, person=leader, record=CHILD, until=next_week(), why="to see"
        )
    administrator = somebody("administrator")
    with pytest.raises(NotRecorded):
        access_actions.set_role(by=administrator, person=administrator, role="leader")
    with pytest.raises(NotRecorded):
        access_actions.join_team(by=administrator, person=administrator, team="North")


def test_a_reason_opens_a_record_for_a_while_and_tells_the_manager(practitioner):
    manager = somebody("team_manager")
    practitioner.manager = manager
    assert not reads(practitioner)
    opened = access_actions.open_with_reason(
        by=practitioner, record=CHILD, why="seen alone in town"
    )
    assert reads(practitioner)
    notice = Notice.objects.get()
    assert (notice.to, notice.about, notice.words) == (manager, practitioner, "seen alone in town")
    ReasonedAccess.objects.filter(pk=opened.pk).update(until=timezone.now())
    assert not reads(practitioner)


def test_duty_workers_open_any_record_with_the_reason_kept_and_nobody_told():
    duty = somebody("duty", manager=somebody("team_manager"))
    assert not reads(duty)
    access_actions.open_with_reason(by=duty, record=CHILD, why="a call at two at night")
    assert reads(duty)
    assert ReasonedAccess.objects.get().why == "a call at two at night"
    assert not Notice.objects.exists()


def test_somebody_without_a_manager_is_told_of_to_every_leader(leader, practitioner):
    access_actions.open_with_reason(by=practitioner, record=CHILD, why="seen alone")
    assert [notice.to for notice in Notice.objects.all()] == [leader]


def test_a_restricted_record_is_open_to_those_named_alone(leader):
    holder = somebody("practitioner", worker="W1")
    other_leader = somebody("leader", "other leader")
    assert reads(holder)
    restrict(leader)
    assert (reads(holder), reads(other_leader), reads(leader)) == (False, False, True)
    access_actions.grant(
        by=leader, person=holder, record=CHILD, until=next_week(), why="holds the case"
    )
    assert reads(holder)
    assert not may(other_leader, GRANT_ACCESS, CHILD)
    assert not may(other_leader, RESTRICT, CHILD)


def test_no_reason_opens_a_restricted_record(leader, practitioner):
    access_actions.open_with_reason(by=practitioner, record=CHILD, why="before")
    restrict(leader)
    assert not reads(practitioner)
    with pytest.raises(Refused) as refused:
        access_actions.open_with_reason(by=practitioner, record=CHILD, why="after")
    assert str(refused.value) == "You do not hold this child's case today."
    assert ReasonedAccess.objects.count() == 1


def test_the_front_door_is_told_whom_to_speak_to_and_nothing_else(leader, practitioner):
    assert access_actions.whom_to_speak_to(by=practitioner, record=CHILD) is None
    restrict(leader)
    assert access_actions.whom_to_speak_to(by=practitioner, record=CHILD) == leader
    assert len(audit.reads_of_child("C1")) == 3
    with pytest.raises(Refused):
        access_actions.whom_to_speak_to(by=somebody("member"), record=CHILD)


def test_another_leader_hands_a_restricted_record_on_but_not_to_themselves(leader):
    restrict(leader)
    other, third = somebody("leader", "other"), somebody("service_manager")
    with pytest.raises(NotRecorded):
        access_actions.hand_over_restriction(by=other, record=CHILD, manager=other)
    access_actions.hand_over_restriction(by=other, record=CHILD, manager=third)
    assert (reads(third), reads(leader), reads(other)) == (True, False, False)
    assert audit.reads_of_child("C1")[0].person == "other"


def test_a_lifted_restriction_opens_the_record_again_and_stays_known(leader):
    restrict(leader)
    with pytest.raises(NotRecorded):
        restrict(leader)
    access_actions.lift_restriction(by=leader, record=CHILD, why="has moved on")
    assert reads(somebody("practitioner", worker="W1"))
    assert Restriction.objects.get().lifted_because == "has moved on"


def test_teams_open_their_children_to_those_who_answer_for_them(leader):
    administrator, manager = somebody("administrator"), somebody("team_manager")
    membership = access_actions.join_team(by=administrator, person=manager, team="North")
    assert reads(manager)
    access_actions.leave_team(by=administrator, membership=membership)
    assert not reads(manager)
    assert access_of(manager).teams == frozenset()


def test_an_inspectors_role_needs_an_end():
    administrator, visitor = somebody("administrator"), somebody("member")
    with pytest.raises(NotRecorded, match="no end"):
        access_actions.set_role(by=administrator, person=visitor, role="inspector")
    access_actions.set_role(by=administrator, person=visitor, role="inspector", until=next_week())
    visitor.refresh_from_db()
    assert reads(visitor)


def test_what_is_refused_is_kept_and_writes_nothing(practitioner):
    with pytest.raises(Refused):
        restrict(practitioner)
    entry = AuditEntry.objects.get()
    assert entry.refused_because == "Your role (practitioner) does not include this."
    assert not Restriction.objects.exists()
