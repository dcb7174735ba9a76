"""What people record in Sightline itself, read from views of a small made-up casework database."""

import sqlite3
from contextlib import closing
from datetime import date

import pytest

from sightline.cli import main
from sightline.ledger.disagreements import disagreements_of
from sightline.ledger.load import load
from sightline.ledger.reading import extract_of, faults_of
from sightline.ledger.workspace import Workspace
from sightline.sources import recorded_here
from sightline.sources.could_not import CouldNot
from sightline.sources.doors import door_for
from tests.ledger.small_folder import write_good_folder, write_rows
from tests.ledger.two_sources import MONDAY, TUESDAY, WEDNESDAY, filled, rows_of

MISSING = [
    {
        "missing_episode": "M1",
        "child": "C1",
        "started": date(2023, 5, 1),
        "returned": date(2023, 5, 2),
    },
    {
        "missing_episode": "M2",
        "child": "C1",
        "started": date(2023, 9, 7),
        "returned": date(2023, 9, 9),
    },
]
INTERVIEWS = """
CREATE TABLE held (id INTEGER PRIMARY KEY, child TEXT, went TEXT, offered TEXT, held TEXT,
    apart INTEGER, who INTEGER, at TEXT);
INSERT INTO held VALUES (1, 'C1', '2023-09-07', '2023-09-09', '2023-09-11', 1, 17, '2023-09-11 16:20:00');
CREATE VIEW recorded_return_interviews AS
SELECT id AS interview, child, went AS missing_episode, offered, held, apart AS independent,
    who AS recorded_by, at AS recorded_on, 'on the way' AS no_such_column FROM held;
"""
BIRTHS = """
CREATE VIEW recorded_children AS
SELECT 'C30' AS child, 'C3' AS unborn_id, 17 AS recorded_by, '2024-03-30' AS recorded_on;
"""


@pytest.fixture
def source(tmp_path):
    source = write_good_folder(tmp_path / "source")
    write_rows(source, "missing_episodes", MISSING)
    return source


@pytest.fixture
def workspace(tmp_path, source):
    workspace = Workspace(tmp_path / "workspace")
    load(source, workspace, now=MONDAY)
    return workspace


@pytest.fixture
def database(tmp_path):
    return write_database(tmp_path / "casework.sqlite3", INTERVIEWS)


def write_database(path, statements):
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(statements)
    return path


def test_an_interview_recorded_here_belongs_to_the_episode_of_the_extract(workspace, database):
    report = load(database, workspace, now=TUESDAY)
    assert (report.told_by, report.read, report.kept, report.exit_code) == (
        "recorded-here",
        2,
        2,
        0,
    )
    (interview,) = rows_of(workspace, "return_interviews")
    assert interview["missing_episode"] == "M2"
    assert interview["held"] == date(2023, 9, 11)
    assert interview["independent"] is True


def test_the_episode_is_found_again_when_the_extract_numbers_its_rows_anew(
    source, workspace, database
):
    load(database, workspace, now=TUESDAY)
    write_rows(
        source,
        "missing_episodes",
        [{**one, "missing_episode": f"{one['missing_episode']}x"} for one in MISSING],
    )
    load(source, workspace, now=WEDNESDAY)
    (interview,) = rows_of(workspace, "return_interviews")
    assert interview["missing_episode"] == "M2x"


def test_what_is_recorded_fills_what_the_extract_leaves_empty(source, workspace, database):
    offered = {
        "interview": "I1",
        "child": "C1",
        "missing_episode": "M2",
        "offered": date(2023, 9, 9),
    }
    write_rows(source, "return_interviews", [{**offered, "independent": False}])
    load(source, workspace, now=TUESDAY)
    load(database, workspace, now=WEDNESDAY)
    (interview,) = rows_of(workspace, "return_interviews")
    assert (interview["interview"], interview["held"]) == ("I1", date(2023, 9, 11))
    # The case system says otherwise: it stands, and the disagreement shows.
    assert interview["independent"] is False
    with workspace.reading() as backend:
        (one,) = disagreements_of(backend).to_pylist()
        assert extract_of(backend).extract_day == date(2024, 3, 31)
    assert (one["column"], one["stands"], one["other"]) == ("independent", "false", "true")
    assert one["how_to_mend"].endswith("the Sightline folder or in what is recorded here.")


