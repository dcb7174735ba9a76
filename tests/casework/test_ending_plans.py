"""Recording that a plan ends: who said what, what was answered or left open, what follows."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils import timezone

from sightline.casework import recording
from sightline.casework.ending_plans import (
    AgencyView,
    CheckAtEnding,
    Ending,
    correct_ending,
    end_plan,
    version_of,
)
from sightline.casework.models import Recording, Task
from sightline.casework.recording import Stale, ToDo
from sightline.casework.writing import NotRecorded, Refused
from tests.casework.people import CHILD, somebody

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager():
    return somebody("service_manager", worker="W1")


def ending(**more) -> Ending:
    """The end of a made-up plan."""
    told = {
        "plan_started": date(2023, 1, 9),
        "decided": date(2024, 3, 1),
        "given": {
            "grounds": "no longer at risk of significant harm",
            "decided_at_conference": True,
        },
        "agencies": [
            AgencyView(agency="health", attended=True, view="agreed"),
            AgencyView(agency="education", attended=True, view="disagreed", words="Too soon."),
        ],
        "words": {
            "parents_view": "Glad of it.",
            "childs_view": "I want my social worker to come still.",
        },
        "checks": {
            "relapse_plan_written": CheckAtEnding(
                stood="not met", evidence={"relapse plan": "No"}, words="Written next week."
            ),
            "agencies_told": CheckAtEnding(stood="no evidence", words=" "),
        },
    }
    return Ending(**(told | more))


def parts_of(one: Recording, table: str) -> list[dict]:
    """What was recorded beside an ending, in one table."""
    return [
        recording.standing_version(part).content
        for part in one.parts.filter(table=table).order_by("pk")
    ]


def test_everybodys_view_and_what_follows_are_kept_together(manager):
    due = timezone.localdate() + timedelta(days=10)
    first = ToDo(words="First step-down meeting", owner=manager, due=due)
    one = end_plan(by=manager, child=CHILD, ending=ending(), to_do=[first])
    assert recording.standing_version(one).content == {
        "grounds": "no longer at risk of significant harm",
        "decided_at_conference": True,
        "plan": "2023-01-09",
        "decided": "2024-03-01",
    }
    votes = [(vote["agency"], vote["view"]) for vote in parts_of(one, "decision_makers")]
    assert votes == [("health", "agreed"), ("education", "disagreed")]
    assert parts_of(one, "agencies_words_at_an_ending")[0]["words"] == "Too soon."
    (words,) = parts_of(one, "words_at_an_ending")
    assert words["childs_view"] == "I want my social worker to come still."
    # One check was answered; the other is left open, which shows, and nothing stops the ending.
    answered = {part["check"]: part for part in parts_of(one, "answers_at_an_ending")}
    assert answered["relapse_plan_written"]["words"] == "Written next week."
    assert answered["agencies_told"] == {
        "check": "agencies_told", "decided": "2024-03-01", "stood": "no evidence",
        "words": "", "evidence": "{}",
    }  # fmt: skip
    assert Task.objects.get().came_from == one


def test_two_people_ending_one_plan_lose_no_words(manager):
    end_plan(by=manager, child=CHILD, ending=ending())
    chair = somebody("conference_chair", worker="W1")
    mine = {"grounds": "turned 18"}
    with pytest.raises(Stale) as stale:
        end_plan(by=chair, child=CHILD, ending=ending(given=mine))
    assert stale.value.theirs.content["grounds"] == "no longer at risk of significant harm"
    assert stale.value.yours == mine
    assert Recording.objects.filter(table="plan_endings").count() == 1


def test_a_correction_writes_a_version_of_the_whole_and_keeps_what_was_said(manager):
    one = end_plan(by=manager, child=CHILD, ending=ending())
    chair = somebody("conference_chair", worker="W1")
    merged = ending(
        agencies=[AgencyView(agency="health", attended=True, view="agreed", words="We go on.")],
        words={"childs_view": "I want my social worker to come still.", "dissent": "School."},
    )
    corrected = correct_ending(
        by=chair, child=CHILD, recording=one, seen=1, ending=merged, why="Brought together."
    )
    now, before = version_of(corrected), version_of(corrected, 1)
    assert (now.number, now.by, now.why) == (2, chair, "Brought together.")
    assert now.ending == replace(merged, checks=now.ending.checks)
    assert set(now.ending.checks) == set(merged.checks)
    assert before.ending.words["parents_view"] == "Glad of it."
    assert [view.agency for view in before.ending.agencies] == ["health", "education"]
    with pytest.raises(Stale) as stale:
        correct_ending(by=manager, child=CHILD, recording=one, seen=1, ending=ending(), why="Mine.")
    assert stale.value.theirs.ending.words["dissent"] == "School."


def test_what_did_not_change_gets_no_version(manager):
    one = end_plan(by=manager, child=CHILD, ending=ending())
    same = ending(words={"parents_view": "Glad."})
    correct_ending(by=manager, child=CHILD, recording=one, seen=1, ending=same, why="A word.")
    versions = {part.table: part.version for part in one.parts.all()}
    assert versions["words_at_an_ending"] == 2
    assert versions["decision_makers"] == versions["answers_at_an_ending"] == 1


def test_an_ending_withdrawn_takes_its_parts_and_lets_another_be_recorded(manager):
    one = end_plan(by=manager, child=CHILD, ending=ending())
    recording.withdraw(by=manager, child=CHILD, recording=one, seen=1, why="Another plan.")
    assert not Recording.objects.filter(is_withdrawn=False).exists()
    gone = version_of(Recording.objects.get(pk=one.pk))
    assert gone.why == "Another plan."
    assert gone.ending == ending(checks=version_of(one, 1).ending.checks)
    end_plan(by=manager, child=CHILD, ending=ending())


def test_the_parts_of_an_ending_are_corrected_with_the_whole_alone(manager):
    one = end_plan(by=manager, child=CHILD, ending=ending())
    part = one.parts.get(table="words_at_an_ending")
    with pytest.raises(NotRecorded, match="as a whole"):
        recording.correct(
            by=manager,
            child=CHILD,
            recording=part,
            seen=1,
            given={"decided": "2024-03-01"},
            why="x",
        )
    with pytest.raises(NotRecorded, match="as a whole"):
        recording.withdraw(by=manager, child=CHILD, recording=part, seen=1, why="x")


@pytest.mark.parametrize(
    "more",
    [
        {"checks": {"no_such_check": CheckAtEnding(stood="met")}},
        {"decided": date(2022, 12, 31)},
        {"agencies": [AgencyView(agency="circus", attended=True)]},
        {"given": {"grounds": "bored"}},
    ],
)
def test_one_fault_leaves_nothing_recorded(manager, more):
    with pytest.raises(NotRecorded):
        end_plan(by=manager, child=CHILD, ending=ending(**more))
    assert not Recording.objects.exists()


def test_a_practitioner_does_not_record_the_end_of_a_plan():
    with pytest.raises(Refused):
        end_plan(by=somebody("practitioner", worker="W1"), child=CHILD, ending=ending())


def test_an_ending_is_recorded_as_a_whole_and_stays_the_end_of_its_plan(manager):
    given = {"plan": "2023-01-09", "decided": "2024-03-01", "relapse_plan": True}
    with pytest.raises(NotRecorded, match="as a whole"):
        recording.record(by=manager, child=CHILD, table="plan_endings", given=given)
    one = end_plan(by=manager, child=CHILD, ending=ending())
    corrected = {"by": manager, "child": CHILD, "recording": one, "seen": 1, "why": "Was written."}
    with pytest.raises(NotRecorded, match="another plan"):
        correct_ending(**corrected, ending=ending(plan_started=date(2021, 1, 1)))
    with pytest.raises(NotRecorded, match="as a whole"):
        recording.correct(**corrected, given=given)
    assert Recording.objects.get(pk=one.pk).version == 1
