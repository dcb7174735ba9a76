"""The rules asked of one child say what they say of the child among all, in the engine of the night."""

import pytest

from sightline.engine import store
from sightline.engine.compiled import CompiledRules
from sightline.engine.few_rows import values
from sightline.engine.one_child import OneChild
from sightline.engine.owner import with_owner
from sightline.engine.status import status_on
from sightline.rules import RULES
from tests.generative.worlds import by_child, made_up_world, telling_days


@pytest.fixture(scope="module")
def one_child():
    return OneChild(RULES.values())


@pytest.fixture(scope="module")
def night():
    """Asks every rule of a world as the nightly run does."""
    backend = store.open_memory()
    compiled = None

    def ask(world):
        nonlocal compiled
        records = store.load_tables(backend, world)
        compiled = compiled or CompiledRules(backend, RULES.values(), records)
        return backend, records, compiled.ask_all("found")

    return ask


def by_rule(rows):
    """The rows of each rule, in whatever order."""
    found = {name: [] for name in RULES}
    for row in rows:
        found[row["rule"]].append(str(row))
    return {name: sorted(some) for name, some in found.items()}


@pytest.mark.parametrize(
    "seed", [8, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(20, 26))]
)
def test_every_rule_says_of_a_child_alone_what_the_night_says_of_all(one_child, night, seed):
    world = made_up_world(seed=seed, children=60)
    backend, _, found = night(world)
    alone = [row for rows in by_child(world).values() for row in one_child.ask(rows)]
    together = by_rule(backend.to_pyarrow(found).to_pylist())
    assert {name for name, rows in by_rule(alone).items() if rows != together[name]} == set()
    assert (
        backend.table("repeated_keys", database=("temp", "main")).count().to_pyarrow().as_py() > 9
    )
    silent = {name for name, rows in together.items() if not rows}
    assert len(silent) < len(RULES) / 10, "a world that asks most rules nothing tells nothing"


def test_on_a_day_a_concern_has_the_status_the_evidence_and_the_holder_of_that_day(
    one_child, night
):
    world = made_up_world(seed=9, children=25)
    backend, records, found = night(world)
    for day in telling_days(world, 2):
        asked = with_owner(status_on(found, day), records["allocations"], day)
        together = by_rule(backend.to_pyarrow(asked).to_pylist())
        alone = [row for rows in by_child(world).values() for row in one_child.on(day, rows)]
        assert by_rule(alone) == together
        assert {row["status"] for row in alone} >= {"overdue", "late", "open", "in time"}
        assert any(row["worker"] for row in alone)


def test_only_what_reads_a_touched_table_is_asked(one_child):
    rows = next(iter(by_child(made_up_world(seed=8, children=1)).values()))
    touched = one_child.reading({"assessments"})
    assert 0 < len(touched) < len(RULES)
    everything = one_child.ask(rows)
    assert one_child.ask(rows, touched) == [row for row in everything if row["rule"] in touched]


def test_every_rule_is_known_to_the_engine_for_few_rows(one_child):
    assert one_child.not_taught == set()


def test_a_rule_that_engine_was_not_taught_is_asked_in_duckdb(one_child, monkeypatch):
    monkeypatch.delitem(values._WRITERS, "DateSub")
    some = [rule for at, rule in enumerate(RULES.values()) if at % 3 == 0]
    slower = OneChild(some)
    names = [rule.name for rule in some]
    assert 0 < len(slower.not_taught) < len(some)
    assert set(slower.reading({"assessments"})) == set(names) & set(
        one_child.reading({"assessments"})
    )
    found = 0
    for rows in by_child(made_up_world(seed=8, children=6)).values():
        told = by_rule(slower.ask(rows))
        assert told == by_rule(one_child.ask(rows, names))
        found += sum(len(told[name]) for name in slower.not_taught)
        one = sorted(slower.not_taught)[0]
        assert by_rule(slower.ask(rows, [one])) == by_rule(one_child.ask(rows, [one]))
    assert found, "no rule asked in DuckDB had anything to say"


def test_a_child_of_whom_nothing_is_recorded(one_child):
    assert one_child.ask({}) == []


def test_a_table_or_rule_that_is_not_there_is_refused(one_child):
    with pytest.raises(KeyError, match="no_such_table"):
        one_child.ask({"no_such_table": []})
    with pytest.raises(KeyError, match="no_such_rule"):
        one_child.ask({}, ["no_such_rule"])
