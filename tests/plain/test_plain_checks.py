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
from sightline.engine.check import ANSWERS, MET, NO_EVIDENCE, NOT_MET
from sightline.engine.steps import kept
from sightline.records.known import cut
from sightline.rules.checks_before_ending import CHECKS
from sightline.rules.ending_a_plan import asked_at, endings, plans_running_on, what_came_after
from tests.generative.worlds import as_records, by_child, made_up_world, telling_days
from tests.plain import checks_before_ending as readings
from tests.plain.child import plans

ANSWER = {True: MET, False: NOT_MET, None: NO_EVIDENCE}
ANSWERED = len(("child", "subject", "asked_on", "answer"))
SEED = 3
CHILDREN = 200
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

    def asked(self, moments: ibis.Table, records: dict) -> dict[str, set[tuple]]:
        """What every check says at those moments, by check, all asked at once."""
        with kept(lambda name, rows: store.keep(self.backend, name, rows)):
            rows = self.backend.to_pyarrow(asked_at(moments, records)).to_pylist()
        said: dict[str, set[tuple]] = {name: set() for name in CHECKS}
        for row in rows:
            said[row.pop("check")].add(tuple(row.values()))
        return said

    def read(self, name: str) -> set[tuple]:
        reading = getattr(readings, name)
        return {
            (child, f"protection plan {start}", day, ANSWER[reading(records, start, day)])
            for child, start, day, records in self.known
        }

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


@pytest.fixture(scope="module")
def asked(moments) -> dict[str, set[tuple]]:
    said = moments.asked(moments.table, moments.records)
    return {name: {row[:ANSWERED] for row in rows} for name, rows in said.items()}


@pytest.mark.parametrize("name", CHECKS)
def test_the_check_says_what_the_plain_reading_says(moments, asked, name):
    read = moments.read(name)
    differ = (sorted(asked[name] - read, key=str)[:3], sorted(read - asked[name], key=str)[:3])
    assert differ == ([], [])
    assert {row[-1] for row in read} == set(ANSWERS), "A world without an answer proves less."


@pytest.fixture(scope="module")
def with_and_without_hindsight(moments) -> list[tuple[dict, dict]]:
    """What every check says of a few days from all records, and from what was known by then."""
    told = []
    for day in telling_days(moments.world, 2):
        known = cut(moments.records, day)
        running = plans_running_on(day, moments.records)
        from_all = moments.asked(running, moments.records)
        told.append((from_all, moments.asked(plans_running_on(day, known), known)))
    return told


@pytest.mark.parametrize("name", CHECKS)
def test_no_check_looks_ahead(with_and_without_hindsight, name):
    """What is said of a day from all records is said from what was known by then, evidence too."""
    for with_hindsight, without in with_and_without_hindsight:
        assert with_hindsight[name]
        assert with_hindsight[name] == without[name]


def test_no_ending_is_seen_before_it_came(moments):
    for day in telling_days(moments.world, 4):
        by_then = endings(moments.records).filter(_.asked_on <= ibis.literal(day))
        known = endings(cut(moments.records, day))
        assert moments._rows(by_then) == moments._rows(known)
        after = moments._rows(what_came_after(moments.records, day))
        assert after == moments._rows(what_came_after(cut(moments.records, day), day))
    assert any(row[-1] or row[-2] or row[-3] for row in after), "Nothing came after any ending."