def test_loading_again_changes_nothing_until_something_is_recorded(workspace, database):
    load(database, workspace, now=TUESDAY)
    assert load(database, workspace).unchanged
    write_database(database, "UPDATE held SET held = '2023-09-12'")
    report = load(database, workspace, now=WEDNESDAY)
    assert sum(one.changed for one in report.changes) == 1
    assert rows_of(workspace, "return_interviews")[0]["held"] == date(2023, 9, 12)


def test_a_person_may_say_under_which_id_a_child_was_known_before_birth(
    tmp_path, source, workspace
):
    born = {"child": "C30", "born": date(2024, 3, 20)}
    from tests.ledger.small_folder import GOOD_ROWS

    write_rows(source, "children", [*GOOD_ROWS["children"], born])
    load(source, workspace, now=TUESDAY)
    assert len(rows_of(workspace, "children")) == 4
    load(write_database(tmp_path / "births.sqlite3", BIRTHS), workspace, now=WEDNESDAY)
    children = {row["child"]: row for row in rows_of(workspace, "children")}
    assert set(children) == {"C1", "C2", "C30"}
    assert children["C30"]["expected_birth"] == date(2024, 6, 1)


def test_a_view_that_does_not_say_who_and_when_is_left_and_said(tmp_path, workspace):
    views = (
        INTERVIEWS
        + "CREATE VIEW recorded_core_groups AS SELECT 'C1' AS child, '2023-01-01' AS held;"
    )
    report = load(write_database(tmp_path / "views.sqlite3", views), workspace)
    assert report.exit_code == 1
    (file,) = report.unread_files
    assert file.file == "recorded_core_groups"
    assert "recorded_by and recorded_on" in file.reason
    assert len(rows_of(workspace, "return_interviews")) == 1


def test_a_fault_in_what_is_recorded_names_whom_to_ask(workspace, database):
    write_database(database, "UPDATE held SET held = 'tomorrow'")
    assert load(database, workspace).exit_code == 1
    with workspace.reading() as backend:
        places = {row["file"] for row in faults_of(backend).to_pylist() if row["emptied"]}
    assert places == {"recorded_return_interviews, by 17"}


def test_a_database_without_such_views_is_refused_in_a_sentence(tmp_path, workspace):
    empty = write_database(tmp_path / "empty.sqlite3", "CREATE TABLE other (name TEXT)")
    with pytest.raises(CouldNot, match="no view of what is recorded here"):
        load(empty, workspace)
    broken = tmp_path / "broken.sqlite3"
    broken.write_bytes(recorded_here.SQLITE_BEGINS_WITH + b"not a database" * 200)
    with pytest.raises(CouldNot, match="cannot be read") as refused:
        load(broken, workspace)
    assert refused.value.next_step


def test_nothing_can_be_written_through_the_door(database):
    before = database.read_bytes()
    recorded_here.read(database)
    assert database.read_bytes() == before


def test_the_address_of_a_file_and_of_a_server(database, workspace, capsys):
    assert door_for(database).name == "recorded-here"
    address = f"sqlite:///{database}"
    assert main(["load", address, "--workspace", str(workspace.folder)]) == 0
    assert "return_interviews" in capsys.readouterr().out
    told = ["load", "postgresql://nobody@127.0.0.1:1/casework", "--as", "recorded-here"]
    assert main([*told, "--workspace", str(workspace.folder)]) == 2
    assert "cannot be reached" in capsys.readouterr().err


def test_a_table_in_which_nobody_recorded_anything_yet_proves_nothing(tmp_path, workspace):
    nothing_yet = INTERVIEWS + "DELETE FROM held;"
    load(write_database(tmp_path / "empty.sqlite3", nothing_yet), workspace, now=TUESDAY)
    assert not filled(workspace)["return_interviews", "held"]
    load(write_database(tmp_path / "one.sqlite3", INTERVIEWS), workspace, now=WEDNESDAY)
    assert filled(workspace)["return_interviews", "held"]
