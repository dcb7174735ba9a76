"""``sightline load`` on every kind of bad input: a sentence, every good row kept, counted."""

from datetime import date

import pyarrow.parquet
import pytest

from sightline.cli import main
from sightline.cli.load import DOOR_NAMES
from sightline.ledger.reading import records_of
from sightline.ledger.workspace import Workspace
from sightline.sources.doors import DOORS
from tests.cli.commands import run
from tests.ledger.small_folder import GOOD_ROWS, write_good_folder, write_loose, write_rows


@pytest.fixture
def source(tmp_path):
    return write_good_folder(tmp_path / "source")


@pytest.fixture
def workspace(tmp_path):
    return tmp_path / "workspace"


@pytest.fixture
def loading(source, workspace, capsys):
    """Runs the command; gives its exit code and what it said."""

    def load():
        code = main(["load", str(source), "--workspace", str(workspace)])
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return code, said.out + said.err

    return load


def rows_kept(workspace, table):
    with Workspace(workspace).reading() as backend:
        return records_of(backend)[table].count().execute()


def test_in_a_process_of_its_own(source, workspace):
    ran = run("load", source, "--workspace", workspace)
    assert ran.code == 0
    assert "Madeupshire, up to 2024-03-31" in ran.said
    assert ran.complained == ""  # no progress bar where there is no terminal
    again = run("load", source, "--workspace", workspace)
    assert again.code == 0
    assert "Nothing has changed" in again.said


def test_a_folder_that_is_not_there(workspace):
    ran = run("load", "nowhere-at-all", "--workspace", workspace)
    assert ran.code == 2
    assert ran.complained.splitlines() == [
        "There is no folder or file called nowhere-at-all.",
        "Check the path and give it again.",
    ]


def test_a_web_page_named_parquet(source, workspace, loading):
    (source / "protection_visits.parquet").write_text("<html><body>Sign in</body></html>")
    code, said = loading()
    assert code == 1
    assert "protection_visits.parquet: The file is a web page, not a table." in said
    assert rows_kept(workspace, "protection_plans") == 2


def test_an_empty_file(source, workspace, loading):
    (source / "protection_visits.parquet").write_bytes(b"")
    code, said = loading()
    assert code == 1
    assert "protection_visits.parquet: The file is empty." in said
    assert rows_kept(workspace, "children") == 3


def test_a_truncated_file(source, workspace, loading):
    whole = (source / "protection_visits.parquet").read_bytes()
    (source / "protection_visits.parquet").write_bytes(whole[:-20])
    code, said = loading()
    assert code == 1
    assert "protection_visits.parquet: The file is cut short." in said
    assert rows_kept(workspace, "children") == 3


def test_a_missing_column(source, workspace, loading):
    visits = GOOD_ROWS["protection_visits"]
    columns = {name: [row[name] for row in visits] for name in ("visit", "child", "visited")}
    write_loose(source, "protection_visits", columns)
    code, _ = loading()
    assert code == 0
    assert rows_kept(workspace, "protection_visits") == 3


def test_a_mistyped_column(source, workspace, loading):
    columns = {"visit": ["V1", "V2"], "child": ["C1", "C2"], "visited": ["2022-01-20", "soon"]}
    write_loose(source, "protection_visits", columns)
    code, said = loading()
    assert code == 1
    assert "protection_visits.visited, 1 row: The value is not a date" in said
    assert rows_kept(workspace, "protection_visits") == 2


def test_a_place_holder_date(source, workspace, loading):
    plan = {**GOOD_ROWS["protection_plans"][0], "ended": date(1900, 1, 1)}
    write_rows(source, "protection_plans", [plan])
    code, said = loading()
    assert code == 0
    assert "protection_plans.ended, 1 row: A place-holder such as 1900-01-01" in said
    assert rows_kept(workspace, "protection_plans") == 1


