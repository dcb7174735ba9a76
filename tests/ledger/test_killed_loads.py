"""Kill a load at random moments: the ledger opens, is before or after, and the next load completes.

Ten kills each by default; SIGHTLINE_KILLS=100 makes it a hundred.
"""

import os
import random
import subprocess
import sys
import textwrap
import time
from datetime import date

import pytest

from sightline.ledger.load import load
from sightline.ledger.reading import loads_of, records_of
from sightline.ledger.workspace import Workspace
from tests.ledger.small_folder import GOOD_ROWS, write_good_folder, write_rows
from tests.ledger.two_sources import C1, C2, census

KILLS = int(os.environ.get("SIGHTLINE_KILLS", "10"))


def changed_folder(folder):
    """A workspace after one load, and the source changed since."""
    source, loaded = write_good_folder(folder / "source"), Workspace(folder / "workspace")
    load(source, loaded)
    plan = {"plan": "P3", "child": "C3", "started": date(2024, 2, 1)}
    write_rows(source, "protection_plans", [*GOOD_ROWS["protection_plans"], plan])
    write_rows(source, "protection_visits", GOOD_ROWS["protection_visits"][:2])
    return source, loaded


def second_source(folder):
    """A workspace after one load of a folder, and a census that is to stand beside it."""
    loaded = Workspace(folder / "workspace")
    load(write_good_folder(folder / "source"), loaded)
    return census(folder / "cin.xml", C1, C2), loaded


def state(of):
    """Everything the records say, and how many loads there were."""
    with of.reading() as backend:
        records = records_of(backend)
        rows = {name: table.to_pyarrow().to_pylist() for name, table in records.items()}
        return loads_of(backend).num_rows, rows


@pytest.mark.long
@pytest.mark.parametrize("prepared", [changed_folder, second_source])
def test_killed_at_any_moment_the_ledger_is_before_or_after(tmp_path, prepared):
    chance = random.Random(4)
    source, measured = prepared(tmp_path / "measured")
    before = state(measured)
    length = length_of_a_load(source, measured.folder)
    after = state(measured)
    assert before[0] == 1
    assert after[0] == 2
    seen = []
    for number in range(KILLS):
        source, loaded = prepared(tmp_path / str(number))
        kill_after(source, loaded.folder, chance.uniform(0, length * 1.1))
        seen.append(state(loaded))
        assert seen[-1] in (before, after), f"kill {number}"
        load(source, loaded)
        assert state(loaded) == after
    print(f"{seen.count(before)} before, {seen.count(after)} after, a load of {length:.2f} s")
    assert before in seen


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


def length_of_a_load(source, folder):
    with ready_to_load(source, folder) as process:
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
