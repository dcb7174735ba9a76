"""Supervision of a worker, child by child, and managers' decisions: who may, what stands, what comes back."""

from datetime import date

import pytest
from django.conf import settings
from django.utils import timezone

from sightline.casework import recording
from sightline.casework.models import Person, Recording, Task, TeamMembership
from sightline.web import live_child
from sightline.web.concern_addresses import opaque
from tests.web.made_up_service import TEAMS

TODAY = date.today()
SESSION = {
    "submission": "one session", "kind": "alone",
    "held-day": TODAY.day, "held-month": TODAY.month, "held-year": TODAY.year,
}  # fmt: skip


@pytest.fixture
def manager(sign_in):
    """The browser of the manager of the team that works with C002, C004 and C006, all held by W1."""
    browser = sign_in("team_manager", worker="W7")
    person = Person.objects.get(username="team_manager")
    TeamMembership.objects.create(person=person, team=TEAMS[1], given_by=person, given_at=timezone.now())  # fmt: skip
    return browser


def session_of(worker):
    return f"/supervision/{opaque('worker', worker, settings.WORKSPACE)}/"


def action(place, person, **other):
    return {
        f"child-{place}-task": "Ring the school.", f"child-{place}-owner": str(person.pk),
        f"child-{place}-due-day": "1", f"child-{place}-due-month": "2", f"child-{place}-due-year": "2090",
        **other,
    }  # fmt: skip


def test_each_child_gets_their_own_part_and_the_action_comes_back(manager):
    person = Person.objects.get(username="team_manager")
    page = manager.get(session_of("W1")).content.decode()
    assert "Ben Marsh" in page
    assert "Dan Hill" in page
    sent = {
        **SESSION,
        "child-1-talked_through": "yes", "child-1-plan_considered": "yes", "child-1-actions_agreed": "Slow to start.",
        "child-2-talked_through": "yes",
        **action(1, person),
    }  # fmt: skip
    assert manager.post(session_of("W1"), sent).status_code == 302
    told = {one.child: recording.standing_version(one).content for one in Recording.objects.all()}
    assert set(told) == {"C002", "C004"}
    assert told["C002"]["actions_agreed"] == "Slow to start."
    assert told["C004"].get("actions_agreed") is None
    assert (told["C004"]["worker"], told["C004"]["supervisor"]) == ("W1", "W7")
    assert [one.words for one in recording.comes_back("C002")] == ["Ring the school."]
    assert recording.comes_back("C004") == []
    assert "Ring the school." in manager.get(session_of("W1")).content.decode()


def test_a_session_sent_twice_is_one(manager):
    sent = {**SESSION, "child-1-talked_through": "yes"}
    manager.post(session_of("W1"), sent)
    manager.post(session_of("W1"), sent)
    assert Recording.objects.count() == 1


def test_an_action_that_is_not_whole_writes_nothing(manager):
    sent = {**SESSION, "child-1-talked_through": "yes", "child-2-talked_through": "yes", "child-2-task": "Ring."}  # fmt: skip
    page = manager.post(session_of("W1"), sent).content.decode()
    assert "who does it and by which day" in page
    assert not Recording.objects.exists()
    assert not Task.objects.exists()


def test_a_session_in_which_nobody_was_talked_through_is_not_recorded(manager):
    page = manager.post(session_of("W1"), SESSION).content.decode()
    assert "No child was talked through." in page


def test_a_practitioner_records_no_session_and_no_managers_decision(holder, at):
    assert holder.get(session_of("W1")).status_code == 403
    assert holder.get(at("manager-decides/")).status_code == 403
    assert "Record a manager" not in holder.get(at()).content.decode()


def test_another_teams_worker_is_not_there(manager):
    assert manager.get(session_of("W2")).status_code == 404


def test_a_managers_decision_is_told_with_its_reason_and_its_action_comes_back(manager, at, monkeypatch):  # fmt: skip
    asked = []
    monkeypatch.setattr(live_child, "ask_again", asked.append)
    person = Person.objects.get(username="team_manager")
    sent = {
        "submission": "one", "made-day": "2", "made-month": "3", "made-year": "2024",
        "turning_point": "step down", "decision": "Keep the plan.", "reason": "Nobody saw her alone.",
        "task": "See her alone.", "owner": str(person.pk),
        "due-day": "1", "due-month": "2", "due-year": "2090",
    }  # fmt: skip
    without = manager.post(at("manager-decides/"), sent | {"reason": ""})
    assert "Why is missing" in without.content.decode()
    assert manager.post(at("manager-decides/"), sent).status_code == 302
    (made,) = recording.recorded_for("C002", "management_decisions")
    assert recording.standing_version(made).content["worker"] == "W7"
    assert asked == ["C002"]
    assert "See her alone." in manager.get(at("manager-decides/")).content.decode()
    assert "Record a manager" in manager.get(at()).content.decode()


def test_who_is_due_is_listed_by_worker_for_the_children_open_to_a_person(manager, made_up, monkeypatch):  # fmt: skip
    def at_hand(children=None, *, rule="", team="", worker=""):
        found = type(made_up).at_hand(made_up, children, rule="protection_visit_overdue")
        return [one for one in found if rule == "open_case_not_in_supervision"]

    monkeypatch.setattr(made_up, "at_hand", at_hand)
    page = manager.get("/supervision/").content.decode()
    assert "Jo Birch" not in page
    assert "Rowan Ash" in page
    assert "3 children; the day has passed for 0; the first is due 5 April 2024." in page
    assert "Cora Field" not in page
