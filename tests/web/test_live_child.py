"""What people record shows in the rules at once, as the nightly run will say it."""

import sqlite3
import threading
from contextlib import closing
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from sightline.casework import recording
from sightline.casework.models import AskedAgain
from sightline.ledger.load import load
from sightline.ledger.workspace import Workspace
from sightline.measures import check as checking
from sightline.measures.check import check
from sightline.rules import RULES
from sightline.web import live_child, rules_ready, service, serving
from tests.casework.people import CHILD, somebody
from tests.ledger.small_folder import GOOD_ROWS, write_good_folder, write_rows

INTERVIEW = "return_interview_not_in_72_hours"
SOME = {
    name: RULES[name] for name in (INTERVIEW, "protection_visit_overdue", "child_without_worker")
}
TODAY = timezone.localdate()
RETURNED = TODAY - timedelta(days=2)
WENT = RETURNED - timedelta(days=1)

pytestmark = pytest.mark.django_db


@pytest.fixture
def house(tmp_path, settings, monkeypatch):
    """A small workspace as the last night left it: C1 came back two days ago, nobody told of an interview."""
    monkeypatch.setattr(checking, "RULES", SOME)
    monkeypatch.setattr(checking, "MEASURES", {})
    for module in (rules_ready, live_child):
        monkeypatch.setattr(module, "RULES", SOME)
    monkeypatch.setattr(rules_ready, "_made", {})
    source = write_good_folder(tmp_path / "source")
    yesterday = TODAY - timedelta(days=1)
    write_rows(source, "extract", [{**GOOD_ROWS["extract"][0], "extract_day": yesterday}])
    episode = {"missing_episode": "M1", "child": "C1", "started": WENT, "returned": RETURNED}
    write_rows(source, "missing_episodes", [episode])
    house = Workspace(tmp_path / "workspace")
    load(source, house)
    check(house)
    settings.WORKSPACE = house.folder
    return house


@pytest.fixture
def holder():
    return somebody("practitioner", worker="W1")


def given(**more):
    return {
        "missing_episode": WENT,
        "offered": RETURNED,
        "held": TODAY,
        "independent": True,
        **more,
    }


def statuses(child="C1"):
    return {one.rule: one.status for one in service.current().concerns_of(child)}


def test_an_interview_recorded_at_ten_is_met_a_moment_later(house, holder):
    assert INTERVIEW not in statuses(), "last night nothing told of interviews at all"
    recording.record(by=holder, child=CHILD, table="return_interviews", given=given())
    live_child.ask_again("C1")
    assert statuses()[INTERVIEW] == "in time"
    again = service.current().asked_again("C1")
    assert again.on == TODAY
    (row,) = service.current().records_of("C1")["return_interviews"]
    assert (row["missing_episode"], row["held"]) == ("M1", TODAY)
    assert service.current().asked_again("C2") is None
    changed = service.current().changed_since_last_night(["C1", "C2"])
    assert {
        child: INTERVIEW in {one.rule for one in found} for child, found in changed.items()
    } == {"C1": True}


def night(house, tmp_path, day=None):
    """The nightly run: the casework database is loaded like any source, and the rules are asked."""
    file = tmp_path / "casework.sqlite3"
    file.unlink(missing_ok=True)
    with closing(sqlite3.connect(file)) as target:
        target.executescript("\n".join(connection.connection.iterdump()))
    load(file, house)
    check(house, on=day)


def test_what_was_corrected_or_withdrawn_shows_as_it_stands(house, holder, tmp_path):
    one = recording.record(by=holder, child=CHILD, table="return_interviews", given=given())
    night(house, tmp_path, TODAY)
    assert statuses()[INTERVIEW] == "in time"
    declined = given(held=None, independent=None, declined=TODAY)
    recording.correct(
        by=holder, child=CHILD, recording=one, seen=1, given=declined, why="Declined."
    )
    assert statuses()[INTERVIEW] == "no longer required"
    (row,) = service.current().records_of("C1")["return_interviews"]
    assert (row["held"], row["declined"]) == (None, TODAY)
    recording.withdraw(by=holder, child=CHILD, recording=one, seen=2, why="Another child's.")
    assert statuses()[INTERVIEW] == "still in time"
    assert "return_interviews" not in service.current().records_of("C1")


def test_what_the_ledger_has_folded_in_is_not_doubled_and_the_night_stands(house, holder, tmp_path):
    recording.record(by=holder, child=CHILD, table="return_interviews", given=given())
    live_child.ask_again("C1")
    live = service.current().concerns_of("C1")
    night(house, tmp_path, TODAY)
    assert service.current().asked_again("C1") is None
    assert len(service.current().records_of("C1")["return_interviews"]) == 1
    assert service.current().concerns_of("C1") == live
    kept = AskedAgain.objects.get()
    assert (kept.on, kept.ledger) == (None, house.current_number())


def test_until_the_rules_are_ready_the_last_night_stands_and_says_so(house, holder, monkeypatch):
    rules_ready._beside.set()
    try:
        last_night = statuses()
        recording.record(by=holder, child=CHILD, table="return_interviews", given=given())
        live_child.ask_again("C1")
        assert statuses() == last_night
        assert service.current().asked_again("C1").on is None
        assert service.current().records_of("C1")["return_interviews"], "records wait for no rule"
        assert service.current().changed_since_last_night(["C1"]) == {}
    finally:
        rules_ready._beside.clear()
    assert statuses()[INTERVIEW] == "in time"


def test_a_web_process_compiles_the_rules_beside_its_first_pages(house, monkeypatch):
    monkeypatch.setattr(rules_ready, "CHECKS", {})
    monkeypatch.setattr(rules_ready, "_made_checks", {})
    serving._server("127.0.0.1", 8000).cfg.post_worker_init(None)
    for thread in threading.enumerate():
        if thread.name == "compiling the rules":
            thread.join(60)
    monkeypatch.setattr(rules_ready, "OneChild", None)
    assert rules_ready.of_one_child(house.settings.standards).ask({}) == []


def test_what_no_rule_reads_asks_nobody_again(house, holder):
    words = {"happened": TODAY, "whose_words": "Ada", "words": "I like my new school."}
    recording.record(by=holder, child=CHILD, table="what_went_well", given=words)
    live_child.ask_again("C1")
    assert service.current().asked_again("C1") is None
    assert not AskedAgain.objects.exists()
