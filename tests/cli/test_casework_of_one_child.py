"""``retention destroy`` and ``subject-access`` reach what people recorded in the web application."""

import csv
import subprocess
import sys

import pytest

from sightline.ledger.keeping.destroying import destroy
from sightline.ledger.keeping.holds import place_hold
from sightline.ledger.keeping.reviewing import DESTROY, Reviewed
from tests.casework.rows_of_a_child import WORDS
from tests.cli.commands import run
from tests.ledger.keeping.people_on_file import IN_NEED, loaded

RECORD = """
import sys
from pathlib import Path
from sightline.web.serving import prepare
prepare(Path(sys.argv[1]))
from tests.casework.people import somebody
from tests.casework.rows_of_a_child import one_of_each
one_of_each(sys.argv[2], somebody("practitioner"))
"""
BY = ("--by", "D. Archivist")


@pytest.fixture
def workspace(tmp_path):
    """People old enough to be let go, one of whom somebody recorded things of."""
    place = loaded(tmp_path)[0]
    subprocess.run(
        [sys.executable, "-c", RECORD, str(place.folder), IN_NEED],
        check=True,
        capture_output=True,
        text=True,
    )
    return place


@pytest.fixture
def review(tmp_path):
    """The list with the decision to destroy that one."""
    with (tmp_path / "due.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("child", "decision", "decided_by", "reason"))
        writer.writerow((IN_NEED, "destroy", "R. Reviewer", "Long enough"))
    return tmp_path / "due.csv"


def destroyed(workspace, review):
    return run("retention", "destroy", "--workspace", workspace.folder, "--reviewed", review, *BY)


def test_the_words_are_given_to_the_person_and_then_gone_from_the_file(tmp_path, workspace, review):
    out, file = tmp_path / "theirs", workspace.folder / "casework.sqlite3"
    given = run("subject-access", IN_NEED, "--workspace", workspace.folder, "--out", out)
    assert given.code == 0
    assert WORDS in (out / "casework" / "task.csv").read_text(encoding="utf-8")
    assert "casework/task" in (out / "to_look_at.csv").read_text(encoding="utf-8")
    assert WORDS in (out / "read_me_first.html").read_text(encoding="utf-8")
    assert WORDS.encode() in file.read_bytes()

    done = destroyed(workspace, review)
    assert done.code == 0
    assert "Destroyed the records of 1 person" in done.said
    assert "about 1 id.\n" in done.said
    assert "  1 tasks\n" in done.said
    assert "Kept: the audit trail" in done.said
    assert IN_NEED not in done.said
    for left in workspace.folder.glob("casework.sqlite3*"):
        assert WORDS.encode() not in left.read_bytes()
    assert "is whole" in run("audit", "verify", "--workspace", workspace.folder).said


def test_a_run_that_broke_off_after_the_ledger_is_completed_and_a_hold_stands(workspace, review):
    destroy(workspace, [Reviewed(IN_NEED, DESTROY, "R. Reviewer", "Long enough")], by="D. A.")
    place_hold(workspace, [IN_NEED], by="A. Solicitor", reason="A claim")
    held = destroyed(workspace, review)
    assert "1 id left in casework: held by a legal hold" in held.said
    assert "about 0 ids." in held.said
    run("retention", "release", 1, "--workspace", workspace.folder, *BY, "--reason", "Over")
    done = destroyed(workspace, review)
    assert done.code == 0
    assert "1 left as they are: destroyed before" in done.said
    assert "about 1 id." in done.said
