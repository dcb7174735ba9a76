"""The rules asked of one child say what they say of the child among all."""

import pytest

from sightline.engine import store
from sightline.engine.compiled import CompiledRules
from sightline.engine.one_child import OneChild
from sightline.rules import RULES
from tests.generative.worlds import by_child, made_up_world

SOME = [RULES[name] for name in list(RULES)[::6]]


@pytest.fixture(scope="module")
def one_child():
    return OneChild(SOME)


def test_a_child_alone_and_among_others(one_child):
    world = made_up_world(seed=8, children=15)
    backend = store.open_memory(threads=1)
    together = CompiledRules(backend, SOME, store.load_tables(backend, world)).ask_all("found")
    among_all = sorted(map(str, backend.to_pyarrow(together).to_pylist()))
    workers = world["workers"].to_pylist()
    alone = [
        str(row)
        for rows in by_child(world).values()
        for row in one_child.ask(rows | {"workers": workers}).to_pylist()
    ]
    assert sorted(alone) == among_all != []


def test_only_what_reads_a_touched_table_is_asked(one_child):
    rows = next(iter(by_child(made_up_world(seed=8, children=1)).values()))
    touched = one_child.reading({"assessments"})
    assert 0 < len(touched) < len(SOME)
    everything = one_child.ask(rows).to_pylist()
    assert one_child.ask(rows, touched).to_pylist() == [
        row for row in everything if row["rule"] in touched
    ]


def test_a_child_of_whom_nothing_is_recorded(one_child):
    assert one_child.ask({}).num_rows == 0
