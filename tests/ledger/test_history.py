"""The ledger remembers what sources forget, and can say what was known on a day."""

from datetime import date, datetime

import pytest

from sightline.ledger.changes import changes_since
from sightline.ledger.load import load
from sightline.ledger.reading import coverage_of, extract_of, records_of
from sightline.ledger.workspace import Workspace
from sightline.sources.could_not import CouldNot
from tests.ledger.small_folder import GOOD_ROWS, write_good_folder, write_rows

PLANS = GOOD_ROWS["protection_plans"]
VISITS = GOOD_ROWS["protection_visits"]
MONDAY = datetime(2024, 4, 1, 6)
TUESDAY = datetime(2024, 4, 2, 6)
WEDNESDAY = datetime(2024, 4, 3, 6)


@pytest.fixture
def source(tmp_path):
    return write_good_folder(tmp_path / "source")


@pytest.fixture
def workspace(tmp_path, source):
    workspace = Workspace(tmp_path / "workspace")
    load(source, workspace, now=MONDAY)
    return workspace


def rows_of(workspace, table, known_on=None):
    with workspace.reading() as backend:
        return records_of(backend, known_on=known_on)[table].to_pyarrow().to_pylist()


def change_of(report, table):
    return next(one for one in report.changes if one.table == table)


def changes(workspace, since):
    with workspace.reading() as backend:
        return [
            (row["table"], row["child"], row["change"], row["column"], row["before"], row["after"])
            for row in changes_since(backend, since).to_pylist()
        ]


def test_the_first_load_is_all_new(workspace, source):
    assert changes(workspace, date(2000, 1, 1)) == []


def test_a_new_row_a_changed_one_and_one_taken_out(source, workspace):
    ended = {**PLANS[1], "ended": date(2024, 3, 1)}
    write_rows(source, "protection_plans", [PLANS[0], ended])
    new = {"visit": "V4", "child": "C1", "visited": date(2022, 2, 2), "child_seen": True}
    write_rows(source, "protection_visits", [*VISITS[:2], new])
    report = load(source, workspace, now=TUESDAY)
    plans, visits = change_of(report, "protection_plans"), change_of(report, "protection_visits")
    assert (plans.added, plans.changed, plans.unchanged, plans.gone) == (0, 1, 1, 0)
    assert (visits.added, visits.changed, visits.unchanged, visits.gone) == (1, 0, 2, 1)
    assert changes(workspace, MONDAY.date()) == [
        ("protection_plans", "C2", "changed", "ended", None, "2024-03-01"),
        ("protection_visits", "C1", "appeared", None, None, None),
        ("protection_visits", "C2", "vanished", None, None, None),
    ]
    assert changes(workspace, TUESDAY.date()) == []


def test_what_was_known_on_a_day(source, workspace):
    write_rows(source, "protection_plans", [PLANS[0], {**PLANS[1], "ended": date(2024, 3, 1)}])
    write_rows(source, "protection_visits", VISITS[:2])
    load(source, workspace, now=WEDNESDAY)
    assert {row["ended"] for row in rows_of(workspace, "protection_plans")} == {
        date(2022, 9, 1),
        date(2024, 3, 1),
    }
    for day in (MONDAY.date(), TUESDAY.date()):
        known = rows_of(workspace, "protection_plans", known_on=day)
        assert {row["ended"] for row in known} == {date(2022, 9, 1), None}
        assert len(rows_of(workspace, "protection_visits", known_on=day)) == 3
    assert len(rows_of(workspace, "protection_visits", known_on=WEDNESDAY.date())) == 2


def test_before_the_first_load_nothing_was_known_and_no_column_filled(workspace):
    long_ago = date(2024, 3, 31)
    assert rows_of(workspace, "children", known_on=long_ago) == []
    with workspace.reading() as backend:
        coverage = coverage_of(backend, known_on=long_ago).to_pylist()
        today = coverage_of(backend).to_pylist()
    assert not any(row["filled"] for row in coverage)
    assert coverage[0]["because"] == "nothing had been loaded by 2024-03-31"
    assert [row["column"] for row in coverage] == [row["column"] for row in today]


