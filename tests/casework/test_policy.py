"""The policy, read plainly: a table of who may do what, and everything else refused."""

import pytest
from django.contrib.auth.models import AnonymousUser

from sightline.casework import policy
from sightline.casework.models import Person, Role
from sightline.casework.policy import ACTIONS, ChildRecord, may

# leader, analyst, practitioner, member
PLAINLY = {
    policy.SEE_PUBLISHED: "yes yes yes yes",
    policy.SEE_RULES: "yes yes yes yes",
    policy.SEE_FIGURES: "yes yes yes yes",
    policy.SEE_SMALL_NUMBERS: "yes yes yes no",
    policy.LIST_CHILDREN: "yes yes yes no",
    policy.EXPORT_CHILDREN: "yes yes no no",
    policy.READ_CHILD: "yes yes yes no",
    policy.SEE_AUDIT: "yes no no no",
}
ROLES = (Role.LEADER, Role.ANALYST, Role.PRACTITIONER, Role.MEMBER)


def test_every_action_is_in_the_table():
    assert set(PLAINLY) == set(ACTIONS)


@pytest.mark.parametrize("action", ACTIONS)
def test_each_role_may_do_what_the_table_says(action):
    said = ["yes" if may(Person(role=role), action) else "no" for role in ROLES]
    assert " ".join(said) == PLAINLY[action]


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("nobody", [None, AnonymousUser(), Person(role="leader", is_active=False)])
def test_nobody_without_a_sign_in_may_do_anything(action, nobody):
    answer = may(nobody, action)
    assert not answer
    assert answer.because == "You are not signed in."


def test_a_role_nobody_knows_may_do_nothing():
    assert not any(may(Person(role="visitor"), action) for action in ACTIONS)


def test_a_practitioner_reads_the_children_they_hold():
    held = ChildRecord(child="C1", held_by=frozenset({"W1"}))
    assert may(Person(role=Role.PRACTITIONER, worker="W1"), policy.READ_CHILD, held)
    assert not may(Person(role=Role.PRACTITIONER, worker="W2"), policy.READ_CHILD, held)


def test_a_practitioner_without_a_worker_id_holds_nobody():
    unheld = ChildRecord(child="C1", held_by=frozenset({""}))
    assert not may(Person(role=Role.PRACTITIONER), policy.READ_CHILD, unheld)


def test_an_action_nobody_declared_is_an_error():
    with pytest.raises(ValueError, match="is no action"):
        may(Person(role=Role.LEADER), "delete everything")
