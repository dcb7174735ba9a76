"""Rules compiled once: they say what each says alone, on whatever records are laid before them."""

import pytest

from sightline.engine import store
from sightline.engine.asking import ask
from sightline.engine.compiled import CompiledRules
from sightline.rules import RULES
from tests.generative.worlds import made_up_world


@pytest.fixture(scope="module")
def backend():
    return store.open_memory(threads=1)


@pytest.fixture(scope="module")
def records(backend):
    return store.load_tables(backend, made_up_world(seed=5, children=120))


@pytest.fixture(scope="module")
def compiled(backend, records):
    return CompiledRules(backend, RULES.values(), records)


def rows_of(backend, asked):
    return sorted(map(str, backend.to_pyarrow(asked).to_pylist()))


@pytest.mark.long
def test_every_rule_says_together_what_it_says_alone(backend, records, compiled):
    found = compiled.ask_all("found")
    together = {name: rows_of(backend, found.filter(found.rule == name)) for name in RULES}
    alone = {name: rows_of(backend, ask(rule, records)) for name, rule in RULES.items()}
    assert {name for name in RULES if alone[name] != together[name]} == set()


def test_compiled_once_the_rules_are_asked_of_other_records():
    some = [RULES[name] for name in list(RULES)[::12]]
    found = []
    for first_laid in (made_up_world(seed=5, children=40), made_up_world(seed=6, children=40)):
        backend = store.open_memory(threads=1)
        compiled = CompiledRules(backend, some, store.load_tables(backend, first_laid))
        store.load_tables(backend, made_up_world(seed=6, children=40))
        found.append(rows_of(backend, compiled.ask_all("found")))
    assert found[0] == found[1] != []
