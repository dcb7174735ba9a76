"""What plans ended on and what came after, over a whole authority and for one child."""

from dataclasses import replace
from datetime import date

import ibis
import pyarrow as pa
import pyarrow.parquet as parquet
import pytest

from sightline.engine import store
from sightline.engine.check import ANSWERS, CHECKED_SCHEMA, MOMENT
from sightline.engine.one_moment import AtOneMoment
from sightline.ledger.questions import rows_of as rows_of_question
from sightline.ledger.reading import child_records, records_of
from sightline.measures.ending_a_plan import plans_ended
from sightline.measures.endings import Wanted, answers_counted, checks_of_child, endings_told
from sightline.records.tables import TABLES
from sightline.rules.checks_before_ending import CHECKS
from sightline.rules.ending_a_plan import checks_for, endings, what_came_after
from tests.generative.worlds import EXTRACT_DAY


@pytest.fixture(scope="module")
def ended(tmp_path_factory, loaded_only):
    out = tmp_path_factory.mktemp("ended")
    return plans_ended(loaded_only, out=out), out


def rows_of(out, name):
    return parquet.read_table(out / f"{name}.parquet").to_pylist()


def test_every_check_is_asked_of_every_plan_on_the_day_it_ended(ended):
    report, out = ended
    checked, after = rows_of(out, "checks_before_ending"), rows_of(out, "after_ending")
    assert report.on == EXTRACT_DAY
    assert report.endings == len(after) > 20
    asked = {(row["check"], row["child"], row["subject"]) for row in checked}
    assert asked == {(name, row["child"], row["subject"]) for name in CHECKS for row in after}
    assert len(checked) == len(asked)
    days = {(row["child"], row["subject"]): row["ended"] for row in after}
    assert all(row["asked_on"] == days[row["child"], row["subject"]] for row in checked)
    assert max(row["asked_on"] for row in checked) <= EXTRACT_DAY


def test_the_report_counts_plans_by_check_and_nothing_by_plan(ended):
    report, out = ended
    checked = rows_of(out, "checks_before_ending")
    for name, counts in report.answers.items():
        told = [row["answer"] for row in checked if row["check"] == name]
        assert counts == {answer: told.count(answer) for answer in ANSWERS}
        assert sum(counts.values()) == report.endings
    for name, number in report.afterwards.items():
        assert number == sum(row[name] is not None for row in rows_of(out, "after_ending"))


def test_files_say_whose_they_are_and_hold_no_number(ended):
    _, out = ended
    for name in ("checks_before_ending", "after_ending"):
        assert (out / f"{name}.csv").is_file()
        table = parquet.read_table(out / f"{name}.parquet")
        assert set(table["authority"].to_pylist()) == {"Madeup (made up)"}
        numbers = [field.name for field in table.schema if pa.types.is_integer(field.type)]
        assert numbers == []
    assert table.column_names[-1] == "authority"
    checked = parquet.read_table(out / "checks_before_ending.parquet")
    assert checked.column_names == [*CHECKED_SCHEMA.names, "authority"]


def test_rows_stand_by_child_and_never_by_answer(ended):
    _, out = ended
    rows = rows_of(out, "checks_before_ending")
    keys = [(row["child"], row["subject"], row["check"]) for row in rows]
    assert keys == sorted(keys)


def test_asked_of_an_earlier_day_later_endings_are_not_there(loaded_only, tmp_path):
    day = date(2019, 6, 3)
    plans_ended(loaded_only, on=day, out=tmp_path)
    after = rows_of(tmp_path, "after_ending")
    assert after
    assert max(row["ended"] for row in after) <= day
    came = [row[name] for row in after for name in ("next_plan_started", "entered_care")]
    assert all(one is None or one <= day for one in came)


def drawn(**tables):
    """Record tables from rows; what a row leaves out is empty."""
    return {
        name: ibis.memtable(pa.Table.from_pylist(tables.get(name, []), schema=table.arrow_schema))
        for name, table in TABLES.items()
    }


PLAN = {"plan": "1", "child": "Asha", "started": date(2021, 3, 4), "ended": date(2021, 12, 1)}
SAFE = "no longer at risk of significant harm"


def test_one_child_at_the_moment_of_decision():
    backend = store.open_memory(threads=1)
    records = drawn(protection_plans=[PLAN | {"ended": None}], children=[{"child": "Asha"}])
    rows = backend.to_pyarrow(checks_for("Asha", PLAN["started"], date(2021, 12, 1), records))
    assert set(rows["check"].to_pylist()) == set(CHECKS)
    assert set(rows["subject"].to_pylist()) == {"protection plan 2021-03-04"}
    other = checks_for("Asha", date(2021, 3, 5), date(2021, 12, 1), records)
    assert backend.to_pyarrow(other).num_rows == 0


