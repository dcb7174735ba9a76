"""Stop a load wherever it can be stopped: the ledger is before or after, and the next load completes."""

import contextlib
import shutil
from datetime import date
from types import SimpleNamespace

import pytest

from sightline.ledger import comparing, history, workspace
from sightline.ledger import load as loading
from sightline.ledger.load import load
from sightline.ledger.reading import loads_of, records_of
from sightline.ledger.workspace import Workspace
from tests.ledger.small_folder import GOOD_ROWS, write_good_folder, write_rows
from tests.ledger.two_sources import C1, C2, census

STOPS = 12  # statements of a load at which it is stopped, from the first to the last
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


class StopsAt:
    """A connection that fails at its n-th statement, or only counts where ``at`` is None."""

    def __init__(self, connection, at):
        self.connection, self.at, self.statements = connection, at, 0

    def __getattr__(self, name):
        return getattr(self.connection, name)

    def execute(self, *given):
        self.statements += 1
        if self.statements == self.at:
            raise RuntimeError("stopped here")
        return self.connection.execute(*given)


def load_stopping(source, into, patch, at):
    """A load that stops at its n-th statement; gives how many it came to."""
    writing, seen = Workspace.writing, []

    @contextlib.contextmanager
    def watched(self, expected_bytes=0):
        with writing(self, expected_bytes) as backend:
            seen.append(StopsAt(backend.con, at))
            yield SimpleNamespace(con=seen[0])

    patch.setattr(Workspace, "writing", watched)
    try:
        load(source, into)
    finally:
        patch.undo()
    return seen[0].statements


@pytest.mark.long
@pytest.mark.parametrize("sources", ["one source", "a second source"])
def test_a_load_that_stops_at_any_statement_leaves_the_ledger_as_it_was(
    tmp_path, source, loaded, monkeypatch, sources
):
    if sources == "a second source":
        load(source, loaded)
        source = census(tmp_path / "cin.xml", C1, C2)
    before = contents(loaded)
    spare = Workspace(shutil.copytree(loaded.folder, tmp_path / "spare"))
    statements = load_stopping(source, spare, monkeypatch, None)
    chosen = {1 + place * (statements - 1) // (STOPS - 1) for place in range(STOPS)}
    assert statements in chosen, "the last one commits"
    for at in sorted(chosen):
        with pytest.raises(RuntimeError, match="stopped here"):
            load_stopping(source, loaded, monkeypatch, at)
        assert contents(loaded) == before, f"stopped at statement {at} of {statements}"
    load(source, loaded)
    assert contents(loaded) == contents(spare)
