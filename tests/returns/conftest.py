"""A made-up authority in a ledger, and its workbook."""

from types import SimpleNamespace

import pytest

from sightline.ledger.load import load
from sightline.ledger.workspace import Workspace
from sightline.returns.annex_a.workbook import write_annex_a
from sightline.synthetic.authority import synthesise

CHILDREN = 700
SEED = 21


@pytest.fixture(scope="session")
def authority(tmp_path_factory) -> SimpleNamespace:
    """The authority: its workspace, the workbook written from it and what was said of it."""
    folder = tmp_path_factory.mktemp("authority")
    synthesise(CHILDREN, SEED, folder / "records")
    workspace = Workspace(folder / "workspace")
    load(folder / "records", workspace)
    with workspace.reading() as backend:
        written = write_annex_a(backend, folder / "annex-a.xlsx")
    return SimpleNamespace(workspace=workspace, written=written, folder=folder)
