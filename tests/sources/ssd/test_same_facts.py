"""Both doors bring in the same facts for what the Dataset holds, whichever system filled it."""

from datetime import datetime

import pytest

from sightline.ledger.load import load
from sightline.ledger.reading import coverage_of, records_of
from sightline.ledger.workspace import Workspace
from sightline.records.ssd_fields import fields_that_fill
from sightline.records.tables import TABLES
from sightline.synthetic.ssd_folder import AS_SPECIFIED
from sightline.synthetic.writing import TOLD

# What the Dataset cannot say as our words do: an outcome is a flag of a fixed list, no status of
# immigration means that nobody wrote one, and a key of a set of factors is the Dataset's own.
OTHERWISE_SAID = {
    "contacts.outcome",
    "assessments.outcome",
    "enquiries.outcome",
    "children.unaccompanied",
    "assessment_factors.factors_record",
}
# Mosaic tells a team's number and never its name; a visit must name its plan, having no child.
NOT_IN_MOSAIC = {"team", "plan"}
FLAVOURS = (AS_SPECIFIED, "systemc", "mosaic", "eclipse")
# The Dataset knows what each team belongs to now, and nothing of before.
ONLY_TODAYS = {"teams"}
NOW = datetime(2024, 5, 1, 8)


@pytest.fixture(scope="module")
def loaded(records, written, tmp_path_factory):
    """Loads a source once: its report, records and coverage."""
    done = {}

    def load_once(source_name: str):
        if source_name not in done:
            source = records if source_name == "own" else written(source_name)
            workspace = Workspace(tmp_path_factory.mktemp("workspace"))
            report = load(source, workspace, now=NOW)
            with workspace.reading() as backend:
                rows = {name: table.to_pyarrow() for name, table in records_of(backend).items()}
                filled = {
                    (row["table"], row["column"])
                    for row in coverage_of(backend).to_pylist()
                    if row["filled"]
                }
            done[source_name] = report, rows, filled
        return done[source_name]

    return load_once


def comparable(flavour: str) -> dict[str, list[str]]:
    """The columns, by table, that the made-up authority tells and that system's Dataset fills."""
    return {
        name: [
            column.name
            for column in TABLES[name].columns
            if f"{name}.{column.name}" not in OTHERWISE_SAID
            and not (flavour == "mosaic" and column.name in NOT_IN_MOSAIC)
            and any(
                flavour not in field.not_filled_by for field in fields_that_fill(name, column.name)
            )
        ]
        for name in TOLD
    }


def said(rows, columns) -> list[str]:
    return sorted(str(row) for row in rows.select(columns).to_pylist())


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_the_dataset_brings_in_what_our_own_folder_brings_in(loaded, flavour):
    _, own, own_filled = loaded("own")
    _, theirs, _ = loaded(flavour)
    compared = 0
    for name, columns in comparable(flavour).items():
        columns = [column for column in columns if (name, column) in own_filled]
        compared += len(columns)
        if not columns:
            continue
        ours = own[name]
        if name in ONLY_TODAYS:
            ours = ours.filter(ours["ended"].is_null())
        assert said(theirs[name], columns) == said(ours, columns), name
    assert compared > 60


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_nothing_is_set_aside_and_no_code_is_unknown(loaded, flavour):
    report, _, _ = loaded(flavour)
    assert report.set_aside_rows == 0
    assert not report.unread_files
    faults = {(row["table"], row["column"], row["fault"]) for row in report.faults.to_pylist()}
    assert {fault for fault in faults if "code is not in the list" in fault[2]} == set()


def test_the_child_of_a_row_that_names_none_is_found(loaded):
    """Mosaic: visits, reviews, placements and allocations without a child."""
    _, own, _ = loaded("own")
    _, mosaic, filled = loaded("mosaic")
    for name in ("child_in_need_visits", "protection_visits", "review_conferences", "placements"):
        assert said(mosaic[name], ["child"]) == said(own[name], ["child"]), name
        assert (name, "child") in filled
    assert said(mosaic["allocations"], ["child", "started"]) == said(
        own["allocations"], ["child", "started"]
    )


def test_workers_without_an_id_are_known_by_their_staff_number(loaded):
    _, own, _ = loaded("own")
    _, mosaic, _ = loaded("mosaic")
    assert said(mosaic["workers"], ["worker"]) == said(own["workers"], ["worker"])


@pytest.mark.parametrize(
    ("flavour", "column"),
    [
        ("systemc", ("workers", "agency")),
        ("mosaic", ("placements", "miles_from_home")),
        ("mosaic", ("workers", "name")),
        ("eclipse", ("contacts", "outcome")),
        ("eclipse", ("referrals", "team")),
        ("systemc", ("supervision", "held")),
        ("systemc", ("strategy_discussions", "held")),
        ("systemc", ("contacts", "decided")),
    ],
)
def test_what_a_system_leaves_out_counts_as_not_filled(loaded, flavour, column):
    _, _, filled = loaded(flavour)
    assert column not in filled


def test_unaccompanied_children_are_told_by_words(loaded):
    _, own, _ = loaded("own")
    _, theirs, _ = loaded("systemc")

    def unaccompanied(rows) -> set[str]:
        return {row["child"] for row in rows["children"].to_pylist() if row["unaccompanied"]}

    assert unaccompanied(theirs) == unaccompanied(own)


def test_the_second_load_of_the_same_content_changes_nothing(written, tmp_path):
    workspace = Workspace(tmp_path)
    load(written("systemc"), workspace, now=NOW)
    assert load(written("systemc"), workspace, now=NOW).unchanged


def test_csv_and_parquet_tell_the_same(written, tmp_path):
    first, second = Workspace(tmp_path / "first"), Workspace(tmp_path / "second")
    from_parquet = load(written("mosaic", "parquet"), first, now=NOW)
    from_csv = load(written("mosaic", "csv"), second, now=NOW)
    assert from_csv.counts == from_parquet.counts
    with first.reading() as one, second.reading() as other:
        for name, rows in records_of(one).items():
            theirs = records_of(other)[name].to_pyarrow()
            columns = TABLES[name].column_names
            assert said(theirs, columns) == said(rows.to_pyarrow(), columns), name
