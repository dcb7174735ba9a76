"""``sightline people``: the first administrator gets in, and nobody else by mistake."""

import re

import pytest

from tests.cli.commands import run


@pytest.mark.long
def test_the_first_administrator_is_added_with_a_link(tmp_path):
    workspace = tmp_path / "workspace"
    options = ("--workspace", workspace, "--role", "administrator")
    added = run("people", "add", "ada@council.example", *options)
    assert added.code == 0
    assert re.search(r"http://127\.0\.0\.1:8000/sign-in/password/\w+/[\w-]+/", added.said)
    again = run("people", "add", "ADA@council.example", *options)
    assert again.code == 2
    assert "There is somebody of that name" in again.complained
    listed = run("people", "list", "--workspace", workspace)
    assert listed.said.split() == ["ada@council.example", "Administrator"]
    trail = run("audit", "verify", "--workspace", workspace)
    assert "2 entries" in trail.said


@pytest.mark.long
@pytest.mark.parametrize(
    ("more", "says"),
    [
        (("two words", "--role", "leader"), "no spaces"),
        (("ada", "--role", "boss"), "Choose one of"),
        (("ada", "--role", "inspector"), "Give the day it ends"),
        (("ada", "--role", "inspector", "--until", "2020-01-01"), "a day after today"),
    ],
)
def test_what_makes_no_sense_is_refused_with_what_to_do(tmp_path, more, says):
    refused = run("people", "add", *more, "--workspace", tmp_path / "workspace")
    assert refused.code == 2
    assert says in refused.complained