def test_a_check_that_misses_a_column_has_no_evidence_and_says_why():
    backend = store.open_memory(threads=1)
    records = drawn(protection_plans=[PLAN], children=[{"child": "Asha"}])
    coverage = pa.table({"table": ["plan_endings"], "column": ["decided"], "filled": [True]})
    asked = checks_for("Asha", PLAN["started"], PLAN["ended"], records, coverage=coverage)
    rows = backend.to_pyarrow(asked).to_pylist()
    assert {row["answer"] for row in rows} == {"no evidence"}
    because = {row["check"]: row["because"] for row in rows}
    assert because["agencies_told"] == "The source holds no plan endings."
    assert because["not_at_the_first_review"] == "The source holds no review conferences."


def test_what_came_after_so_far_as_it_had():
    backend = store.open_memory(threads=1)
    decided = {"end_reason": SAFE}
    plans = [
        PLAN | decided,
        {**PLAN, "plan": "2", "started": date(2022, 6, 1), "ended": None},
        {**PLAN, **decided, "plan": "3", "child": "Ben"},
        {**PLAN, "plan": "4", "child": "Cai", "end_reason": "entered care"},
        {**PLAN, **decided, "plan": "5", "child": "Dev"},
    ]
    records = drawn(
        protection_plans=plans,
        children=[{"child": child} for child in ("Asha", "Ben", "Cai", "Dev")],
        enquiries=[
            {"enquiry": "1", "child": "Ben", "started": date(2021, 11, 30)},
            {"enquiry": "2", "child": "Ben", "started": date(2021, 12, 1)},
            {"enquiry": "3", "child": "Ben", "started": date(2022, 2, 1)},
        ],
        care_episodes=[
            {"care_episode": "1", "child": "Asha", "started": date(2022, 12, 1)},
            {"care_episode": "2", "child": "Dev", "started": date(2022, 12, 2)},
        ],
    )

    def after(day, local_standards=None):
        asked = what_came_after(records, day, local_standards=local_standards)
        return {row["child"]: row for row in backend.to_pyarrow(asked).to_pylist()}

    late = after(date(2024, 3, 31))
    assert set(late) == {"Asha", "Ben", "Dev"}, "Cai's plan ended by entry to care."
    assert late["Asha"]["next_plan_started"] == date(2022, 6, 1)
    assert late["Asha"]["entered_care"] == date(2022, 12, 1), "The anniversary is inside."
    assert late["Dev"]["entered_care"] is None
    assert late["Ben"]["next_enquiry_started"] == date(2021, 12, 1), "The day it ended counts."
    early = after(date(2022, 5, 31))
    assert early["Asha"]["next_plan_started"] is None
    assert after(date(2021, 11, 30)) == {}
    assert after(date(2024, 3, 31), {"CPE-08": 1})["Asha"]["next_plan_started"] is None


def test_asked_while_a_person_decides_the_answers_are_the_same(loaded_only):
    """The checks compiled once, and asked of one child's rows, say what they say over all endings."""
    at_one_moment = AtOneMoment(CHECKS.values())
    with loaded_only.reading() as backend:
        records = records_of(backend)
        moments = backend.to_pyarrow(endings(records)).to_pylist()
        for moment in moments[::8]:
            child, started, ended_on = (moment[name] for name in MOMENT)
            over_all = backend.to_pyarrow(checks_for(child, started, ended_on, records)).to_pylist()
            # Who else is of the family is told by other children's rows.
            family = rows_of_question(backend, "SELECT * FROM records.family_members")
            rows = child_records(backend, child) | {"family_members": family}
            asked = at_one_moment.ask(rows, child, subject_day=started, asked_on=ended_on)
            assert over_all
            assert [row["check"] for row in asked] == list(CHECKS)
            assert sorted(asked, key=str) == sorted(over_all, key=str)


def test_what_plans_ended_on_is_kept_with_the_answers_of_the_night(checked, ended):
    report, out = ended
    whole = Wanted(since=date.min, until=EXTRACT_DAY)
    with checked.workspace.reading() as backend:
        told = endings_told(backend, whole)
        assert answers_counted(backend, whole) == report.answers
        team = next(one.team for one in told if one.team)
        of_team = endings_told(backend, replace(whole, team=team))
        assert of_team == [one for one in told if one.team == team]
        assert sum(
            answers_counted(backend, replace(whole, team=team))["agencies_told"].values()
        ) == len(of_team)
        not_met = endings_told(backend, replace(whole, check="agencies_told", answer="not met"))
        assert len(not_met) == report.answers["agencies_told"]["not met"]
        back = endings_told(backend, replace(whole, came="next_enquiry_started"))
        assert len(back) == report.afterwards["next_enquiry_started"]
        one = told[0]
        of_child = checks_of_child(backend, one.child)
        assert {row["check"] for row in of_child} == set(CHECKS)
    columns = ("child", "subject", "ended", "next_plan_started", "entered_care")
    rows = {tuple(row[name] for name in columns) for row in rows_of(out, "after_ending")}
    assert {tuple(getattr(one, name) for name in columns) for one in told} == rows
