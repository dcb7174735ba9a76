"""The policy, read plainly: a table of who may do what, and everything else refused."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from sightline.casework import policy
from sightline.casework.access import Access
from sightline.casework.models import Person, Role
from sightline.casework.policy import ACTIONS, ALLOWED, ChildRecord, may

ROLES = [
    "practitioner",
    "team_manager",
    "service_manager",
    "conference_chair",
    "quality_assurance",
    "duty",
    "reviewing_officer",
    "personal_adviser",
    "virtual_school",
    "family_help_lead",
    "lead_practitioner",
    "leader",
    "analyst",
    "member",
    "inspector",
    "administrator",
]

# One letter for each role, in the order above: y may, . may not.
PLAINLY = {
    policy.SEE_PUBLISHED: "yyyyyyyyyyyyyyyy",
    policy.SEE_RULES: "yyyyyyyyyyyyyyyy",
    policy.SEE_FIGURES: "yyyyyyyyyyyyyyyy",
    policy.SEE_SMALL_NUMBERS: "yyyyyyyyyyyyy.y.",
    policy.LIST_CHILDREN: "yyyyyyyyyyyyy.y.",
    policy.SEARCH_CHILDREN: "yyyyyyyyyyyyy.y.",
    policy.READ_CHILD: "yyyyyyyyyyyyy.y.",
    policy.EXPORT_CHILDREN: ".yy.y......yy...",
    policy.GIVE_A_REASON: "yyyyyyyyyyyy....",
    policy.RECORD: "yyyyyyyyyyyy....",
    policy.DECIDE: "yyyyyyyyyyyy....",
    policy.END_A_PLAN: ".yyy.......y....",
    policy.SUPERVISE: ".yy......yyy....",
    policy.GRANT_ACCESS: ".yy........y....",
    policy.RESTRICT: "..y........y....",
    policy.SET_UP_PEOPLE: "...............y",
    policy.SEE_AUDIT: "...........y....",
    policy.SEE_NOTICES: "yyyyyyyyyyyyyyyy",
    policy.SEE_IMPROVEMENT: "yyyyyyyyyyyyyyyy",
    policy.SEE_EVIDENCE: "yyyyyyyyyyyyy.y.",
    policy.WRITE_IMPROVEMENT: "..y.y......yy...",
    policy.OWN_ACTIONS: "yyyyyyyyyyyyy...",
    policy.STAGE_RULES: "....y......y....",
    policy.SEE_AUDITS: "yyyyyyyyyyyyy.y.",
    policy.DESIGN_AUDITS: "..y.y......y....",
    policy.AUDIT_CASES: "yyyyyyyyyyyy....",
    policy.SEE_SERVICE_CHANGES: "yyyyyyyyyyyyy.y.",
    policy.LEAD_SERVICE_CHANGES: "..y.y......y....",
}

NOBODY_NAMED = Access()
ALL_TRUE = ChildRecord(
    child="C1",
    held_by=frozenset({"W1"}),
    others_at_work=frozenset({"W2"}),
    teams=frozenset({"North"}),
    circumstances=frozenset({"in care", "protection plan"}),
)


def person(role: str, worker: str = "") -> Person:
    """Somebody of that role whose access is not over."""
    return Person(role=role, worker=worker, access_until=timezone.now() + timedelta(days=1))


def test_every_action_and_every_role_is_in_the_table():
    assert set(PLAINLY) == set(ACTIONS)
    assert set(ROLES) == set(Role.values) == set(ALLOWED)


@pytest.mark.parametrize("action", ACTIONS)
def test_each_role_may_do_what_the_table_says(action):
    said = "".join("y" if may(person(role), action) else "." for role in ROLES)
    assert said == PLAINLY[action]


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("nobody", [None, AnonymousUser(), Person(role="leader", is_active=False)])
def test_nobody_without_a_sign_in_may_do_anything(action, nobody):
    answer = may(nobody, action)
    assert not answer
    assert answer.because == "You are not signed in."


def test_a_role_nobody_knows_may_do_nothing():
    assert not any(may(person("visitor"), action) for action in ACTIONS)


def test_access_that_is_over_allows_nothing_and_an_inspectors_must_have_an_end():
    over = Person(role=Role.LEADER, access_until=timezone.now() - timedelta(seconds=1))
    endless = Person(role=Role.INSPECTOR)
    assert not any(may(one, action) for one in (over, endless) for action in ACTIONS)
    assert may(person("inspector"), policy.READ_CHILD, ALL_TRUE, NOBODY_NAMED)


@pytest.mark.parametrize(
    ("role", "worker", "teams", "reads"),
    [
        ("practitioner", "W1", "", True),
        ("practitioner", "W2", "", True),
        ("practitioner", "W3", "", False),
        ("practitioner", "", "North", False),
        ("team_manager", "", "North", True),
        ("team_manager", "", "South", False),
        ("service_manager", "", "North", True),
        ("family_help_lead", "", "North", True),
        ("lead_practitioner", "", "South", False),
        ("conference_chair", "", "", True),
        ("virtual_school", "", "", True),
        ("reviewing_officer", "W2", "", True),
        ("reviewing_officer", "", "", False),
        ("personal_adviser", "W2", "", True),
        ("personal_adviser", "", "", False),
        ("duty", "", "", False),
        ("quality_assurance", "", "", True),
        ("leader", "", "", True),
        ("member", "W1", "North", False),
        ("administrator", "W1", "North", False),
    ],
)
def test_work_opens_a_record(role, worker, teams, reads):
    access = Access(teams=frozenset({teams}) - {""})
    assert bool(may(person(role, worker), policy.READ_CHILD, ALL_TRUE, access)) is reads


@pytest.mark.django_db
def test_a_practitioner_without_a_worker_id_holds_nobody():
    unheld = ChildRecord(child="C1", held_by=frozenset({""}))
    assert not may(Person(role=Role.PRACTITIONER), policy.READ_CHILD, unheld)


def test_a_chair_and_the_virtual_school_see_no_other_children():
    elsewhere = ChildRecord(child="C1", circumstances=frozenset({"child in need plan"}))
    for role in ("conference_chair", "virtual_school"):
        assert not may(person(role), policy.READ_CHILD, elsewhere, NOBODY_NAMED)


def test_a_restricted_record_is_refused_in_the_words_of_any_other():
    closed = Access(restricted=frozenset({"C1"}))
    holder, stranger = person("practitioner", "W1"), person("practitioner", "W9")
    refused = may(holder, policy.READ_CHILD, ALL_TRUE, closed)
    assert not refused
    assert refused == may(stranger, policy.READ_CHILD, ALL_TRUE, NOBODY_NAMED)
    assert may(
        holder,
        policy.READ_CHILD,
        ALL_TRUE,
        Access(restricted=frozenset({"C1"}), granted=frozenset({"C1"})),
    )


def test_a_reason_lets_nobody_name_others():
    opened = Access(opened=frozenset({"C1"}))
    manager = person("team_manager")
    elsewhere = ChildRecord(child="C1", teams=frozenset({"South"}))
    assert may(manager, policy.RECORD, elsewhere, opened)
    assert not may(manager, policy.GRANT_ACCESS, elsewhere, opened)


def test_an_action_nobody_declared_is_an_error():
    with pytest.raises(ValueError, match="is no action"):
        may(Person(role=Role.LEADER), "delete everything")


def test_what_one_owns_in_a_plan_is_reported_on_by_its_owner():
    owner, other = person("practitioner"), person("practitioner")
    owner.pk, other.pk = 1, 2
    owned = policy.Owned(owners=frozenset({1}))
    assert may(owner, policy.OWN_ACTIONS, owned)
    assert may(other, policy.OWN_ACTIONS, owned).because == "You do not own this part of the plan."
    assert not may(owner, policy.OWN_ACTIONS, policy.Owned())
