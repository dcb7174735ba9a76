"""What went well, counted by team: no small number is told to those who may not see it."""

from datetime import date

import pytest

from sightline.casework import recording
from sightline.casework.models import Person
from sightline.casework.policy import ChildRecord
from sightline.web.what_went_well import good_things

pytestmark = pytest.mark.django_db

SINCE, UNTIL = date(2024, 1, 1), date(2024, 3, 31)


def child(name: str, *teams: str) -> ChildRecord:
    return ChildRecord(child=name, held_by=frozenset({"W1"}), teams=frozenset(teams))


NORTH, SOUTH, EAST = child("C1", "North"), child("C2", "South"), child("C3", "East")
RECORDS = {one.child: one for one in (NORTH, SOUTH, EAST)}


@pytest.fixture
def tell():
    by = Person.objects.create(username="worker", role="practitioner", worker="W1")

    def times(number: int, record: ChildRecord, day: str = "2024-02-01"):
        given = {"happened": day, "words": "She smiled."}
        return [
            recording.record(by=by, child=record, table="what_went_well", given=given)
            for _ in range(number)
        ][-1]

    return times


def by_role(role: str):
    person = Person.objects.create(username=role, role=role)
    return good_things(person, RECORDS, SINCE, UNTIL)


def test_it_counts_what_stands_in_the_time_asked_about(tell):
    tell(6, NORTH)
    tell(1, SOUTH, "2023-12-31")
    withdrawn = tell(1, NORTH)
    recording.withdraw(
        by=withdrawn.made_by, child=NORTH, recording=withdrawn, seen=1, why="Another child's."
    )
    found = by_role("leader")
    assert (found.total, found.by_team) == (6, {"North": 6})


def test_a_member_sees_no_small_number_and_cannot_have_it_back_from_the_total(tell):
    tell(6, NORTH)
    tell(2, SOUTH)
    found = by_role("member")
    assert (found.total, found.by_team) == (None, {"North": 6, "South": None})
    tell(3, EAST)
    person = Person.objects.get(username="member")
    found = good_things(person, RECORDS, SINCE, UNTIL)
    assert found.total == 11, "two numbers taken out cannot be told apart"
    assert by_role("leader").by_team == {"East": 3, "North": 6, "South": 2}


def test_a_small_total_is_not_told_either(tell):
    tell(2, child("C9"))
    found = good_things(
        Person.objects.create(username="m", role="member"), {"C9": child("C9")}, SINCE, UNTIL
    )
    assert found.total is None


def test_somebody_whose_access_is_over_is_told_nothing(tell):
    tell(6, NORTH)
    found = good_things(Person(username="x", role="inspector"), RECORDS, SINCE, UNTIL)
    assert (found.total, found.by_team) == (None, {})
