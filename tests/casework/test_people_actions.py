"""Who adds, changes and lets go people; and that whoever they are about is told."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.tokens import default_token_generator

from sightline.casework import people_actions
from sightline.casework.models import AuditEntry, Notice, Person
from sightline.casework.writing import NotRecorded, Refused
from tests.casework.people import next_week, somebody

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator():
    return somebody("administrator")


def test_a_person_is_added_without_a_password(administrator):
    person = people_actions.add_person(
        by=administrator, name="ada@council.example", role="practitioner",
        full_name="Ada Lee Marsh", worker=" W1 ", sign_on="S-1",
    )  # fmt: skip
    assert (person.first_name, person.last_name, person.worker) == ("Ada", "Lee Marsh", "W1")
    assert not person.has_usable_password()
    assert AuditEntry.objects.get().thing == "a person is added: practitioner"


def test_nobody_but_an_administrator_adds_people():
    for role in ("leader", "service_manager", "member"):
        with pytest.raises(Refused):
            people_actions.add_person(by=somebody(role), name="x", role="leader")
    assert Person.objects.count() == 3


@pytest.mark.parametrize(
    "given",
    [
        {"name": "ADMINISTRATOR"},
        {"name": " "},
        {"name": "two words"},
        {"name": "a" * 151},
        {"name": "x", "role": "boss"},
        {"name": "x", "role": "inspector"},
        {"name": "x", "sign_on": "S-9"},
    ],
)
def test_what_makes_no_sense_is_not_recorded(administrator, given):
    somebody("leader", sign_on="S-9")
    with pytest.raises(NotRecorded) as refused:
        people_actions.add_person(by=administrator, **{"role": "leader", **given})
    assert refused.value.next_step
    assert Person.objects.count() == 2


def test_an_inspector_is_added_with_an_end(administrator):
    until = next_week()
    person = people_actions.add_person(by=administrator, name="x", role="inspector", until=until)
    assert person.access_until == until


def test_a_link_opens_once_and_ends_the_password_there_was(administrator):
    person = somebody("leader")
    person.set_password("three words apart")
    person.save()
    token = people_actions.password_link(by=administrator, person=person).split("/")[1]
    assert default_token_generator.check_token(person, token)
    assert not person.check_password("three words apart")
    people_actions.password_link(by=administrator, person=person)
    assert not default_token_generator.check_token(person, token), "an earlier link is over"
    assert Notice.objects.filter(to=person).count() == 2


def test_a_second_factor_is_reset_and_its_owner_is_told(administrator):
    person = somebody("leader")
    Authenticator.objects.create(user=person, type="totp", data={"secret": "x"})
    people_actions.reset_second_factor(by=administrator, person=person, why="phone lost")
    assert not Authenticator.objects.exists()
    assert "Your second factor was reset" in Notice.objects.get(to=person).words
    assert "leader" in AuditEntry.objects.get().thing


def test_nobody_does_any_of_it_to_themselves(administrator):
    for act in (
        lambda: people_actions.password_link(by=administrator, person=administrator),
        lambda: people_actions.reset_second_factor(
            by=administrator, person=administrator, why="lost"
        ),
        lambda: people_actions.let_go(by=administrator, person=administrator, why="leaving"),
        lambda: people_actions.change_person(
            by=administrator, person=administrator, full_name="", email="", worker="W1",
            manager=None, sign_on="",
        ),
    ):  # fmt: skip
        with pytest.raises(NotRecorded):
            act()
    assert not AuditEntry.objects.exists()


def test_whoever_has_left_may_do_nothing_and_may_come_back(administrator):
    person = somebody("leader")
    people_actions.let_go(by=administrator, person=person, why="left in May")
    assert not Person.objects.get(pk=person.pk).is_active
    with pytest.raises(NotRecorded, match="has left"):
        people_actions.password_link(by=administrator, person=person)
    people_actions.let_back(by=administrator, person=person)
    assert Person.objects.get(pk=person.pk).is_active
