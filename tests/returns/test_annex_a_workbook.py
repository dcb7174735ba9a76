"""The workbook of a made-up authority: read again, counted another way, on an earlier day."""

import stat
from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from sightline.ledger.load import load
from sightline.ledger.reading import records_of
from sightline.ledger.workspace import Workspace
from sightline.measures.spans import children_in_care, children_on_protection_plans
from sightline.returns.annex_a.checks import IMPOSSIBLE, KINDS
from sightline.returns.annex_a.workbook import write_annex_a
from sightline.sources.could_not import CouldNot
from sightline.sources.headings_of_annex_a import HEADINGS
from tests.sources.formats.annex_a import annex_a
from tests.sources.formats.rows import compare

EARLIER = date(2022, 5, 31)


def rows_of(workspace):
    """Every record of a workspace."""
    with workspace.reading() as backend:
        return {name: table.to_pyarrow().to_pylist() for name, table in records_of(backend).items()}


def test_loaded_again_it_gives_the_same_facts(authority, tmp_path):
    again = Workspace(tmp_path / "again")
    report = load(authority.written.file, again)
    assert report.exit_code == 0
    facts = annex_a(rows_of(authority.workspace))
    assert [name for name, (_, rows) in facts.items() if not rows] in ([], ["permanence"])
    compare(facts, rows_of(again))


def test_every_list_is_as_long_as_the_records_say_counted_another_way(authority):
    assert {one.number for one in authority.written.counts} == set(HEADINGS)
    assert [one for one in authority.written.counts if not one.agrees] == []
    assert all(one.in_the_records for one in authority.written.counts)


@pytest.mark.parametrize(
    ("number", "table", "spans"),
    [
        (7, "protection_plans", children_on_protection_plans),
        (8, "care_episodes", children_in_care),
    ],
)
def test_counts_are_those_of_the_figures_on_the_pages(authority, number, table, spans):
    day = authority.written.day
    with authority.workspace.reading() as backend:
        running = spans(records_of(backend)[table]).to_pyarrow().to_pylist()
    children = {
        row["child"]
        for row in running
        if row["begins"] <= day and (row["over"] is None or row["over"] > day)
    }
    (counted,) = (one for one in authority.written.counts if one.number == number)
    assert counted.on_the_list == len(children)


def test_a_list_that_differs_from_the_records_is_said(authority, tmp_path, monkeypatch):
    from sightline.returns.annex_a import lists

    monkeypatch.setitem(lists.MAKE, 7, lambda told, period: iter(()))
    with authority.workspace.reading() as backend:
        written = write_annex_a(backend, tmp_path / "annex-a.xlsx")
    assert [one.number for one in written.counts if not one.agrees] == [7]
    assert written.to_mend


def test_only_its_owner_may_read_it_and_it_says_that_it_is_made_up(authority):
    assert stat.S_IMODE(authority.written.file.stat().st_mode) == 0o600
    workbook = CalamineWorkbook.from_path(authority.written.file)
    for name in workbook.sheet_names:
        assert workbook.get_sheet_by_name(name).to_python()[0][0].startswith("Made up")


def test_sheets_stand_in_order_with_the_headings_of_each_list(authority):
    workbook = CalamineWorkbook.from_path(authority.written.file)
    assert workbook.sheet_names[-5:] == ["Check", "Counts", "Sample", "About", "Workers"]
    for name, (number, (_, headings)) in zip(
        workbook.sheet_names[: len(HEADINGS)], HEADINGS.items(), strict=True
    ):
        sheet = workbook.get_sheet_by_name(name).to_python()
        assert tuple(sheet[1]) == headings
        assert len(sheet) - 2 == authority.written.rows[number]


def test_the_check_stands_on_its_sheet_with_row_numbers_and_no_child(authority):
    workbook = CalamineWorkbook.from_path(authority.written.file)
    _, heads, *rows = workbook.get_sheet_by_name("Check").to_python()
    assert len(rows) == len(authority.written.faults) > 0
    assert {row[heads.index("Kind")] for row in rows} <= set(KINDS)
    for row in rows:
        first = int(str(row[heads.index("The first of them")]).split(",")[0].split(".")[0])
        assert first >= 3, "rows are counted as a spreadsheet counts, below note and headings"


def test_workers_are_named_on_a_sheet_of_their_own(authority):
    workbook = CalamineWorkbook.from_path(authority.written.file)
    _, _, *named = workbook.get_sheet_by_name("Workers").to_python()
    sheet = workbook.get_sheet_by_name("List 3 Referrals").to_python()
    place = sheet[1].index("Allocated Worker")
    assert {row[place] for row in sheet[2:] if row[place]} <= {row[0] for row in named}


def test_an_earlier_day_knows_nothing_of_what_came_later(authority, tmp_path):
    with authority.workspace.reading() as backend:
        written = write_annex_a(backend, tmp_path / "annex-a.xlsx", on=EARLIER)
    assert written.day == EARLIER
    assert [fault for fault in written.faults if fault.kind == IMPOSSIBLE] == []
    assert [one for one in written.counts if not one.agrees] == []
    assert any("left out" in note for note in written.notes)
    workbook = CalamineWorkbook.from_path(tmp_path / "annex-a.xlsx")
    days = [
        cell
        for name in workbook.sheet_names[: len(HEADINGS)]
        for row in workbook.get_sheet_by_name(name).to_python()
        for cell in row
        if isinstance(cell, date)
    ]
    assert days
    expected_births = 280  # days: the only dates that may lie ahead
    assert max((day - EARLIER).days for day in days) <= expected_births


def test_a_day_the_records_do_not_reach_is_refused(authority, tmp_path):
    with (
        authority.workspace.reading() as backend,
        pytest.raises(CouldNot, match="speak of no day after 2024-04-30"),
    ):
        write_annex_a(backend, tmp_path / "annex-a.xlsx", on=date(2024, 5, 1))
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_said_and_leaves_nothing(authority, tmp_path):
    (tmp_path / "file").touch()
    with (
        authority.workspace.reading() as backend,
        pytest.raises(CouldNot, match="cannot be written"),
    ):
        write_annex_a(backend, tmp_path / "file" / "annex-a.xlsx")


def test_from_april_2026_gender_is_sex():
    from sightline.returns.annex_a.workbook import _as_worded_on

    assert _as_worded_on(date(2026, 3, 31), ["Gender"]) == ["Gender"]
    assert _as_worded_on(date(2026, 4, 1), ["Gender", "Ethnicity"]) == ["Sex", "Ethnicity"]
