"""The ledger is either before or after, whatever stops a writer."""

import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from sightline.ledger.workspace import Workspace
from sightline.sources.could_not import CouldNot


@pytest.fixture
def workspace(tmp_path):
    return Workspace(tmp_path / "workspace")


def write_number(workspace, number):
    with workspace.writing() as backend:
        backend.raw_sql(f"CREATE OR REPLACE TABLE records.numbers AS SELECT {number} AS number")


def number_in(workspace):
    with workspace.reading() as backend:
        return backend.raw_sql("SELECT number FROM records.numbers").fetchall()[0][0]


def files(workspace):
    return sorted(file.name for file in workspace.ledger.glob("*.duckdb*"))


def test_nothing_is_made_before_the_first_writing(workspace):
    with pytest.raises(CouldNot, match="Nothing has been loaded"):
        workspace.current_file()
    assert not workspace.folder.exists()


def test_writing_replaces_what_readers_see(workspace):
    write_number(workspace, 1)
    assert number_in(workspace) == 1
    write_number(workspace, 2)
    assert number_in(workspace) == 2


def test_a_reader_keeps_what_it_opened_while_the_next_is_written(workspace):
    write_number(workspace, 1)
    with workspace.reading() as backend:
        write_number(workspace, 2)
        assert backend.raw_sql("SELECT number FROM records.numbers").fetchall() == [(1,)]
    assert number_in(workspace) == 2


def test_the_last_two_files_are_kept(workspace):
    for number in range(4):
        write_number(workspace, number)
    assert files(workspace) == ["3.duckdb", "4.duckdb"]


def test_an_error_leaves_the_ledger_as_it_was(workspace):
    write_number(workspace, 1)
    with pytest.raises(Exception, match="nonsense"), workspace.writing() as backend:
        backend.raw_sql("CREATE OR REPLACE TABLE records.numbers AS SELECT nonsense AS number")
    assert number_in(workspace) == 1
    assert files(workspace) == ["1.duckdb"]
    write_number(workspace, 3)
    assert number_in(workspace) == 3


def test_readers_cannot_write(workspace):
    write_number(workspace, 1)
    with workspace.reading() as backend, pytest.raises(Exception, match="read-only"):
        backend.raw_sql("CREATE TABLE records.more AS SELECT 1 AS number")


def test_a_second_writer_is_told_to_wait(workspace):
    with (
        workspace.writing(),
        pytest.raises(CouldNot, match="Another load or check"),
        Workspace(workspace.folder).writing(),
    ):
        pass


def test_a_killed_writer_leaves_the_ledger_as_it_was(workspace):
    write_number(workspace, 1)
    killed = textwrap.dedent(
        """
        import os, signal, sys
        from sightline.ledger.workspace import Workspace
        with Workspace(sys.argv[1]).writing() as backend:
            backend.raw_sql("CREATE OR REPLACE TABLE records.numbers AS SELECT 2 AS number")
            os.kill(os.getpid(), signal.SIGKILL)
        """
    )
    done = subprocess.run([sys.executable, "-c", killed, str(workspace.folder)], check=False)
    assert done.returncode == -9
    assert "2.duckdb" in files(workspace)
    assert number_in(workspace) == 1
    write_number(workspace, 3)
    assert number_in(workspace) == 3


def test_a_full_disk_is_noticed_before_anything_is_written(workspace, monkeypatch):
    write_number(workspace, 1)
    usage = shutil.disk_usage(workspace.folder)
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage._replace(free=1000))
    with pytest.raises(CouldNot, match="The disk has 0 MB free"), workspace.writing():
        pass
    assert number_in(workspace) == 1


def test_a_disk_that_fills_while_writing_is_said_in_a_sentence(workspace, monkeypatch):
    write_number(workspace, 1)

    def fill(source, target):
        Path(target).write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", fill)
    with pytest.raises(CouldNot, match="The disk is full"), workspace.writing():
        pass
    assert number_in(workspace) == 1
    assert files(workspace) == ["1.duckdb"]


def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(workspace, monkeypatch):
    # Tests may run as a user whom no permission stops, so the refusal is made here.
    def refuse(self, *args, **kwargs):
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "touch", refuse)
    with pytest.raises(CouldNot, match="cannot be written: permission denied"), workspace.writing():
        pass


def test_settings_without_a_file_are_the_defaults(workspace):
    assert workspace.settings.authority == ""
    assert workspace.settings.standards == {}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("authority = ", "cannot be read"),
        ("authority = 3", "authority is not a name"),
        ("[standards]\nNO-99 = 3", "NO-99 is no standard"),
        ('[standards]\nCPE-06 = "ten"', "a local standard cannot be used"),
        ("standards = 3", "standards is not a section"),
    ],
)
def test_settings_that_make_no_sense_are_said(workspace, text, said):
    workspace.folder.mkdir()
    (workspace.folder / "sightline.toml").write_text(text)
    with pytest.raises(CouldNot, match=said):
        _ = workspace.settings


def test_local_standards_are_read(workspace):
    workspace.folder.mkdir()
    (workspace.folder / "sightline.toml").write_text("[standards]\nCPE-06 = 15\n")
    assert workspace.settings.standards == {"CPE-06": 15}


def test_a_pointer_that_holds_no_number_is_said(workspace):
    write_number(workspace, 1)
    (workspace.ledger / "CURRENT").write_text("oops")
    with pytest.raises(CouldNot, match="does not hold a number"), workspace.reading():
        pass
