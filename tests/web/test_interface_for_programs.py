"""Other programs read and record as people do: by the same policy, in the same trail."""

import json
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from sightline.casework import access_actions, programs
from sightline.casework.models import AuditEntry, Person
from sightline.casework.writing import NotRecorded, Refused
from sightline.web.pages.child_door import address_of
from tests.casework.people import somebody

HELD = {"held": "2024-03-03", "independent": True, "missing_episode": "2024-03-01"}


class Program:
    """A program with a key."""

    def __init__(self, secret: str) -> None:
        self.browser = Client(headers={"authorization": f"Bearer {secret}"})

    def get(self, address: str, **asked):
        return self.browser.get(f"/api/{address}", asked)

    def send(self, address: str, content: object, method: str = "post"):
        return getattr(self.browser, method)(
            f"/api/{address}", json.dumps(content), content_type="application/json"
        )


@pytest.fixture
def administrator(db):
    return somebody("administrator")


@pytest.fixture
def program(administrator, made_up):
    """Makes a program that acts as a person of that role."""

    def acting_as(role: str, **more) -> Program:
        person = Person(username=f"program {role}", role=role, **more)
        person.set_unusable_password()
        person.save()
        _, secret = programs.give_key(
            by=administrator,
            name="case system",
            acts_as=person,
            until=timezone.now() + timedelta(days=30),
        )
        return Program(secret)

    return acting_as


def a_child(made_up) -> str:
    return next(iter(made_up.records_for_policy()))


def test_without_a_key_nothing_is_told(made_up, db):
    for secret in ("", "made-up"):
        answer = Program(secret).get("me")
        assert answer.status_code == 401
        assert "no key" in answer.json()["fault"]
    assert Client().get("/api/openapi.json").status_code == 401


def test_a_session_is_no_key(sign_in):
    assert sign_in("leader").get("/api/me").status_code == 401


def test_a_key_ends(administrator, made_up):
    person = somebody("analyst")
    person.set_unusable_password()
    person.save()
    key, secret = programs.give_key(
        by=administrator, name="reports", acts_as=person, until=timezone.now() + timedelta(days=1)
    )
    assert Program(secret).get("me").json()["role"] == "analyst"
    programs.end_key(by=administrator, key=key)
    assert Program(secret).get("me").status_code == 401


def test_a_key_acts_as_nobody_who_signs_in_and_for_a_year_at_most(administrator):
    person = somebody("leader")
    person.set_password("made-up")
    person.save()
    tomorrow = timezone.now() + timedelta(days=1)
    with pytest.raises(NotRecorded, match="signs in"):
        programs.give_key(by=administrator, name="x", acts_as=person, until=tomorrow)
    person.set_unusable_password()
    person.save()
    with pytest.raises(NotRecorded, match="within a year"):
        programs.give_key(
            by=administrator, name="x", acts_as=person, until=tomorrow + timedelta(days=400)
        )
    with pytest.raises(Refused):
        programs.give_key(by=person, name="x", acts_as=administrator, until=tomorrow)


def test_a_child_is_found_read_and_recorded_for(program, made_up):
    child = a_child(made_up)
    case_system = program("quality_assurance")
    address = case_system.send("children/find", {"child": child}).json()["address"]
    assert child not in address
    made = case_system.send(
        f"children/{address}/recorded",
        {"table": "return_interviews", "content": HELD, "submission": "a"},
    )
    assert made.status_code == 201
    again = case_system.send(
        f"children/{address}/recorded",
        {"table": "return_interviews", "content": HELD, "submission": "a"},
    )
    assert again.json()["recording"] == made.json()["recording"]
    (stands,) = case_system.get(f"children/{address}/recorded/return_interviews").json()
    assert stands["content"]["held"] == "2024-03-03"
    assert case_system.get(f"children/{address}/concerns").status_code == 200
    assert case_system.get(f"children/{address}/records/missing_episodes").status_code == 200
    trail = AuditEntry.objects.filter(person="program quality_assurance")
    assert {child in entry.children for entry in trail if entry.action.startswith("read")} == {True}


def test_a_stale_correction_is_refused_with_what_stands(program, made_up):
    case_system = program("quality_assurance")
    address = address_of(a_child(made_up))
    made = case_system.send(
        f"children/{address}/recorded", {"table": "return_interviews", "content": HELD}
    ).json()
    where = f"children/{address}/corrections/{made['recording']}"
    first = {"content": {**HELD, "held": "2024-03-04"}, "seen": 1, "why": "wrong day"}
    assert case_system.send(where, first, "put").json()["version"] == 2
    stale = case_system.send(where, {**first, "content": HELD}, "put")
    assert stale.status_code == 409
    assert stale.json()["stands"]["content"]["held"] == "2024-03-04"


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ({"held": "yesterday"}, "no day"),
        ({"held": str(date.today() + timedelta(days=3))}, "cannot be that day"),
        ({"colour": "red"}, "no 'colour'"),
        ({}, "No day is given"),
    ],
)
def test_what_cannot_be_recorded_is_said_with_the_next_step(program, made_up, content, fault):
    address = address_of(a_child(made_up))
    refused = program("quality_assurance").send(
        f"children/{address}/recorded", {"table": "return_interviews", "content": content}
    )
    assert refused.status_code == 422
    assert fault in refused.json()["fault"]
    assert refused.json()["next_step"]


def test_what_is_sent_is_not_repeated_in_a_fault(program, made_up):
    address = address_of(a_child(made_up))
    wrong = program("quality_assurance").send(
        f"children/{address}/recorded", {"table": 3, "content": "Ann Example"}
    )
    assert wrong.status_code == 422
    assert b"Ann Example" not in wrong.content
    assert wrong.json()["where"]


def test_a_child_who_is_not_open_to_it_is_answered_like_one_who_is_not_there(
    program, made_up, administrator
):
    child = a_child(made_up)
    leader = somebody("leader")
    access_actions.restrict(
        by=leader,
        record=made_up.record_of(child),
        kind="staff_family",
        why="made up",
        manager=leader,
    )
    analyst = program("analyst")
    closed = analyst.send("children/find", {"child": child})
    absent = analyst.send("children/find", {"child": "nobody"})
    assert (closed.status_code, closed.content) == (absent.status_code, absent.content)
    assert analyst.get(f"children/{address_of(child)}/concerns").status_code == 403
    refused = AuditEntry.objects.exclude(refused_because="")
    assert all(child in entry.children for entry in refused)
    assert refused.count() == 2


def test_a_members_program_reads_figures_and_no_child(program, made_up):
    member = program("member")
    assert member.get("measures").status_code == 200
    assert member.get("rules").json()
    name = member.get("measures").json()[0]["name"]
    assert member.get(f"measures/{name}", by="year").status_code == 200
    assert member.get(f"measures/{name}", by="day").status_code == 404
    assert member.send("children/find", {"child": a_child(made_up)}).status_code == 403
