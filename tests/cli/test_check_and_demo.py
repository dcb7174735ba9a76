"""From a folder of records to concerns, through the commands alone."""

import pyarrow.parquet
import pytest

from sightline.cli import main
from sightline.ledger.load import load
from sightline.ledger.workspace import Workspace
from tests.cli.commands import run
from tests.ledger.small_folder import write_good_folder


def test_check_before_the_first_load_says_what_to_do(tmp_path, capsys):
    where = ["--workspace", str(tmp_path / "w"), "--out", str(tmp_path / "out")]
    assert main(["check", *where]) == 2
    assert "Run: sightline load" in capsys.readouterr().err


def test_check_writes_its_three_tables(tmp_path, capsys):
    load(write_good_folder(tmp_path / "source"), Workspace(tmp_path / "w"))
    out = tmp_path / "out"
    assert main(["check", "--workspace", str(tmp_path / "w"), "--out", str(out)]) == 0
    assert "on 2024-03-31" in capsys.readouterr().out
    for name in ("concerns", "measures", "cannot_tell"):
        assert (out / f"{name}.csv").is_file()
    concerns = pyarrow.parquet.read_table(out / "concerns.parquet")
    assert "protection_visit_overdue" in concerns["rule"].to_pylist()
    cannot_tell = pyarrow.parquet.read_table(out / "cannot_tell.parquet")
    assert "return_interview_not_in_72_hours" in cannot_tell["rule"].to_pylist()


def test_capability_names_what_is_missing(tmp_path, capsys):
    load(write_good_folder(tmp_path / "source"), Workspace(tmp_path / "w"))
    assert main(["capability", "--workspace", str(tmp_path / "w")]) == 0
    told = {
        line.split()[0]: line.split()[1]
        for line in capsys.readouterr().out.splitlines()[1:]
        if line
    }
    assert told["protection_visit_overdue"] == "yes"
    assert told["child_without_worker"] == "no"


def test_the_rule_book_on_the_terminal(capsys):
    assert main(["rules"]) == 0
    assert "protection_visit_overdue" in capsys.readouterr().out
    assert main(["rules", "show", "protection_visit_overdue"]) == 0
    assert "Worked examples" in capsys.readouterr().out
    assert main(["rules", "show", "agencies_told"]) == 0
    assert "no evidence" in capsys.readouterr().out
    assert main(["rules", "show", "no_such_rule"]) == 2
    assert "no rule called no_such_rule" in capsys.readouterr().err


@pytest.mark.long
def test_the_demonstration_twice_does_everything_once(tmp_path):
    arguments = ("demo", "--folder", tmp_path / "demo", "--children", "60", "--no-serve")
    first = run(*arguments)
    assert first.code == 0
    assert "Read 4 documents" in first.said
    ledger = sorted((tmp_path / "demo" / "workspace" / "ledger").iterdir())
    second = run(*arguments)
    assert second.code == 0
    assert second.said.count("already") == 3
    assert "loaded before" in second.said
    assert sorted((tmp_path / "demo" / "workspace" / "ledger").iterdir()) == ledger


@pytest.mark.long
def test_a_story_is_told_once_of_made_up_documents_where_no_others_are_given(tmp_path):
    folder = tmp_path / "demo"
    arguments = ("demo", "--folder", folder, "--children", "60", "--no-serve", "--story", "surrey")
    first = run(*arguments)
    assert first.code == 0
    assert "No report about surrey was read: told of made-up Thornmere." in first.said
    assert "3 plans, one a report" in first.said
    names = {one.name for one in (folder / "papers").iterdir()}
    assert {"board.docx", "board.pdf", "members.pdf", "self-evaluation.docx"} <= names
    listed = run("papers", "--workspace", folder / "workspace")
    assert listed.said.count("Thornmere: after the inspection of") == 3
    assert run(*arguments).code == 0
    again = run("papers", "--workspace", folder / "workspace")
    assert again.said == listed.said


def test_what_plans_ended_on_and_what_came_after(tmp_path, capsys):
    load(write_good_folder(tmp_path / "source"), Workspace(tmp_path / "w"))
    out = tmp_path / "out"
    where = ["--workspace", str(tmp_path / "w"), "--out", str(out)]
    assert main(["ending-a-plan", *where, "--on", "2024-03-31"]) == 0
    said = capsys.readouterr().out
    assert "ended by a decision by 2024-03-31" in said
    assert "Every agency was told that the plan ended" in said
    assert "No evidence anywhere: " in said
    for name in ("checks_before_ending", "after_ending"):
        assert (out / f"{name}.csv").is_file()


def test_check_of_a_region_writes_the_concerns_of_each_authority(tmp_path, capsys):
    for name in ("Thornmere", "Saltby"):
        write_good_folder(tmp_path / "region" / name)
    where = ["--region", str(tmp_path / "region"), "--out", str(tmp_path / "out")]
    assert main(["check", *where]) == 2
    assert "give the day with --on" in capsys.readouterr().err
    assert main(["check", *where, "--on", "2024-03-31"]) == 0
    assert "about 2 authorities" in capsys.readouterr().out
    assert len(list((tmp_path / "out" / "concerns").glob("authority=*/*.parquet"))) == 2


def test_check_is_of_a_workspace_or_of_a_region(tmp_path, capsys):
    assert main(["check", "--out", str(tmp_path / "out")]) == 2
    assert "either --workspace or --region" in capsys.readouterr().err
