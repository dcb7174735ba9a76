"""The law of no hindsight, held by every rule because it is in the rule book.

The status on a day, told from all records, is the status told from what was known by that day: in
every column. Each rule runs once over the whole world and once over each cut of it.
"""

from collections.abc import Mapping
from datetime import date

import ibis
import pyarrow as pa
import pytest
from ibis import _

from sightline.engine import store
from sightline.engine.asking import ask
from sightline.engine.rule import Clock, Evidence, Rule, Span
from sightline.engine.status import status_on
from sightline.records.known import cut
from sightline.rules import RULES
from tests.engine.conftest import a_pattern, a_rule
from tests.generative.worlds import as_records, made_up_world, telling_days

SEEDS = (11, 12)
DAYS = 3
CHILDREN = 250


class World:
    """A made-up world, whole and as it was known on its telling days."""

    def __init__(self, seed: int) -> None:
        self.backend = store.open_memory(threads=1)
        self.tables = made_up_world(seed, CHILDREN)
        self.cuts = {day: self._cut(day) for day in telling_days(self.tables, DAYS)}

    def _cut(self, day: date) -> dict[str, pa.Table]:
        known = cut(as_records(self.tables), day)
        return {name: self.backend.to_pyarrow(rows) for name, rows in known.items()}

    def asked(self, rule: Rule, tables: Mapping[str, pa.Table]) -> pa.Table:
        return self.backend.to_pyarrow(ask(rule, as_records(dict(tables))))

    def rows_on(self, asked: pa.Table, day: date) -> list[dict]:
        rows = self.backend.to_pyarrow(status_on(ibis.memtable(asked), day)).to_pylist()
        return sorted(rows, key=lambda row: (row["child"], row["subject"]))


@pytest.fixture(scope="module", params=SEEDS)
def world(request) -> World:
    return World(request.param)


def rows_told_otherwise(world: World, rule: Rule) -> list[tuple[date, dict | None, dict | None]]:
    """Each row that hindsight changes: the day, the row from all records, and from what was known."""
    whole = world.asked(rule, world.tables)
    differences = []
    for day, tables in world.cuts.items():
        with_hindsight = _by_key(world.rows_on(whole, day))
        without = _by_key(world.rows_on(world.asked(rule, tables), day))
        differences += [
            (day, with_hindsight.get(key), without.get(key))
            for key in sorted(with_hindsight.keys() | without.keys())
            if with_hindsight.get(key) != without.get(key)
        ]
    return differences


def _by_key(rows: list[dict]) -> dict[tuple[str, str], dict]:
    """Rows by child and subject; a key that stands twice would hide a row."""
    keys = {(row["child"], row["subject"]): row for row in rows}
    assert len(keys) == len(rows), "Two rows share a child and a subject."
    return keys


@pytest.mark.parametrize("name", RULES)
def test_no_rule_looks_ahead(world, name):
    assert rows_told_otherwise(world, RULES[name])[:3] == []


@pytest.mark.parametrize("name", RULES)
def test_every_rule_finds_something_on_the_days_asked(world, name):
    """A world in which a rule says nothing, or one thing only, would prove nothing of it."""
    whole = world.asked(RULES[name], world.tables)
    said = {row["status"] for day in world.cuts for row in world.rows_on(whole, day)}
    least = {"late", "in time", "overdue"} if RULES[name].is_duty else {"open", "closed"}
    assert least <= said


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
def test_a_rule_that_looks_ahead_is_caught(world, fault):
    assert rows_told_otherwise(world, BAD_RULES[fault])


def test_an_honest_rule_is_not_accused(world):
    assert rows_told_otherwise(world, a_rule()) == []
    assert rows_told_otherwise(world, a_pattern()) == []
