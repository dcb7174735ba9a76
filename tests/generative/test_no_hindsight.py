"""The law of no hindsight, held by every rule because it is in the rule book.

The status on a day, told from all records, is the status told from what was known by that day: in
every column. The whole world and every cut of it are laid side by side as different children, so
each rule is asked once.
"""

import json
from dataclasses import replace
from datetime import date
from functools import cache

import ibis
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from ibis import _

from sightline.engine import store
from sightline.engine.asking import ask
from sightline.engine.rule import Clock, Evidence, Rule, Span
from sightline.engine.status import status_on
from sightline.records.known import cut
from sightline.records.tables import TABLES
from sightline.rules import RULES
from tests.engine.conftest import a_pattern, a_rule
from tests.generative.worlds import as_records, made_up_world, telling_days

SEEDS = (11, 12, 13)  # rules about rare things need a second world, or a third
DAYS = 4
CHILDREN = 400
WHOLE = "whole"


class Worlds:
    """A made-up world, whole and as it was known on its telling days."""

    def __init__(self, seed: int) -> None:
        self.backend = store.open_memory(threads=1)
        whole = made_up_world(seed, CHILDREN)
        self.days = telling_days(whole, DAYS)
        worlds = {WHOLE: whole} | {str(day): self._cut(whole, day) for day in self.days}
        self.tables = {
            name: pa.concat_tables([_of_world(label, name, worlds[label]) for label in worlds])
            for name in TABLES
        }
        self._asked: dict[str, pa.Table] = {}
        self._said: dict[tuple[str, date], tuple[dict, dict]] = {}

    def _cut(self, world: dict[str, pa.Table], day: date) -> dict[str, pa.Table]:
        known = cut(as_records(world), day)
        return {name: self.backend.to_pyarrow(rows) for name, rows in known.items()}

    def asked(self, rule: Rule) -> pa.Table:
        """The rule's rows over all worlds, kept until another rule is asked."""
        if rule.name not in self._asked:
            self._asked = {rule.name: self.backend.to_pyarrow(ask(rule, as_records(self.tables)))}
        return self._asked[rule.name]

    def asked_of_whole(self, rule: Rule) -> list[dict]:
        """The rule's rows over the whole world."""
        asked = self.asked(rule)
        return asked.filter(pc.starts_with(asked["child"], f"{WHOLE}:")).to_pylist()

    def rows_on(self, rule: Rule, day: date) -> tuple[dict, dict]:
        """What is said on ``day``: from all records, and from what was known by then."""
        if (rule.name, day) not in self._said:
            self._said = {(rule.name, each): self._say(rule, each) for each in self.days}
        return self._said[rule.name, day]

    def _say(self, rule: Rule, day: date) -> tuple[dict, dict]:
        asked = self.asked(rule)
        world = pc.list_element(pc.split_pattern(asked["child"], ":"), 0)
        of_day = asked.filter(pc.is_in(world, pa.array([WHOLE, str(day)])))
        found = self.backend.to_pyarrow(status_on(ibis.memtable(of_day), day)).to_pylist()
        return _by_key(found, WHOLE), _by_key(found, str(day))


def _of_world(label: str, name: str, world: dict[str, pa.Table]) -> pa.Table:
    """A record table whose children and ids carry the world they are of."""
    table = TABLES[name]
    rows = world[name]
    for at, column in enumerate(table.columns):
        is_id = column.name in ("child", table.key) or column.refers_to
        if is_id and rows.schema.field(at).type == pa.string():
            named = pc.binary_join_element_wise(label, rows[column.name], ":")
            rows = rows.set_column(at, column.name, named)
    return rows


def _by_key(rows: list[dict], label: str) -> dict[tuple[str, str], dict]:
    """The rows of one world by child and subject; a key that stands twice would hide a row."""
    of_world = [
        row
        | {"child": row["child"].removeprefix(f"{label}:")}
        | {"evidence": json.loads(row["evidence"])}  # the order of its entries says nothing
        for row in rows
        if row["child"].startswith(f"{label}:")
    ]
    keys = {(row["child"], row["subject"]): row for row in of_world}
    assert len(keys) == len(of_world), "Two rows share a child and a subject."
    return keys


@cache
def worlds_of(seed: int) -> Worlds:
    return Worlds(seed)


@pytest.fixture(scope="module")
def worlds() -> Worlds:
    return worlds_of(SEEDS[0])


def rows_told_otherwise(worlds: Worlds, rule: Rule) -> list[tuple[date, dict | None, dict | None]]:
    """Each row that hindsight changes: the day, the row from all records, and from what was known."""
    differences = []
    for day in worlds.days:
        with_hindsight, without = worlds.rows_on(rule, day)
        differences += [
            (day, with_hindsight.get(key), without.get(key))
            for key in sorted(with_hindsight.keys() | without.keys())
            if with_hindsight.get(key) != without.get(key)
        ]
    return differences


@pytest.mark.parametrize("name", RULES)
def test_no_rule_looks_ahead(name):
    for seed in SEEDS:
        assert rows_told_otherwise(worlds_of(seed), RULES[name])[:3] == []
        if _said_enough(worlds_of(seed), RULES[name]):
            return
    pytest.fail("No world has the rule say enough: tell its tables in tests/generative/telling.")


def _said_enough(worlds: Worlds, rule: Rule) -> bool:
    """Whether the world proves anything of the rule: not where it says nothing, or one thing only.

    On some day of it a duty was overdue, met late and met in time; a pattern was open and closed.
    """
    rows = worlds.asked_of_whole(rule)
    came_and_went = any(row["opens"] and row["closes"] for row in rows)
    return came_and_went and (not rule.is_duty or any(_in_time(row) for row in rows))


def _in_time(row: dict) -> bool:
    at_rest = min((day for day in (row["met"], row["lapses"]) if day), default=None)
    return bool(at_rest and row["due"] and at_rest <= row["due"])


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 103))
def test_no_rule_looks_ahead_in_many_worlds(seed):
    many = Worlds(seed)
    assert {name: rows_told_otherwise(many, RULES[name])[:1] for name in RULES} == {
        name: [] for name in RULES
    }


BAD_RULES = {
    "a population chosen by a later outcome": a_rule(
        population=lambda assessments: assessments.filter(_.outcome.notnull())
    ),
    "evidence shown before it was known": a_rule(evidence={"outcome": Evidence(value=_.outcome)}),
    "a due day moved by a later event": a_rule(
        clock=Clock(
            starts=ibis.coalesce(_.authorised, _.started),
            limit="ASM-01",
            met=None,
            lapses=None,
        )
    ),
    "met by an event that was undone later": a_rule(
        clock=Clock(
            starts=_.started,
            limit="ASM-01",
            met=ibis.ifelse(_.outcome.isnull(), ibis.null("date"), _.started),
            lapses=None,
        )
    ),
    "a pattern opened by what came later": a_pattern(
        span=Span(opens=ibis.ifelse(_.ended.notnull(), _.started, ibis.null("date")), closes=None)
    ),
}


@pytest.mark.parametrize("fault", BAD_RULES)
def test_a_rule_that_looks_ahead_is_caught(worlds, fault):
    bad = replace(BAD_RULES[fault], name=fault)
    assert rows_told_otherwise(worlds, bad)


def test_an_honest_rule_is_not_accused(worlds):
    assert rows_told_otherwise(worlds, a_rule(name="honest duty")) == []
    assert rows_told_otherwise(worlds, a_pattern(name="honest pattern")) == []
