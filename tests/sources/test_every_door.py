"""One made-up authority through every door: each brings in the same facts for what its format holds."""

from datetime import datetime

import pytest

from sightline.ledger.load import load
from sightline.ledger.reading import records_of
from sightline.ledger.workspace import Workspace
from sightline.records.ssd_fields import fields_that_fill
from sightline.records.tables import TABLES
from sightline.synthetic.authority import synthesise
from sightline.synthetic.ssd_folder import AS_SPECIFIED
from sightline.synthetic.writing import TOLD
from sightline.synthetic.written_as import (
    ANNEX_A,
    CIN_CENSUS,
    SSD,
    SSDA903,
    write_as,
    write_to_database,
)
from tests.sources.formats.annex_a import annex_a
from tests.sources.formats.census import census
from tests.sources.formats.return_on_care import return_on_care
from tests.sources.formats.rows import Facts, compare, pick
from tests.sources.ssd import postgresql

CHILDREN = 700
SEED = 21
NOW = datetime(2024, 5, 1, 8)

# What the Dataset cannot say as our words do (see the tests of its adapters).
OTHERWISE_SAID = {
    ("contacts", "outcome"),
    ("referrals", "outcome"),
    ("assessments", "outcome"),
    ("enquiries", "outcome"),
    ("children", "unaccompanied"),
    ("assessment_factors", "factors_record"),
}


@pytest.fixture(scope="module")
def records(tmp_path_factory):
    """The authority as Sightline's own folder."""
    folder = tmp_path_factory.mktemp("records")
    synthesise(CHILDREN, SEED, folder)
    return folder


@pytest.fixture(scope="module")
def brought_in(tmp_path_factory):
    """Loads a source into a workspace of its own: its report and its rows by table."""

    def bring_in(source):
        workspace = Workspace(tmp_path_factory.mktemp("workspace"))
        report = load(source, workspace, now=NOW)
        with workspace.reading() as backend:
            rows = {name: table.to_pyarrow() for name, table in records_of(backend).items()}
        return report, {name: table.to_pylist() for name, table in rows.items()}

    return bring_in


@pytest.fixture(scope="module")
def own(records, brought_in):
    """The authority's rows as its own folder brings them in."""
    return brought_in(records)[1]


def columns_of_the_dataset(table: str) -> tuple[str, ...]:
    """The columns of a record table that the Dataset has a field for."""
    return tuple(
        column.name
        for column in TABLES[table].columns
        if (table, column.name) not in OTHERWISE_SAID and fields_that_fill(table, column.name)
    )


def as_it_is(row: dict) -> dict:
    """A row that the Dataset holds as we do."""
    return row


def team_of_today(row: dict) -> dict | None:
    """The Dataset knows what each team belongs to now, and nothing of before."""
    return row if row["ended"] is None else None


def leaver_as_last_known(row: dict) -> dict:
    """The Dataset keeps no day: the later of the last contact and the last review is taken."""
    known = [row[name] for name in ("latest_contact", "pathway_plan_reviewed") if row[name]]
    return {**row, "as_of": max(known, default=None)}


AS_THE_DATASET_HAS_IT = {"teams": team_of_today, "care_leavers": leaver_as_last_known}


def the_dataset(own) -> Facts:
    """All that the Dataset has fields for."""
    return {
        name: pick(
            [row for row in map(AS_THE_DATASET_HAS_IT.get(name, as_it_is), own[name]) if row],
            *columns_of_the_dataset(name),
        )
        for name in TOLD
        if columns_of_the_dataset(name)
    }


def said_by_nobody(facts: Facts) -> list[str]:
    """Tables of which the authority says nothing: the comparison would compare nothing."""
    return [name for name, (_, rows) in facts.items() if not rows]


def filled(facts: Facts, own) -> Facts:
    """The facts without columns that the made-up authority never fills."""
    return {
        name: pick(
            [dict(zip(columns, row, strict=True)) for row in rows],
            *(
                column
                for column in columns
                if any(row.get(column) is not None for row in own[name])
            ),
        )
        for name, (columns, rows) in facts.items()
    }


def test_the_dataset_as_a_folder(records, own, brought_in, tmp_path):
    source = write_as(SSD, records, tmp_path / "ssd", flavour=AS_SPECIFIED)
    report, theirs = brought_in(source)
    assert report.exit_code == 0
    compare(filled(the_dataset(own), own), theirs)


def test_the_dataset_in_postgresql(records, own, brought_in):
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    programs = postgresql.programs()
    if programs is None:
        pytest.skip("no PostgreSQL server (initdb) on this machine")
    with postgresql.server(programs) as address:
        report, theirs = brought_in(write_to_database(records, address))
    assert report.set_aside_rows == 0
    compare(filled(the_dataset(own), own), theirs)


def test_the_census(records, own, brought_in, tmp_path):
    source = write_as(CIN_CENSUS, records, tmp_path, structure="2026-27")
    report, theirs = brought_in(source)
    assert report.exit_code == 0
    facts = census(own)
    assert said_by_nobody(facts) == []
    compare(facts, theirs)


@pytest.mark.parametrize("structure", ["2022-23", "2023-24", "2024-25", "2025-26"])
def test_the_census_in_earlier_structures(records, own, brought_in, tmp_path, structure):
    source = write_as(CIN_CENSUS, records, tmp_path, structure=structure)
    report, theirs = brought_in(source)
    assert report.exit_code == 0
    facts = census(own)
    columns, _ = facts["pre_proceedings"]
    compare({**facts, "pre_proceedings": (columns, [])}, theirs)


def test_the_workbook(records, own, brought_in, tmp_path):
    report, theirs = brought_in(write_as(ANNEX_A, records, tmp_path))
    assert report.exit_code == 0
    facts = annex_a(own)
    assert said_by_nobody(facts) in ([], ["permanence"])
    compare(facts, theirs)


def test_the_return_on_children_looked_after(records, own, brought_in, tmp_path):
    report, theirs = brought_in(write_as(SSDA903, records, tmp_path / "return"))
    assert report.exit_code == 0
    facts = return_on_care(own)
    assert said_by_nobody(facts) in ([], ["previous_permanence"])
    compare(facts, theirs)
