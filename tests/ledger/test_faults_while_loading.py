"""What may go wrong around a load: each is said in a sentence, and the ledger stays as it was."""

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from sightline.ledger import load as loading
from sightline.ledger.load import load
from sightline.ledger.workspace import Workspace
from sightline.sources.could_not import CouldNot
from tests.ledger.test_killed_loads import changed_folder, second_source, state

PREPARED = pytest.mark.parametrize("prepared", [changed_folder, second_source])

LOAD_WITH_A_LIMIT = textwrap.dedent(
    """
    import resource, signal, sys
    from pathlib import Path
    import sightline.engine.store
    from sightline.ledger.load import load
    from sightline.ledger.workspace import Workspace
    from sightline.sources.could_not import CouldNot
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    limit = int(sys.argv[3])
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        load(Path(sys.argv[1]), Workspace(sys.argv[2]))
    except CouldNot as refusal:
        print(refusal)
    """
)


@pytest.mark.skipif(sys.platform == "win32", reason="files have no limit of size there")
@pytest.mark.parametrize("of_the_ledger", [0.3, 1.05])
@PREPARED
def test_a_disk_that_fills_in_the_middle_of_a_load(tmp_path, prepared, of_the_ledger):
    source, loaded = prepared(tmp_path)
    before = state(loaded)
    limit = int(loaded.current_file().stat().st_size * of_the_ledger)
    done = subprocess.run(
        [sys.executable, "-c", LOAD_WITH_A_LIMIT, source, loaded.folder, str(limit)],
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stdout.startswith("The disk is full: the new ledger file could not be written.")
    assert "Free some space" in done.stdout
    assert state(loaded) == before
    assert [file.name for file in loaded.ledger.glob("*.duckdb*")] == ["1.duckdb"]
    assert load(source, loaded).load == 2


@PREPARED
def test_a_second_load_at_the_same_time_is_told_to_wait(tmp_path, prepared):
    source, loaded = prepared(tmp_path)
    before = state(loaded)
    with loaded.writing(), pytest.raises(CouldNot, match="Another load or check is writing"):
        load(source, loaded)
    assert state(loaded)[1] == before[1]


@PREPARED
def test_a_workspace_that_cannot_be_written_stays_as_it_was(tmp_path, monkeypatch, prepared):
    # Tests may run as a user whom no permission stops, so the refusal is made here.
    source, loaded = prepared(tmp_path)
    before = state(loaded)

    def refuse(self, *args, **kwargs):
        raise PermissionError(13, "Permission denied", str(self))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "touch", refuse)
        with pytest.raises(CouldNot, match="cannot be written: permission denied"):
            load(source, loaded)
    assert state(loaded) == before


@pytest.mark.parametrize(
    ("refusal", "said"),
    [
        (PermissionError(13, "Permission denied"), "cannot be read: permission denied"),
        (FileNotFoundError(2, "No such file"), "vanished while it was read"),
        (OSError(5, "Input/output error"), "cannot be read: input/output error"),
    ],
)
@PREPARED
def test_a_source_that_the_disk_refuses(tmp_path, monkeypatch, prepared, refusal, said):
    source, loaded = prepared(tmp_path)
    before = state(loaded)
    opened = Path.open

    def refuse(self, *args, **kwargs):
        if self == source or source in self.parents:
            raise refusal
        return opened(self, *args, **kwargs)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refuse)
        with pytest.raises(CouldNot, match=said) as told:
            load(source, loaded)
    assert told.value.next_step
    assert str(tmp_path) not in told.value.fault
    assert state(loaded) == before


@PREPARED
def test_a_load_that_is_refused_after_reading_leaves_nothing_half_done(
    tmp_path, monkeypatch, prepared
):
    source, loaded = prepared(tmp_path)
    before = state(loaded)
    with monkeypatch.context() as patch:
        patch.setattr(loading, "_refuse_another_authority", refuse_the_authority)
        with pytest.raises(CouldNot, match="another authority"):
            load(source, Workspace(loaded.folder))
    assert state(loaded) == before


def refuse_the_authority(*given):
    raise CouldNot("This is of another authority.", "Load it elsewhere.")
