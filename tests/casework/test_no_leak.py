"""Random worlds of people, teams, grants, reasons and restrictions: nobody reads what is not theirs."""

import pytest

from sightline.casework.access import access_of
from sightline.casework.policy import READ_CHILD, RECORD, may
from tests.casework.drawn_world import World

pytestmark = pytest.mark.django_db

ONLY_READS = {"analyst", "inspector"}


@pytest.mark.parametrize("seed", range(8))
def test_everybody_reads_what_the_plain_reading_says_and_nothing_else(seed):
    world, answers, closed_words = World(seed), [], set()
    for person in world.people:
        access = access_of(person)
        for record in world.records:
            answer = may(person, READ_CHILD, record, access)
            plainly = world.plainly(person, record)
            assert bool(answer) is plainly, (person.role, record)
            writes = may(person, RECORD, record, access)
            assert bool(writes) is (plainly and person.role not in ONLY_READS)
            answers.append(plainly)
            if person.role == "practitioner" and person.is_active and not person.access_until:
                closed_words |= {answer.because} - {""}
    # A world in which all or nothing is open would show nothing.
    assert len(answers) == 32 * 24
    assert 0.2 < sum(answers) / len(answers) < 0.8
    # Nothing in the words tells a restricted record from any other that is not theirs.
    assert len(closed_words) <= 1


@pytest.mark.parametrize("seed", range(100, 102))
def test_asking_one_record_at_a_time_gives_the_same_answer(seed):
    world = World(seed)
    for person in world.people[::3]:
        for record in world.records[::3]:
            assert bool(may(person, READ_CHILD, record)) is world.plainly(person, record)
