"""The made-up authority holds failings of practice, and no faults of recording."""

from datetime import date
from itertools import pairwise

import pyarrow.compute as pc
import pytest

from sightline.records.codes import CASE_HOLDING_ROLES, CODES
from sightline.records.table import DATE
from sightline.records.tables import TABLES
from sightline.synthetic.authority import Summary
from sightline.synthetic.writing import TOLD

EXTRACT_DAY = date(2024, 4, 30)
EARLIEST_DAY = date(2011, 4, 1)

TOLD_TABLES = {name: TABLES[name] for name in TOLD}
WITH_KEY = [name for name, table in TOLD_TABLES.items() if table.key]
WITH_END = [name for name, table in TOLD_TABLES.items() if table.happened and table.ends]
WITH_DAY = [name for name, table in TOLD_TABLES.items() if table.happened]
REFERENCES = [
    (name, column.name, column.refers_to)
    for name, table in TOLD_TABLES.items()
    for column in table.columns
    if column.refers_to
]
CODED = [
    (name, column.name, column.codes)
    for name, table in TOLD_TABLES.items()
    for column in table.columns
    if column.codes
]


@pytest.mark.parametrize("name", WITH_KEY)
def test_no_id_stands_twice(made_up_records, name):
    keys = made_up_records[name][TABLES[name].key]
    assert keys.null_count == 0
    assert pc.count_distinct(keys).as_py() == len(keys)


@pytest.mark.parametrize("name", TOLD)
def test_required_columns_are_filled(made_up_records, name):
    for column in TABLES[name].required:
        assert made_up_records[name][column].null_count == 0, column


@pytest.mark.parametrize(("name", "column", "other"), REFERENCES)
def test_every_reference_leads_somewhere(made_up_records, name, column, other):
    named = set(made_up_records[name][column].drop_null().to_pylist())
    there = set(made_up_records[other][TABLES[other].key].to_pylist())
    assert sorted(named - there)[:5] == []


@pytest.mark.parametrize(("name", "column", "codes"), CODED)
def test_every_code_is_known(made_up_records, name, column, codes):
    used = set(made_up_records[name][column].drop_null().to_pylist())
    assert used <= set(CODES[codes])


@pytest.mark.parametrize("name", WITH_END)
def test_nothing_ends_before_it_starts(made_up_records, name):
    table = made_up_records[name]
    wrong = pc.less(table[TABLES[name].ends], table[TABLES[name].happened])
    assert pc.sum(wrong).as_py() in (0, None)


@pytest.mark.parametrize("name", WITH_DAY)
def test_every_day_lies_within_the_records(made_up_records, name):
    for column in TABLES[name].columns:
        if column.type != DATE or column.planned:
            continue
        days = made_up_records[name][column.name].drop_null()
        if len(days):
            assert pc.max(days).as_py() <= EXTRACT_DAY, column.name
            assert pc.min(days).as_py() >= EARLIEST_DAY, column.name


def spans(table, start: str, end: str) -> dict[str, list[tuple[date, date]]]:
    """The spans of every child, in order; one still running ends on the extract day."""
    of_child: dict[str, list[tuple[date, date]]] = {}
    for row in table.to_pylist():
        of_child.setdefault(row["child"], []).append((row[start], row[end] or EXTRACT_DAY))
    return {child: sorted(days) for child, days in of_child.items()}


@pytest.mark.parametrize(
    ("name", "start", "end"),
    [
        ("protection_plans", "started", "ended"),
        ("child_in_need_plans", "started", "ended"),
        ("care_episodes", "started", "ended"),
        ("missing_episodes", "started", "returned"),
    ],
)
def test_spans_of_a_child_do_not_overlap(made_up_records, name, start, end):
    for child, days in spans(made_up_records[name], start, end).items():
        for (_, ended), (started, _) in pairwise(days):
            assert ended <= started, child


def test_plans_and_care_lie_within_an_open_case(made_up_records):
    referrals = made_up_records["referrals"]
    taken_on = referrals.filter(pc.invert(referrals["no_further_action"]))
    cases = spans(taken_on, "received", "closed")
    for name in ("protection_plans", "child_in_need_plans", "care_episodes"):
        for child, days in spans(made_up_records[name], "started", "ended").items():
            for started, ended in days:
                inside = [case for case in cases[child] if case[0] <= started <= case[1]]
                assert inside, (name, child)
                assert ended <= inside[-1][1], (name, child)


def test_visits_lie_within_their_plan(made_up_records):
    plans = {row["plan"]: row for row in made_up_records["protection_plans"].to_pylist()}
    for visit in made_up_records["protection_visits"].to_pylist():
        if visit["plan"]:
            plan = plans[visit["plan"]]
            assert plan["started"] < visit["visited"] < (plan["ended"] or date.max)


def test_a_worker_holds_a_case_only_while_in_post(made_up_records):
    posts = {row["worker"]: row for row in made_up_records["workers"].to_pylist()}
    for row in made_up_records["allocations"].to_pylist():
        if row["role"] in CASE_HOLDING_ROLES:
            post = posts[row["worker"]]
            assert post["started"] <= row["started"]
            assert (row["ended"] or EXTRACT_DAY) <= (post["ended"] or EXTRACT_DAY)


def test_only_the_planted_may_be_missing_a_birthday(made_up_records):
    """An unborn child has an expected date of birth and no other."""
    for child in made_up_records["children"].to_pylist():
        assert child["born"] or child["expected_birth"] > EXTRACT_DAY


def test_no_failing_is_planted_twice(made_up_records):
    truth = made_up_records["truth"].to_pylist()
    keys = {(row["rule"], row["child"], row["subject"]) for row in truth}
    assert len(keys) == len(truth)
    assert max(row["opens"] for row in truth) <= EXTRACT_DAY


def test_the_summary_counts_what_was_written(made_up_records, made_up_summary: Summary):
    assert made_up_summary.rows == {name: made_up_records[name].num_rows for name in TOLD}
    assert sum(made_up_summary.failings.values()) == made_up_records["truth"].num_rows


def test_nothing_happens_to_a_child_who_has_died(made_up_records):
    died = {
        row["child"]: row["died"] for row in made_up_records["children"].to_pylist() if row["died"]
    }
    for name in ("referrals", "assessments", "protection_visits", "enquiries", "contacts"):
        happened = TABLES[name].happened
        for row in made_up_records[name].to_pylist():
            assert row["child"] not in died or row[happened] <= died[row["child"]], name
