"""What a load keeps, sets aside and says, as an analyst would see it."""

from datetime import date

import pytest

from sightline.ledger.load import load
from sightline.ledger.reading import (
    child_records,
    coverage_of,
    extract_of,
    faults_of,
    loads_of,
    records_of,
    set_aside_of,
)
from sightline.ledger.workspace import Workspace
from sightline.records.table import DATE, NUMBER, TEXT, WHOLE_NUMBER, YES_NO
from sightline.records.tables import TABLES
from sightline.sources.could_not import CouldNot
from tests.ledger.small_folder import GOOD_ROWS, write_good_folder, write_loose, write_rows


@pytest.fixture
def source(tmp_path):
    return write_good_folder(tmp_path / "source")


@pytest.fixture
def workspace(tmp_path):
    return Workspace(tmp_path / "workspace")


def rows_of(workspace, table):
    with workspace.reading() as backend:
        return records_of(backend)[table].to_pyarrow().to_pylist()


def filled(workspace):
    with workspace.reading() as backend:
        return {
            (row["table"], row["column"]): row["filled"] for row in coverage_of(backend).to_pylist()
        }


def reasons(report):
    return [(row["table"], row["row"], row["reason"]) for row in report.set_aside.to_pylist()]


def test_a_good_folder_comes_in_whole(source, workspace):
    report = load(source, workspace)
    assert report.exit_code == 0
    assert report.read == report.kept == sum(len(rows) for rows in GOOD_ROWS.values())
    assert report.set_aside_rows == report.faults.num_rows == 0
    with workspace.reading() as backend:
        assert extract_of(backend).authority == "Madeupshire"
        assert extract_of(backend).extract_day == date(2024, 3, 31)
        assert extract_of(backend).made_up
        assert set(records_of(backend)) == set(TABLES)
        assert loads_of(backend).num_rows == 1


def test_the_same_folder_twice_changes_nothing_and_says_so(source, workspace):
    load(source, workspace)
    before = workspace.current_file()
    again = load(source, workspace)
    assert again.unchanged
    assert again.kept == 9
    assert workspace.current_file() == before


def test_a_changed_folder_becomes_the_next_load_and_old_answers_go(source, workspace):
    load(source, workspace)
    with workspace.writing() as backend:
        backend.raw_sql("CREATE TABLE answers.measures AS SELECT 1 AS numerator")
    write_rows(source, "children", [*GOOD_ROWS["children"], {"child": "C4"}])
    report = load(source, workspace)
    assert report.load == 2
    assert not report.unchanged
    assert len(rows_of(workspace, "children")) == 4
    with workspace.reading() as backend:
        answers = "SELECT * FROM duckdb_tables() WHERE schema_name = 'answers'"
        assert backend.raw_sql(answers).fetchall() == []


def test_a_missing_table_is_empty_and_not_filled(source, workspace):
    load(source, workspace)
    assert rows_of(workspace, "referrals") == []
    assert not filled(workspace)["referrals", "received"]


def test_a_table_that_is_there_without_rows_is_filled(source, workspace):
    write_rows(source, "referrals", [])
    load(source, workspace)
    assert filled(workspace)["referrals", "received"]


def test_a_missing_column_is_empty_and_not_filled(source, workspace):
    write_loose(source, "protection_visits", {"child": ["C1"], "visited": [date(2022, 1, 20)]})
    report = load(source, workspace)
    assert report.exit_code == 0
    assert rows_of(workspace, "protection_visits")[0]["child_seen"] is None
    assert not filled(workspace)["protection_visits", "child_seen"]
    assert filled(workspace)["protection_visits", "visited"]


def test_an_empty_column_is_filled_where_another_explains_it(source, workspace):
    declined = {"interview": "I1", "child": "C1", "declined": date(2022, 1, 5)}
    write_rows(source, "return_interviews", [declined])
    load(source, workspace)
    assert filled(workspace)["return_interviews", "held"]
    write_rows(source, "return_interviews", [declined, {"interview": "I2", "child": "C2"}])
    load(source, workspace)
    assert not filled(workspace)["return_interviews", "held"]


def test_values_of_another_type_are_emptied_one_by_one_with_their_place(source, workspace):
    write_loose(
        source,
        "protection_visits",
        {
            "child": ["C1", "C2", "C2"],
            "visited": ["2022-01-20", "soon", "26/05/2023"],
            "child_seen": ["Y", "no", "perhaps"],
        },
    )
    report = load(source, workspace)
    assert report.exit_code == 1
    assert report.emptied == 2
    visits = rows_of(workspace, "protection_visits")
    assert [visit["visited"] for visit in visits] == [date(2022, 1, 20), None, date(2023, 5, 26)]
    assert [visit["child_seen"] for visit in visits] == [True, False, None]
    places = {(row["column"], row["row"]) for row in report.faults.to_pylist() if row["emptied"]}
    assert places == {("visited", 2), ("child_seen", 3)}


