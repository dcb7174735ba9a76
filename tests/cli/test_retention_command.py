"""``sightline retention`` and ``subject-access``: counts on the terminal, ids in files only."""

import csv

import pytest

from sightline.cli import main
from tests.ledger.keeping.people_on_file import IN_NEED, loaded


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    return str(loaded(tmp_path_factory.mktemp("retention"))[0].folder)


def test_from_the_list_to_the_register_no_id_is_said(tmp_path, workspace, capsys):
    said = []

    def run(*arguments):
        code = main(["retention", *map(str, arguments), "--workspace", workspace])
        captured = capsys.readouterr()
        said.append(captured.out + captured.err)
        return code

    out = tmp_path / "out"
    names = ("--by", "A. Solicitor", "--reason", "A claim")
    assert run("hold", "--every", "protection_plans", "--to", "1999-12-31", *names) == 0
    assert run("due", "--on", "2024-04-01", "--out", out) == 0
    assert "2 due by RET-04" in said[-1]
    assert "A legal hold stands on 1 of those due" in said[-1]
    with (out / "due.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row.update(decision="destroy", decided_by="R. Reviewer", reason="Long enough")
    rows[0]["reason"] = ""
    with (out / "due.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    assert run("destroy", "--reviewed", out / "due.csv", "--by", "D. Archivist") == 1
    assert "Destroyed the records of 2 people" in said[-1]
    assert "1 left as they are: held by a legal hold" in said[-1]
    assert "line 2 of due.csv set aside: It lacks the name" in said[-1]
    assert run("release", "1", *names) == 0
    assert run("register", "--out", out) == 0
    assert "0 holds standing; the records of 2 people destroyed so far." in said[-1]
    assert "D. Archivist" in (out / "destructions.csv").read_text(encoding="utf-8")
    assert not any(row["child"] in text for text in said for row in rows if row["child"] != "died")


@pytest.mark.parametrize(
    "arguments",
    [
        ["hold", "--by", "x", "--reason", "y"],
        ["hold", "--child", "a", "--every", "placements", "--by", "x", "--reason", "y"],
        ["hold", "--child", "a", "--where", "type=U1", "--by", "x", "--reason", "y"],
        ["hold", "--every", "placements", "--where", "U1", "--by", "x", "--reason", "y"],
        ["destroy", "--reviewed", "nowhere.csv", "--by", "x"],
    ],
)
def test_a_command_called_wrongly_points_to_help(workspace, arguments, capsys):
    assert main(["retention", *arguments, "--workspace", workspace]) == 2
    assert "--help" in capsys.readouterr().err


def test_subject_access_says_counts_and_writes_files(tmp_path, workspace, capsys):
    out = tmp_path / "theirs"
    assert main(["subject-access", "care", "--workspace", workspace, "--out", str(out)]) == 0
    assert "Begin with" in capsys.readouterr().out
    assert (out / "read_me_first.html").is_file()
    assert (
        main(
            ["subject-access", IN_NEED * 2, "--workspace", workspace, "--out", str(tmp_path / "n")]
        )
        == 2
    )
    complained = capsys.readouterr().err
    assert complained.startswith("Nothing is held under that id.")
    assert IN_NEED not in complained
