"""Back-up and restore, drilled in two commands as a person would, and everything out as open files."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pyarrow.csv
import pyarrow.parquet
import pytest

from sightline.web.doctor import VARIABLES
from tests.cli.commands import run
from tests.sources.ssd import postgresql


def made(folder, **environment):
    """A small workspace in ``folder``."""
    subprocess.run(
        [sys.executable, "-m", "tests.casework.a_small_workspace", str(folder)],
        check=True,
        capture_output=True,
        env={**os.environ, **environment},
    )
    return folder / "workspace"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    return made(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="module")
def backup(workspace, tmp_path_factory):
    """A back-up of it."""
    to = tmp_path_factory.mktemp("backups")
    assert run("backup", "--workspace", workspace, "--to", to).code == 0
    (folder,) = to.iterdir()
    return folder


def test_a_back_up_comes_back_whole(workspace, backup, tmp_path):
    target = tmp_path / "restored"
    restored = run("restore", backup, "--workspace", target)
    assert restored.code == 0, restored.complained
    assert "The audit trail is whole" in restored.said
    for name in ("ledger/1.duckdb", "ledger/CURRENT", "keys/sessions"):
        assert (target / name).read_bytes() == (workspace / name).read_bytes()
    with closing(sqlite3.connect(target / "casework.sqlite3")) as casework:
        assert casework.execute("SELECT held FROM recorded_return_interviews").fetchall() == [
            ("2024-03-03",)
        ]
        assert casework.execute("SELECT reason FROM casework_concerndecision").fetchall() == [
            ("Known to us.",)
        ]
    assert run("audit", "verify", "--workspace", target).said == "The trail is whole: 2 entries.\n"


def test_a_back_up_that_was_touched_is_not_restored(backup, tmp_path):
    touched = tmp_path / "touched"
    shutil.copytree(backup, touched)
    with (touched / "ledger" / "1.duckdb").open("ab") as file:
        file.write(b"x")
    refused = run("restore", touched, "--workspace", tmp_path / "new")
    assert refused.code == 2
    assert "not whole: 1 of its files" in refused.complained
    assert not (tmp_path / "new" / "ledger").exists()


def test_a_workspace_that_is_there_is_not_written_over(workspace, backup):
    refused = run("restore", backup, "--workspace", workspace)
    assert refused.code == 2
    assert "a workspace" in refused.complained
    assert run("restore", workspace, "--workspace", workspace.parent / "new").code == 2


def test_a_back_up_on_postgresql_comes_back_into_an_empty_database(tmp_path):
    programs = postgresql.programs()
    if programs is None:
        pytest.skip("There is no PostgreSQL on this machine.")
    with postgresql.server(programs) as address:
        first = {"SIGHTLINE_DATABASE": address}
        workspace = made(tmp_path, **first)
        assert run("backup", "--workspace", workspace, "--to", tmp_path / "b", **first).code == 0
        (backup,) = (tmp_path / "b").iterdir()
        full = run("restore", backup, "--workspace", tmp_path / "new", **first)
        assert "holds casework already" in full.complained
        another = {"SIGHTLINE_DATABASE": a_new_database(address)}
        restored = run("restore", backup, "--workspace", tmp_path / "new", **another)
        assert restored.code == 0, restored.complained
        assert "The audit trail is whole" in restored.said
        shown = run("audit", "verify", "--workspace", tmp_path / "new", **another)
        assert shown.said == "The trail is whole: 2 entries.\n"


def a_new_database(address: str) -> str:
    """The address of an empty database on the same server."""
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("CREATE DATABASE restored")
    return address.replace("/postgres?", "/restored?")


def test_everything_comes_out_as_open_files_and_no_password(workspace, tmp_path):
    out = tmp_path / "out"
    assert run("export", "--workspace", workspace, "--out", out).code == 0
    people = pyarrow.parquet.read_table(out / "casework" / "person.parquet")
    assert people["username"].to_pylist() == ["practitioner"]
    assert "password" not in people.column_names
    versions = pyarrow.parquet.read_table(out / "casework" / "recordingversion.parquet")
    assert json.loads(versions["content"][0].as_py())["held"] == "2024-03-03"
    children = pyarrow.csv.read_csv(out / "ledger" / "records" / "children.csv")
    assert children.num_rows == 3
    about = pyarrow.parquet.read_table(out / "tables.parquet").to_pylist()
    told = {(row["table"], row["column"]): row["meaning"] for row in about}
    assert told["children", "born"]
    trail = pyarrow.parquet.read_table(out / "casework" / "auditentry.parquet")
    assert trail["action"].to_pylist()[-1] == "export everything"


def test_doctor_says_what_is_to_be_done(workspace, tmp_path):
    found = run("doctor", "--workspace", workspace)
    assert found.code == 1
    assert "no rule was asked" in found.said
    assert "No night has been run" in found.said
    (workspace / "keys").chmod(0o755)
    wrong = run("doctor", "--workspace", workspace)
    (workspace / "keys").chmod(0o700)
    assert wrong.code == 2
    assert "Others on this machine can read the keys" in wrong.said


def test_every_variable_of_the_environment_is_listed_and_explained():
    found = subprocess.run(
        ["grep", "-rhoE", "SIGHTLINE_[A-Z_]+", "sightline", "--include=*.py"],
        capture_output=True, text=True, check=True,
    ).stdout.split()  # fmt: skip
    assert set(found) == {one.name for one in VARIABLES}
    explained = Path("docs/running.md").read_text(encoding="utf-8")
    assert all(f"`{one.name}`" in explained and one.meaning in explained for one in VARIABLES)
