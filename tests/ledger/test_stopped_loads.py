"""Stop a load wherever it can be stopped: the ledger is before or after, and the next load completes."""

import os
import random
import subprocess
import sys
import textwrap
import time
from datetime import date

import pytest

from sightline.ledger import comparing, history, workspace
from sightline.ledger import load as loading
from sightline.ledger.load import load
from sightline.ledger.reading import loads_of, records_of
from sightline.ledger.workspace import Workspace
from tests.ledger.small_folder import GOOD_ROWS, write_good_folder, write_rows
from tests.ledger.two_sources import C1, C2, census

KILLS = int(os.environ.get("SIGHTLINE_KILLS", "10"))
BEFORE = (2, 3)  # protection plans and visits after the first load
AFTER = (3, 2)

STEPS = [
    (workspace.shutil, "copyfile"),
    (Workspace, "_look_for_space"),
    (loading, "make_load_tables"),
    (history, "make_history"),
    (comparing, "compare"),
    (history, "apply"),
    (loading, "store_load"),
    (loading, "lay_together"),
    (loading, "store_coverage_of_all"),
    (loading, "forget_answers"),
    (Workspace, "_check"),
    (Workspace, "_publish"),
    (workspace.os, "replace"),
]


@pytest.fixture
def source(tmp_path):
    return write_good_folder(tmp_path / "source")


@pytest.fixture
def loaded(tmp_path, source):
    """A workspace after one load, and the source changed since."""
    loaded = Workspace(tmp_path / "workspace")
    load(source, loaded)
    change(source)
    return loaded


def change(source):
    plan = {"plan": "P3", "child": "C3", "started": date(2024, 2, 1)}
    write_rows(source, "protection_plans", [*GOOD_ROWS["protection_plans"], plan])
    write_rows(source, "protection_visits", GOOD_ROWS["protection_visits"][:2])


def state(of):
    with of.reading() as backend:
        records = records_of(backend)
        plans = records["protection_plans"].count().execute()
        visits = records["protection_visits"].count().execute()
        assert loads_of(backend).num_rows == (1 if (plans, visits) == BEFORE else 2)
    return plans, visits


@pytest.mark.parametrize(("where", "step"), STEPS, ids=[step for _, step in STEPS])
def test_a_load_that_fails_at_a_step_leaves_the_ledger_as_it_was(
    source, loaded, monkeypatch, where, step
):
    def fail(*args, **kwargs):
        raise RuntimeError("stopped here")

    with monkeypatch.context() as patch:
        patch.setattr(where, step, fail)
        with pytest.raises(RuntimeError, match="stopped here"):
            load(source, loaded)
    assert state(loaded) == BEFORE
    load(source, loaded)
    assert state(loaded) == AFTER


def test_a_load_that_fails_at_each_table_in_turn_leaves_the_ledger_as_it_was(
    source, loaded, monkeypatch
):
    apply, tables = history.apply, []

    def fail_at_the_last(connection, table, *args):
        tables.append(table.name)
        apply(connection, table, *args)
        if table.name == "children":
            raise RuntimeError("stopped after everything was written")

    with monkeypatch.context() as patch:
        patch.setattr(history, "apply", fail_at_the_last)
        with pytest.raises(RuntimeError, match="stopped after"):
            load(source, loaded)
    assert tables[-1] == "children"
    assert state(loaded) == BEFORE


@pytest.mark.parametrize(("where", "step"), STEPS, ids=[step for _, step in STEPS])
def test_a_second_source_that_fails_at_a_step_leaves_the_first_as_it_was(
    tmp_path, monkeypatch, where, step
):
    two = Workspace(tmp_path / "two")
    load(write_good_folder(tmp_path / "source"), two)
    before = contents(two)
    second = census(tmp_path / "cin.xml", C1, C2)

    def fail(*args, **kwargs):
        raise RuntimeError("stopped here")

    with monkeypatch.context() as patch:
        patch.setattr(where, step, fail)
        with pytest.raises(RuntimeError, match="stopped here"):
            load(second, two)
    assert contents(two) == before
    load(second, two)
    assert len(contents(two)["referrals"]) == 2


def contents(of):
    with of.reading() as backend:
        return {name: rows.to_pyarrow().to_pylist() for name, rows in records_of(backend).items()}


def test_a_load_that_fails_once_it_is_published_is_done(source, loaded, monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError("stopped while tidying up")

    with monkeypatch.context() as patch:
        patch.setattr(Workspace, "_prune", fail)
        with pytest.raises(RuntimeError, match="tidying up"):
            load(source, loaded)
    assert state(loaded) == AFTER
    assert load(source, loaded).unchanged


@pytest.mark.long
def test_killed_at_any_moment_the_ledger_is_before_or_after(tmp_path):
    """SIGHTLINE_KILLS=100 kills a hundred times; by default ten."""
    chance = random.Random(4)
    length = length_of_a_load(tmp_path / "measured")
    seen = set()
    for number in range(KILLS):
        folder = tmp_path / str(number)
        source, loaded = prepared(folder)
        kill_after(source, loaded.folder, chance.uniform(0, length * 1.1))
        seen.add(state(loaded))
        assert seen <= {BEFORE, AFTER}
        load(source, loaded)
        assert state(loaded) == AFTER
    assert BEFORE in seen


LOAD_WHEN_TOLD = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    import sightline.engine.store
    from sightline.ledger.load import load
    from sightline.ledger.workspace import Workspace
    print("ready", flush=True)
    sys.stdin.readline()
    load(Path(sys.argv[1]), Workspace(sys.argv[2]))
    print("done", flush=True)
    """
)


def prepared(folder):
    source = write_good_folder(folder / "source")
    loaded = Workspace(folder / "workspace")
    load(source, loaded)
    change(source)
    return source, loaded


def ready_to_load(source, folder):
    process = subprocess.Popen(
        [sys.executable, "-c", LOAD_WHEN_TOLD, str(source), str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout.readline() == "ready\n"
    return process


def length_of_a_load(folder):
    source, loaded = prepared(folder)
    with ready_to_load(source, loaded.folder) as process:
        begun = time.monotonic()
        process.stdin.write("go\n")
        process.stdin.flush()
        assert process.stdout.readline() == "done\n"
        return time.monotonic() - begun


def kill_after(source, folder, seconds):
    with ready_to_load(source, folder) as process:
        process.stdin.write("go\n")
        process.stdin.flush()
        time.sleep(seconds)
        process.kill()