def test_a_column_of_which_nothing_reads_is_not_filled(source, workspace):
    write_loose(
        source,
        "protection_visits",
        {"child": ["C1", "C2"], "visited": ["Monday", "Tuesday"], "child_seen": [True, True]},
    )
    report = load(source, workspace)
    assert report.exit_code == 1
    assert report.kept == report.read
    assert not filled(workspace)["protection_visits", "visited"]
    assert filled(workspace)["protection_visits", "child_seen"]


def test_place_holders_read_as_empty_and_the_row_is_kept(source, workspace):
    write_loose(
        source,
        "protection_plans",
        {
            "plan": ["P1", "-1"],
            "child": ["C1", "C2"],
            "started": [date(2022, 1, 10), date(2023, 5, 2)],
            "ended": [date(1900, 1, 1), None],
            "initial_category": ["NEG", "SSD_PH"],
        },
    )
    report = load(source, workspace)
    assert report.exit_code == 0
    plans = rows_of(workspace, "protection_plans")
    assert [plan["ended"] for plan in plans] == [None, None]
    assert [plan["plan"] for plan in plans] == ["P1", None]
    assert [plan["initial_category"] for plan in plans] == ["NEG", None]
    said = {(row["column"], row["rows"]) for row in report.faults.to_pylist()}
    assert {("ended", 1), ("plan", 1), ("initial_category", 1)} <= said


def test_a_row_that_starts_on_a_place_holder_is_kept_and_said(source, workspace):
    plan = {"plan": "P1", "child": "C1", "started": date(1900, 1, 1), "ended": None}
    write_rows(source, "protection_plans", [plan, GOOD_ROWS["protection_plans"][1]])
    report = load(source, workspace)
    assert report.set_aside_rows == 0
    assert len(rows_of(workspace, "protection_plans")) == 2
    assert any("Nothing in started" in row["fault"] for row in report.faults.to_pylist())


def test_a_plan_that_ends_before_it_starts_is_set_aside(source, workspace):
    wrong = {**GOOD_ROWS["protection_plans"][0], "ended": date(2021, 1, 1)}
    write_rows(source, "protection_plans", [wrong, GOOD_ROWS["protection_plans"][1]])
    report = load(source, workspace)
    assert report.exit_code == 1
    assert [plan["plan"] for plan in rows_of(workspace, "protection_plans")] == ["P2"]
    assert reasons(report) == [
        ("protection_plans", 1, "It cannot be: the day in ended lies before the day in started.")
    ]


@pytest.mark.parametrize("turned", [False, True])
def test_of_two_children_with_one_id_the_fuller_row_stays_whatever_the_order(
    source, workspace, turned
):
    other = {"child": "C1", "born": date(2011, 1, 1)}
    children = [*GOOD_ROWS["children"], other]
    write_rows(source, "children", children[::-1] if turned else children)
    report = load(source, workspace)
    assert report.exit_code == 1
    kept = {child["child"]: child["born"] for child in rows_of(workspace, "children")}
    assert kept["C1"] == date(2015, 6, 1)
    assert [reason for *_, reason in reasons(report)] == [
        "Two children have this id; the fuller row is kept."
    ]


def test_a_visit_to_a_child_nobody_knows_is_set_aside(source, workspace):
    lost = {"visit": "V9", "child": "X9", "visited": date(2022, 2, 2)}
    write_rows(source, "protection_visits", [*GOOD_ROWS["protection_visits"], lost])
    report = load(source, workspace)
    assert report.exit_code == 1
    assert len(rows_of(workspace, "protection_visits")) == 3
    assert [(table, row) for table, row, _ in reasons(report)] == [("protection_visits", 4)]
    with workspace.reading() as backend:
        (row,) = set_aside_of(backend).to_pylist()
    assert row["child"] == "X9"
    assert "2022-02-02" in row["row_values"]


def test_the_same_row_twice_counts_once(source, workspace):
    visits = GOOD_ROWS["protection_visits"]
    write_rows(source, "protection_visits", [*visits, visits[0]])
    report = load(source, workspace)
    assert len(rows_of(workspace, "protection_visits")) == 3
    assert reasons(report) == [("protection_visits", 4, "The same row stands twice; one is kept.")]


def test_an_id_that_siblings_share_stays_each_childs_own(source, workspace):
    conference = {"conference": "K", "held": date(2022, 1, 9), "plan_agreed": True}
    write_rows(
        source,
        "initial_conferences",
        [{**conference, "child": "C1"}, {**conference, "child": "C2"}],
    )
    write_rows(
        source,
        "protection_plans",
        [{**plan, "conference": "K"} for plan in GOOD_ROWS["protection_plans"]],
    )
    report = load(source, workspace)
    assert report.set_aside_rows == 0
    conferences = {
        row["child"]: row["conference"] for row in rows_of(workspace, "initial_conferences")
    }
    plans = {row["child"]: row["conference"] for row in rows_of(workspace, "protection_plans")}
    assert conferences == plans
    assert conferences["C1"] != conferences["C2"]