def test_a_plan_that_ends_before_it_starts(source, workspace, loading):
    plan = {**GOOD_ROWS["protection_plans"][0], "ended": date(2021, 1, 1)}
    write_rows(source, "protection_plans", [plan, GOOD_ROWS["protection_plans"][1]])
    code, said = loading()
    assert code == 1
    assert "protection_plans.parquet, row 1: It cannot be: the day in ended" in said
    assert rows_kept(workspace, "protection_plans") == 1
    assert rows_kept(workspace, "protection_visits") == 3


def test_two_children_with_one_id(source, workspace, loading):
    write_rows(source, "children", [*GOOD_ROWS["children"], {"child": "C2", "born": None}])
    code, said = loading()
    assert code == 1
    assert "children.parquet, row 4: Two children have this id" in said
    assert rows_kept(workspace, "children") == 3


def test_a_visit_to_a_child_nobody_knows(source, workspace, loading):
    visit = {"visit": "V9", "child": "SECRET-ID", "visited": date(2022, 2, 2)}
    write_rows(source, "protection_visits", [*GOOD_ROWS["protection_visits"], visit])
    code, said = loading()
    assert code == 1
    assert "protection_visits.parquet, row 4: Nobody knows this child" in said
    assert rows_kept(workspace, "protection_visits") == 3
    assert "SECRET-ID" not in said  # what a command says may end in a log


def test_many_rows_set_aside_for_one_reason_are_one_line(source, workspace, loading):
    visits = [
        {"visit": f"V{number}", "child": "X", "visited": date(2022, 2, 2)} for number in range(12)
    ]
    write_rows(source, "protection_visits", visits)
    _, said = loading()
    assert "rows 1, 2, 3, 4, 5 and 7 more: Nobody knows this child" in said


def test_nothing_loaded_yet(workspace, tmp_path):
    ran = run("quality", "--workspace", workspace, "--out", tmp_path / "out")
    assert ran.code == 2
    assert ran.complained.startswith("Nothing has been loaded into the workspace")


def test_what_is_to_mend_is_written_as_tables(source, workspace, loading, tmp_path, capsys):
    visit = {"visit": "V9", "child": "X9", "visited": date(2022, 2, 2)}
    write_rows(source, "protection_visits", [visit])
    loading()
    out = tmp_path / "out"
    assert main(["quality", "--workspace", str(workspace), "--out", str(out)]) == 0
    (row,) = pyarrow.parquet.read_table(out / "set_aside.parquet").to_pylist()
    assert (row["table"], row["key"], row["row"]) == ("protection_visits", "V9", 1)
    for name in ("faults", "coverage", "loads"):
        assert (out / f"{name}.csv").is_file()


def test_a_dry_run_says_what_would_come_and_writes_nothing(source, workspace):
    ran = run("load", source, "--workspace", workspace, "--dry-run")
    assert ran.code == 0
    assert ran.said.startswith("Nothing is written.")
    assert not workspace.exists()


def test_what_changed_since_a_day_is_listed_and_written(
    source, workspace, loading, tmp_path, capsys
):
    loading()
    write_rows(source, "protection_visits", GOOD_ROWS["protection_visits"][:2])
    _, said = loading()
    assert "no longer told" in said
    out = tmp_path / "out"
    where = ["--workspace", str(workspace), "--out", str(out)]
    assert main(["changes", "--since", "2020-01-01", *where]) == 0
    assert "vanished" in capsys.readouterr().out
    (row,) = pyarrow.parquet.read_table(out / "changes.parquet").to_pylist()
    assert (row["table"], row["child"], row["change"]) == ("protection_visits", "C2", "vanished")
    assert main(["changes", "--since", "2999-01-01", *where]) == 0
    assert "changed anything" in capsys.readouterr().out


def test_the_command_names_every_door():
    assert tuple(door.name for door in DOORS) == DOOR_NAMES


def test_a_source_that_is_not_what_it_is_said_to_be(source, workspace):
    ran = run("load", source, "--workspace", workspace, "--as", "annex-a")
    assert ran.code == 2
    assert "is no Annex A workbook" in ran.complained
