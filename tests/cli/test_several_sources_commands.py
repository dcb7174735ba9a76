"""``sightline load`` and ``quality`` on a workspace with two kinds of source."""

import csv

import pytest

from sightline.cli import main
from sightline.cli.load import SOURCE_NAMES
from sightline.ledger.load import load
from sightline.ledger.workspace import Workspace
from sightline.sources.doors import SOURCES
from tests.ledger.small_folder import write_good_folder
from tests.ledger.two_sources import C2, census, child


@pytest.fixture
def workspace(tmp_path):
    folder = tmp_path / "workspace"
    load(write_good_folder(tmp_path / "source"), Workspace(folder))
    return folder


@pytest.fixture
def second(tmp_path):
    return census(tmp_path / "cin.xml", child("C1", "2015-06-11", "2021-12-20"), C2)


def test_disagreements_are_counted_on_the_terminal_and_name_nobody(
    tmp_path, workspace, second, capsys
):
    assert main(["load", str(second), "--workspace", str(workspace)]) == 0
    said = capsys.readouterr().out
    assert "children.born, 1 row" in said
    assert "C1" not in said
    assert "2015-06-1" not in said
    out = tmp_path / "quality"
    assert main(["quality", "--workspace", str(workspace), "--out", str(out)]) == 0
    assert "1 disagreement between sources" in capsys.readouterr().out
    with (out / "disagreements.csv").open(encoding="utf-8-sig") as file:
        (row,) = csv.DictReader(file)
    assert (row["child"], row["stands"], row["other"]) == ("C1", "2015-06-01", "2015-06-11")
    assert row["how_to_mend"].startswith("Find out which is right")
    assert (out / "side_by_side.csv").is_file()


def test_a_source_is_taken_out_again(workspace, second, capsys):
    main(["load", str(second), "--workspace", str(workspace)])
    assert main(["load", "--take-out", "cin-census", "--workspace", str(workspace)]) == 0
    assert "Took out what cin-census told, as load 3" in capsys.readouterr().out
    assert main(["load", "--take-out", "cin-census", "--workspace", str(workspace)]) == 2
    assert "Nothing in this workspace comes from" in capsys.readouterr().err
    assert main(["load", "--workspace", str(workspace)]) == 2
    assert "Give what is to be loaded" in capsys.readouterr().err


def test_the_command_names_every_source():
    assert tuple(SOURCES) == SOURCE_NAMES
