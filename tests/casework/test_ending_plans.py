"""Recording that a plan ends: who said what, what was answered or left open, what follows."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from sightline.casework import recording
from sightline.casework.ending_plans import AgencyView, Ending, end_plan
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
        "given": {
            "grounds": "no longer at risk of significant harm",
            "decided_at_conference": True,
        },
        "agencies": [
            AgencyView(agency="health", attended=True, view="agreed"),
            AgencyView(agency="education", attended=True, view="disagreed", words="Too soon."),
        ],
        "parents_view": "Glad of it.",
        "childs_view": "I want my social worker to come still.",
        "answers": {"relapse_plan_written": "Written next week.", "agencies_told": " "},
    }
    return Ending(plan_started=date(2023, 1, 9), decided=date(2024, 3, 1), **(told | more))


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
    # One check was answered; the other twenty are left open and nothing stops the ending.
    assert [part["check"] for part in parts_of(one, "answers_at_an_ending")] == [
        "relapse_plan_written"
    ]
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


def test_an_ending_withdrawn_takes_its_parts_and_lets_another_be_recorded(manager):
    one = end_plan(by=manager, child=CHILD, ending=ending())
    recording.withdraw(by=manager, child=CHILD, recording=one, seen=1, why="Another plan.")
    assert not Recording.objects.filter(is_withdrawn=False).exists()
    end_plan(by=manager, child=CHILD, ending=ending())


@pytest.mark.parametrize(
    "more",
    [
        {"answers": {"no_such_check": "x"}},
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
        recording.correct(**corrected, given=given | {"plan": "2021-01-01"})
    recording.correct(**corrected, given=given)
    assert recording.standing_version(Recording.objects.get(pk=one.pk)).content == given
