"""``sightline synthesise``: the same authority as whatever a council may have."""

from pathlib import Path

import pytest

from sightline.cli.running import run
from sightline.sources.doors import door_for

CHILDREN = ("synthesise", "--children", "120", "--seed", "4")


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("sightline", "."),
        ("ssd", "."),
        ("cin-census", "cin-census.xml"),
        ("annex-a", "annex-a.xlsx"),
        ("ssda903", "."),
    ],
)
def test_what_was_written_is_told_by_looking(tmp_path, capsys, kind, written):
    assert run([*CHILDREN, "--as", kind, "--out", str(tmp_path)]) == 0
    assert "A made-up authority of 120 children" in capsys.readouterr().out
    assert door_for(tmp_path / written).name == kind


def test_many_authorities_have_a_folder_and_a_name_each(tmp_path, capsys):
    assert run([*CHILDREN, "--authorities", "2", "--out", str(tmp_path)]) == 0
    assert sorted(folder.name for folder in Path(tmp_path).iterdir()) == ["ashmere", "northmere"]
    assert "2 made-up authorities of 120 children each (seeds 4 to 5)" in capsys.readouterr().out
    assert door_for(tmp_path / "ashmere").name == "sightline"


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ([], "Give --out FOLDER, or --to ADDRESS"),
        (["--out", "o", "--to", "postgresql://h/d"], "not both"),
        (["--out", "o", "--flavour", "mosaic"], "--flavour goes with --as ssd"),
        (["--out", "o", "--as", "annex-a", "--faults"], "--faults goes with"),
        (["--out", "o", "--as", "ssd", "--authorities", "3"], "--authorities goes with"),
        (["--out", "o", "--structure", "2026-27"], "--structure goes with"),
        (["--to", "postgresql://h/d", "--as", "annex-a"], "A database holds --as ssd"),
    ],
)
def test_options_that_do_not_go_together_are_refused(arguments, why, capsys):
    assert run([*CHILDREN, *arguments]) == 2
    assert why in capsys.readouterr().err
