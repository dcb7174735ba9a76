"""Where lists look for a person's children, and who can be handed one's task: never other than the policy."""

import pytest

from sightline.casework.access import access_of
from sightline.casework.policy import ACTIONS, DECIDE, READ_CHILD, RECORD, may
from sightline.casework.reach import reach_of
from sightline.casework.readers import people_who_may
from sightline.web.records_for_policy import ByWhatBringsTogether
from tests.casework.drawn_world import World

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("seed", range(6))
def test_whatever_child_is_open_to_a_person_is_looked_for(seed):
    world = World(seed)
    together = ByWhatBringsTogether({record.child: record for record in world.records})
    narrowed = 0
    for person in world.people:
        access = access_of(person)
        within = together.within(reach_of(person, access))
        for record in world.records:
            if may(person, READ_CHILD, record, access):
                assert within is None or record.child in within
        narrowed += within is not None and len(within) < len(world.records)
    assert narrowed > len(world.people) / 3, "where every list looks everywhere nothing is tested"


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("action", [RECORD, DECIDE, READ_CHILD])
def test_the_people_who_may_are_those_the_policy_lets(seed, action):
    assert action in ACTIONS
    world = World(seed)
    for record in world.records:
        found = {person.pk for person in people_who_may(record, action)}
        assert found == {person.pk for person in world.people if may(person, action, record)}
