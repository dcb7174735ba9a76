"""Every check says what its plain reading says, of every plan on every day on which anything happened.

A check is asked once over all those moments; the reading goes child by child and day by day. The
law of no hindsight is held here too: the same moments over records cut to a day get the same answers.
"""

from datetime import date

import ibis
import pyarrow as pa
import pytest
from ibis import _

from sightline.engine import store
from sightline.engine.check import ANSWERS, MET, NO_EVIDENCE, NOT_MET, ask_check
from sightline.records.known import cut
from sightline.rules.checks_before_ending import CHECKS
from sightline.rules.ending_a_plan import endings, plans_running_on
from tests.generative.worlds import EXTRACT_DAY, as_records, by_child, made_up_world, telling_days
from tests.plain import checks_before_ending as readings
from tests.plain.child import plans

ANSWER = {True: MET, False: NOT_MET, None: NO_EVIDENCE}
SEED = 3
CHILDREN = 150
MOMENT_COLUMNS = pa.schema(
    [("child", pa.string()), ("subject_day", pa.date32()), ("asked_on", pa.date32())]
)


class Moments:
    """A made-up world and every moment in it at which something could be decided about a plan."""

    def __init__(self, seed: int) -> None:
        self.backend = store.open_memory(threads=1)
        self.world = made_up_world(seed, CHILDREN)
        self.records = as_records(self.world)
        self.known = [
            (child, start, day, readings.known_on(records, day))
            for child, records in by_child(self.world).items()
            for start, day in moments_of(records)
        ]
        rows = [
            {"child": child, "subject_day": start, "asked_on": day}
            for child, start, day, _records in self.known
        ]
        self.table = ibis.memtable(pa.Table.from_pylist(rows, schema=MOMENT_COLUMNS))

    def asked(self, name: str) -> set[tuple]:
        asked = ask_check(CHECKS[name], self.table, self.records)
        return self._rows(asked.select("child", "subject", "asked_on", "answer"))

    def read(self, name: str) -> set[tuple]:
        reading = getattr(readings, name)
        return {
            (child, f"protection plan {start}", day, ANSWER[reading(records, start, day)])
            for child, start, day, records in self.known
        }

    def all_of(self, name: str, moments: ibis.Table, records: dict) -> set[tuple]:
        return self._rows(ask_check(CHECKS[name], moments, records))

    def _rows(self, asked: ibis.Table) -> set[tuple]:
        return {tuple(row.values()) for row in self.backend.to_pyarrow(asked).to_pylist()}


def moments_of(records: dict) -> list[tuple[date, date]]:
    """Every plan with every day of it on which anything happened to the child."""
    days = {
        value
        for name, rows in records.items()
        if name != "children"
        for row in rows
        for value in row.values()
        if isinstance(value, date)
    }
    return [
        (plan.started, day) for plan in plans(records) for day in sorted(days) if plan.runs_on(day)
    ]


@pytest.fixture(scope="module")
def moments() -> Moments:
    return Moments(SEED)


@pytest.mark.parametrize("name", CHECKS)
def test_the_check_says_what_the_plain_reading_says(moments, name):
    asked, read = moments.asked(name), moments.read(name)
    assert (sorted(asked - read, key=str)[:3], sorted(read - asked, key=str)[:3]) == ([], [])
    assert {row[-1] for row in asked} == set(ANSWERS), "A world without an answer proves less."


@pytest.mark.parametrize("name", CHECKS)
def test_no_check_looks_ahead(moments, name):
    """What is said of a day from all records is said from what was known by then, evidence too."""
    for day in telling_days(moments.world, 2):
        known = cut(moments.records, day)
        running = plans_running_on(day, moments.records)
        with_hindsight = moments.all_of(name, running, moments.records)
        assert with_hindsight
        assert with_hindsight == moments.all_of(name, plans_running_on(day, known), known)


def test_no_ending_is_seen_before_it_came(moments):
    for day in telling_days(moments.world, 4):
        by_then = endings(moments.records).filter(_.asked_on <= ibis.literal(day))
        known = endings(cut(moments.records, day))
        assert moments._rows(by_then) == moments._rows(known)
    assert day <= EXTRACT_DAY
