"""What is recorded here is a source of the ledger, through one view for each record table."""

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime

import pytest
from django.db import connection

from sightline.casework import recording
from sightline.casework.recorded_tables import FILLED_HERE
from sightline.ledger.load import load
from sightline.ledger.workspace import Workspace
from sightline.records.tables import TABLES
from sightline.sources import recorded_here
from tests.casework.people import CHILD, somebody
from tests.ledger.small_folder import write_good_folder, write_rows
from tests.ledger.two_sources import rows_of

pytestmark = pytest.mark.django_db

MISSING = {"missing_episode": "M2", "child": "C1", "started": date(2023, 9, 7), "returned": date(2023, 9, 9)}  # fmt: skip


@pytest.fixture
def holder():
    return somebody("practitioner", worker="W1")


@pytest.fixture
def database(tmp_path):
    """Copies the casework database of the test into a file, as the ledger meets it."""

    def copied():
        file = tmp_path / "casework.sqlite3"
        file.unlink(missing_ok=True)
        with closing(sqlite3.connect(file)) as target:
            target.executescript("\n".join(connection.connection.iterdump()))
        return file

    return copied


def record_interview(by):
    """Record the return interview of the made-up missing episode."""
    given = {"missing_episode": "2023-09-07", "offered": "2023-09-09", "held": "2023-09-11", "independent": True}  # fmt: skip
    return recording.record(by=by, child=CHILD, table="return_interviews", given=given)


def test_a_return_interview_recorded_here_is_met_in_the_records(tmp_path, holder, database):
    source = write_good_folder(tmp_path / "source")
    write_rows(source, "missing_episodes", [MISSING])
    workspace = Workspace(tmp_path / "workspace")
    load(source, workspace, now=datetime(2024, 4, 1, tzinfo=UTC))
    record_interview(holder)
    report = load(database(), workspace, now=datetime(2024, 4, 2, tzinfo=UTC))
    assert report.exit_code == 0
    (interview,) = rows_of(workspace, "return_interviews")
    assert interview["missing_episode"] == "M2"
    assert (interview["held"], interview["independent"]) == (date(2023, 9, 11), True)


def test_the_view_holds_the_version_that_stands_until_it_is_withdrawn(holder, database):
    one = record_interview(holder)
    given = {"missing_episode": "2023-09-07", "declined": "2023-09-10"}
    recording.correct(by=holder, child=CHILD, recording=one, seen=1, given=given, why="Declined.")
    columns, (row,) = recorded_here._views(database())["return_interviews"]
    told = dict(zip(columns, row, strict=True))
    assert (told["held"], told["declined"]) == (None, "2023-09-10")
    recording.withdraw(by=holder, child=CHILD, recording=one, seen=2, why="Another child's.")
    assert recorded_here._views(database())["return_interviews"][1] == []


def test_every_view_holds_the_columns_of_its_record_table_as_declared(database):
    views = recorded_here._views(database())
    assert set(views) == set(FILLED_HERE)
    for name, (columns, _) in views.items():
        assert set(columns) == set(TABLES[name].column_names) | {"recorded_by", "recorded_on"}


def test_who_recorded_is_a_number_that_says_nothing_of_their_role(holder, database):
    record_interview(holder)
    columns, (row,) = recorded_here._views(database())["return_interviews"]
    told = dict(zip(columns, row, strict=True))
    assert (told["recorded_by"], told["child"]) == (holder.pk, "C1")
    assert "practitioner" not in str(row)