def test_a_source_that_numbers_its_rows_anew_changes_nothing(source, workspace):
    write_rows(source, "protection_plans", [{**plan, "plan": plan["plan"] + "x"} for plan in PLANS])
    write_rows(
        source,
        "protection_visits",
        [{**visit, "visit": visit["visit"] + "x", "plan": visit["plan"] + "x"} for visit in VISITS],
    )
    report = load(source, workspace, now=TUESDAY)
    visits = change_of(report, "protection_visits")
    assert (visits.added, visits.changed, visits.gone, visits.unchanged) == (0, 0, 0, 3)
    assert changes(workspace, MONDAY.date()) == []
    plans = {plan["plan"] for plan in rows_of(workspace, "protection_plans")}
    assert plans == {"P1x", "P2x"}
    assert {visit["plan"] for visit in rows_of(workspace, "protection_visits")} == plans
    monday = rows_of(workspace, "protection_visits", known_on=MONDAY.date())
    assert len(monday) == 3


def test_of_rows_that_say_the_same_those_that_keep_their_id_stay_themselves(source, workspace):
    alike = [{**VISITS[0], "visit": name} for name in ("A1", "A2", "A3")]
    write_rows(source, "protection_visits", [*alike, *VISITS[1:]])
    load(source, workspace, now=TUESDAY)
    before = history_rows(workspace)
    # The first is gone and another has come, in an order that would shift them all.
    left = [{**VISITS[0], "visit": name} for name in ("A4", "A3", "A2")]
    write_rows(source, "protection_visits", [*left, *VISITS[1:]])
    changed = change_of(load(source, workspace, now=WEDNESDAY), "protection_visits")
    assert (changed.added, changed.gone, changed.changed, changed.renumbered) == (0, 0, 0, 1)
    after = history_rows(workspace)
    assert {name: after[name] for name in ("A2", "A3")} == {
        name: before[name] for name in ("A2", "A3")
    }
    assert after["A4"] == before["A1"]


def history_rows(workspace):
    """By the id of each visit that stands, the row of history that tells it."""
    with workspace.reading() as backend:
        return dict(
            backend.con.execute(
                "SELECT visit, history_row FROM history.protection_visits WHERE known_to IS NULL"
            ).fetchall()
        )


def test_a_corrected_start_date_is_a_change_of_the_same_row(source, workspace):
    write_rows(source, "protection_plans", [{**PLANS[0], "started": date(2022, 1, 9)}, PLANS[1]])
    report = load(source, workspace, now=TUESDAY)
    assert change_of(report, "protection_plans").changed == 1
    assert changes(workspace, MONDAY.date()) == [
        ("protection_plans", "C1", "changed", "started", "2022-01-10", "2022-01-09")
    ]


def test_what_lies_before_the_sources_window_is_remembered(source, workspace):
    extract = {**GOOD_ROWS["extract"][0], "earliest_day": date(2023, 1, 1)}
    write_rows(source, "extract", [extract])
    write_rows(source, "children", GOOD_ROWS["children"][1:])
    write_rows(source, "protection_plans", PLANS[1:])
    write_rows(source, "protection_visits", VISITS[1:])
    report = load(source, workspace, now=TUESDAY)
    assert change_of(report, "protection_plans").remembered == 1
    assert change_of(report, "children").remembered == 1
    assert len(rows_of(workspace, "protection_plans")) == 2
    assert len(rows_of(workspace, "children")) == 3
    with workspace.reading() as backend:
        assert extract_of(backend).earliest_day == date(2014, 4, 1)
    assert changes(workspace, MONDAY.date()) == []
    write_rows(source, "protection_visits", VISITS[1:2])
    again = load(source, workspace, now=WEDNESDAY)
    assert change_of(again, "protection_plans").remembered == 1
    assert len(rows_of(workspace, "protection_plans")) == 2