def test_a_visit_that_names_only_its_plan_finds_its_child(source, workspace):
    write_loose(
        source, "protection_visits", {"plan": ["P2"], "visited": [date(2023, 6, 1)], "visit": ["V"]}
    )
    report = load(source, workspace)
    assert report.exit_code == 0
    assert rows_of(workspace, "protection_visits")[0]["child"] == "C2"
    assert filled(workspace)["protection_visits", "child"]


def test_overlapping_plans_are_shown_and_kept(source, workspace):
    second = {"plan": "P3", "child": "C1", "started": date(2022, 8, 1), "ended": None}
    write_rows(source, "protection_plans", [*GOOD_ROWS["protection_plans"], second])
    report = load(source, workspace)
    assert report.exit_code == 0
    (fault,) = report.faults.to_pylist()
    assert fault["key"] == "P3"
    assert "another plan" in fault["fault"]
    assert len(rows_of(workspace, "protection_plans")) == 3


def test_a_code_nobody_knows_is_shown_and_kept(source, workspace):
    write_rows(
        source, "children", [{**GOOD_ROWS["children"][0], "sex": "Q"}, *GOOD_ROWS["children"][1:]]
    )
    report = load(source, workspace)
    (fault,) = report.faults.to_pylist()
    assert (fault["table"], fault["column"], fault["value"]) == ("children", "sex", "Q")
    assert rows_of(workspace, "children")[0]["sex"] == "Q"


def test_without_an_extract_the_day_is_told_from_the_records(source, workspace):
    (source / "extract.parquet").unlink()
    report = load(source, workspace)
    assert report.authority == "unnamed"
    assert report.extract_day == date(2023, 5, 26)
    assert any("2023-05-26" in note for note in report.notes)


def test_the_settings_name_an_authority_that_its_source_does_not(source, workspace):
    (source / "extract.parquet").unlink()
    workspace.folder.mkdir()
    (workspace.folder / "sightline.toml").write_text('authority = "Northmoor"\n')
    assert load(source, workspace).authority == "Northmoor"


def test_one_childs_records_in_the_order_they_happened(source, workspace):
    load(source, workspace)
    with workspace.reading() as backend:
        records = child_records(backend, "C2")
        assert child_records(backend, "nobody") == {}
    assert [visit["visit"] for visit in records["protection_visits"]] == ["V2", "V3"]
    assert records["children"][0]["born"] == date(2018, 2, 3)
    assert "referrals" not in records


def test_every_set_aside_row_names_its_place_and_how_to_mend_it(source, workspace):
    write_rows(source, "protection_visits", [{"visit": "V1", "visited": date(2022, 2, 2)}])
    load(source, workspace)
    with workspace.reading() as backend:
        (row,) = set_aside_of(backend).to_pylist()
        assert faults_of(backend).num_rows == 0
    assert (row["file"], row["row"], row["key"]) == ("protection_visits.parquet", 1, "V1")
    assert row["reason"] == "The row names no child."
    assert row["how_to_mend"]


def test_without_children_nothing_is_thrown_away(source, workspace):
    (source / "children.parquet").write_text("<!DOCTYPE html><html></html>")
    report = load(source, workspace)
    assert report.exit_code == 1
    assert report.set_aside_rows == 0
    assert len(rows_of(workspace, "protection_visits")) == 3
    assert any("children could not be read" in note for note in report.notes)


def test_an_empty_folder_is_refused_and_nothing_is_made(tmp_path, workspace):
    (tmp_path / "empty").mkdir()
    with pytest.raises(CouldNot, match="no source that Sightline knows"):
        load(tmp_path / "empty", workspace)
    assert not workspace.folder.exists()


def test_a_full_row_of_every_table_comes_in_as_it_was(tmp_path, workspace):
    """Columns are named in practitioners' words: none may clash with a name the load itself uses."""
    full = tmp_path / "full"
    full.mkdir()
    samples = {DATE: date(2024, 1, 1), YES_NO: True, TEXT: "words", WHOLE_NUMBER: 3, NUMBER: 2.5}
    written = {
        name: {column.name: samples[column.type] for column in table.columns}
        for name, table in TABLES.items()
    }
    for name, row in written.items():
        write_rows(full, name, [row])
    report = load(full, workspace)
    assert report.set_aside_rows == 0
    assert {name: rows_of(workspace, name)[0] for name in TABLES} == written
    assert all(filled(workspace).values())


def test_a_ledger_of_an_earlier_sightline_says_what_to_do(source, workspace):
    load(source, workspace)
    with workspace.writing() as backend:
        backend.raw_sql("DROP TABLE records.workers")
    with workspace.reading() as backend, pytest.raises(CouldNot, match="an earlier Sightline"):
        records_of(backend)["workers"]
