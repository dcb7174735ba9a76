"""The night: what is recorded in the day is in the rules next morning, and a source that did not
come stops nothing else."""

import subprocess
import sys

import pyarrow.parquet
import pytest

from tests.cli.commands import run

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def night(tmp_path_factory):
    """A small workspace after a night, and what the night said."""
    folder = tmp_path_factory.mktemp("night")
    subprocess.run(
        [sys.executable, "-m", "tests.casework.a_small_workspace", str(folder)], check=True
    )
    workspace = folder / "workspace"
    settings = [
        "[nightly]",
        f'sources = ["{folder / "records"}", "gone"]',
        'audit_ends = "ends.csv"',
        f'backups = "{folder / "backups"}"',
        "backups_kept = 1",
    ]
    (workspace / "sightline.toml").write_text("\n".join(settings), encoding="utf-8")
    return workspace, run("nightly", "--workspace", workspace)


def test_a_source_that_did_not_come_is_said_and_the_rest_is_done(night):
    _, ran = night
    assert ran.code == 1
    lines = ran.said.splitlines()
    assert [
        line.split(":")[0].split("  ")[-1] for line in lines if line.startswith("not done")
    ] == ["load source 2 of 2"]
    assert any("rules asked" in line for line in lines)
    assert any("made, 0 older removed" in line for line in lines)


def test_what_was_recorded_in_the_day_is_a_record_next_morning(night, tmp_path):
    workspace, _ = night
    assert run("export", "--workspace", workspace, "--out", tmp_path).code == 0
    interviews = pyarrow.parquet.read_table(tmp_path / "ledger/records/return_interviews.parquet")
    assert "2024-03-03" in [str(day) for day in interviews["held"].to_pylist()]


def test_the_end_of_the_trail_is_written_and_only_the_last_back_up_stays(night):
    workspace, _ = night
    assert (workspace / "ends.csv").read_text().count("\n") == 2
    again = run("nightly", "--workspace", workspace)
    assert "1 older removed" in again.said
    assert len(list((workspace.parent / "backups").iterdir())) == 1
    assert "nightly run: Done in part" in run("doctor", "--workspace", workspace).said