def test_a_running_plan_that_vanishes_is_not_forgotten_but_gone(source, workspace):
    write_rows(source, "extract", [{**GOOD_ROWS["extract"][0], "earliest_day": date(2024, 1, 1)}])
    write_rows(source, "protection_plans", PLANS[:1])
    report = load(source, workspace, now=TUESDAY)
    assert change_of(report, "protection_plans").gone == 1
    assert [row["plan"] for row in rows_of(workspace, "protection_plans")] == ["P1"]


def test_a_table_that_does_not_come_keeps_what_was_known_but_no_rule_uses_it(source, workspace):
    (source / "protection_visits.parquet").unlink()
    report = load(source, workspace, now=TUESDAY)
    assert len(rows_of(workspace, "protection_visits")) == 3
    assert any("protection_visits did not come" in note for note in report.notes)
    with workspace.reading() as backend:
        coverage = {
            row["column"]: (row["rows"], row["filled"])
            for row in coverage_of(backend).to_pylist()
            if row["table"] == "protection_visits"
        }
    assert set(coverage.values()) == {(3, False)}
    write_good_folder(source)
    back = load(source, workspace, now=WEDNESDAY)
    assert change_of(back, "protection_visits").unchanged == 3


def test_a_row_that_comes_back_is_known_anew(source, workspace):
    write_rows(source, "protection_visits", VISITS[:2])
    load(source, workspace, now=TUESDAY)
    write_rows(source, "protection_visits", VISITS)
    load(source, workspace, now=WEDNESDAY)
    days = (MONDAY, TUESDAY, WEDNESDAY)
    known = [len(rows_of(workspace, "protection_visits", known_on=day.date())) for day in days]
    assert known == [3, 2, 3]


def test_another_authority_is_refused(source, workspace):
    write_rows(source, "extract", [{**GOOD_ROWS["extract"][0], "authority": "Elsewhere"}])
    with pytest.raises(CouldNot, match="holds the records of Madeupshire"):
        load(source, workspace)
    (workspace.folder / "sightline.toml").write_text('authority = "Elsewhere"')
    assert load(source, workspace).authority == "Elsewhere"


def test_a_dry_run_says_what_a_load_would_and_writes_nothing(source, workspace):
    write_rows(source, "protection_plans", [PLANS[0], {**PLANS[1], "ended": date(2024, 3, 1)}])
    write_rows(source, "protection_visits", [*VISITS[:2], {**VISITS[2], "child": "X"}])
    before = workspace.current_file()
    tried = load(source, workspace, dry_run=True)
    assert tried.is_dry_run
    assert workspace.current_file() == before
    assert len(rows_of(workspace, "protection_visits")) == 3
    done = load(source, workspace)
    assert (tried.counts, tried.changes) == (done.counts, done.changes)
    assert tried.exit_code == done.exit_code == 1


def test_a_dry_run_of_the_first_load_makes_no_workspace(source, tmp_path):
    nowhere = Workspace(tmp_path / "nowhere")
    report = load(source, nowhere, dry_run=True)
    assert sum(change.added for change in report.changes) == 9
    assert not nowhere.folder.exists()


def test_read_is_new_and_changed_and_unchanged_and_set_aside_to_the_last_row(source, workspace):
    write_rows(source, "protection_plans", [PLANS[0], {**PLANS[1], "ended": date(2020, 3, 1)}])
    write_rows(source, "protection_visits", [*VISITS, *VISITS[:1], {**VISITS[2], "child": "X"}])
    report = load(source, workspace, now=TUESDAY)
    for one in report.counts:
        change = change_of(report, one.table)
        assert one.read == change.added + change.changed + change.unchanged + one.set_aside
        assert one.kept + one.set_aside == one.read
