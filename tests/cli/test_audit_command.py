"""``sightline audit``: one altered byte of the casework database shows."""

import subprocess
import sys

import pytest

from tests.cli.commands import run

RECORD = """
import sys
from pathlib import Path
from sightline.web.serving import prepare
prepare(Path(sys.argv[1]))
from sightline.casework import audit
for number in range(3):
    audit.record(by=None, action="made up", thing=f"made-up page {number}", children=["C1"])
"""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    """A workspace in which three made-up reads were kept."""
    folder = tmp_path_factory.mktemp("workspace")
    subprocess.run(
        [sys.executable, "-c", RECORD, str(folder)], check=True, capture_output=True, text=True
    )
    return folder


def test_one_altered_byte_shows(workspace, tmp_path):
    heads = tmp_path / "heads.csv"
    assert run("audit", "write-out", "--workspace", workspace, "--to", heads).code == 0
    whole = run("audit", "verify", "--workspace", workspace, "--against", heads)
    assert (whole.code, whole.said) == (0, "The trail is whole: 3 entries.\n")
    file = workspace / "casework.sqlite3"
    content = file.read_bytes()
    assert content.count(b"made-up page 1") == 1
    file.write_bytes(content.replace(b"made-up page 1", b"made-up page 7"))
    altered = run("audit", "verify", "--workspace", workspace)
    assert altered.code == 1
    assert "Entry 2: this entry was altered." in altered.said
    file.write_bytes(content)


def test_a_workspace_without_records_and_a_missing_file_are_said_in_a_sentence(workspace, tmp_path):
    nothing = run("audit", "verify", "--workspace", tmp_path)
    assert nothing.code == 2
    assert "holds nothing that people recorded" in nothing.complained
    gone = run("audit", "verify", "--workspace", workspace, "--against", tmp_path / "gone.csv")
    assert gone.code == 2
    assert "could not be used" in gone.complained


def test_grants_name_the_role_and_allow_no_removal_of_the_trail(workspace):
    printed = run("audit", "grants", "sightline_web", "--workspace", workspace).said
    assert 'GRANT INSERT ON public."casework_auditentry" TO sightline_web;' in printed
    assert run("audit", "grants", "x; DROP", "--workspace", workspace).code == 2
