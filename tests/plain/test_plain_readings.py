"""Every rule says of every child in a made-up world what its plain reading says.

A rule is asked once over the whole world; the reading goes child by child.
"""

import pytest

from sightline.engine import store
from sightline.engine.asking import ask
from sightline.rules import RULES
from tests.generative.worlds import as_records, by_child, made_up_world
from tests.plain.readings import READINGS

DATES = ("starts", "due", "met", "lapses", "opens", "closes")
SEEDS = (1,)


class World:
    """A made-up world, to be asked about by rule and to be read plainly."""

    def __init__(self, seed: int, children: int = 300) -> None:
        self.backend = store.open_memory(threads=1)
        made_up = made_up_world(seed, children)
        self.records = as_records(made_up)
        self.children = by_child(made_up)

    def asked(self, name: str) -> set[tuple]:
        asked = ask(RULES[name], self.records).select("child", "subject", *DATES)
        rows = self.backend.to_pyarrow(asked).to_pylist()
        return {tuple(row.values()) for row in rows}

    def read(self, name: str) -> set[tuple]:
        of_what = RULES[name].one_row_per
        return {
            (child, f"{of_what} {row['subject']}", *(row[date] for date in DATES))
            for child, records in self.children.items()
            for row in READINGS[name](records)
        }


@pytest.fixture(scope="module")
def worlds() -> dict[int, World]:
    return {seed: World(seed) for seed in SEEDS}


def test_every_rule_has_a_plain_reading():
    assert set(READINGS) == set(RULES)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", RULES)
def test_the_rule_says_what_the_plain_reading_says(worlds, name, seed):
    asked, read = worlds[seed].asked(name), worlds[seed].read(name)
    assert (sorted(asked - read, key=str)[:3], sorted(read - asked, key=str)[:3]) == ([], [])
    assert asked, "A world in which the rule finds nothing proves nothing."


@pytest.mark.long
@pytest.mark.parametrize("seed", range(50, 54))
def test_in_many_worlds(seed):
    world = World(seed, children=500)
    differences = {name: len(world.asked(name) ^ world.read(name)) for name in RULES}
    assert differences == dict.fromkeys(RULES, 0)
