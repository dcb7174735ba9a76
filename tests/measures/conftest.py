"""A workspace with a made-up world loaded and its rules asked."""

import shutil
from pathlib import Path
from types import SimpleNamespace

import pyarrow as pa
import pyarrow.parquet as parquet
import pytest

from sightline.ledger.load import load
from sightline.ledger.workspace import Workspace
from sightline.measures import MEASURES
from sightline.measures import check as asking
from sightline.measures.check import check
from sightline.rules import RULES
from tests.generative.worlds import made_up_world

CHILDREN = 200
SEED = 5
FEW_RULES = ("protection_visit_overdue", "return_interview_not_in_72_hours")


def loaded(folder: Path, tables: dict[str, pa.Table]) -> Workspace:
    """A workspace under ``folder`` into which the tables are loaded."""
    source = folder / "records"
    source.mkdir(parents=True)
    for name, table in tables.items():
        parquet.write_table(table, source / f"{name}.parquet")
    workspace = Workspace(folder / "workspace")
    load(source, workspace)
    return workspace


@pytest.fixture(scope="session")
def world() -> dict[str, pa.Table]:
    return made_up_world(SEED, CHILDREN)


@pytest.fixture(scope="session")
def loaded_only(tmp_path_factory, world) -> Workspace:
    """A workspace with the world loaded and nothing asked."""
    return loaded(tmp_path_factory.mktemp("loaded"), world)


@pytest.fixture(scope="session")
def checked(tmp_path_factory, loaded_only) -> SimpleNamespace:
    """The workspace, the report of its check and the folder its tables were written to."""
    folder = tmp_path_factory.mktemp("checked")
    workspace = Workspace(shutil.copytree(loaded_only.folder, folder / "workspace"))
    told: list[tuple[int, int]] = []
    report = check(workspace, out=folder / "out", progress=lambda *step: told.append(step))
    return SimpleNamespace(workspace=workspace, report=report, out=folder / "out", told=told)


@pytest.fixture
def backend(checked):
    """The ledger of the workspace, open for reading."""
    with checked.workspace.reading() as backend:
        yield backend


@pytest.fixture
def few_rules(monkeypatch) -> None:
    """Two rules and their measures in place of all, where the check is tested and not the rules."""
    monkeypatch.setattr(asking, "RULES", {name: RULES[name] for name in FEW_RULES})
    few = {name: one for name, one in MEASURES.items() if one.rule in FEW_RULES}
    monkeypatch.setattr(asking, "MEASURES", few)


@pytest.fixture
def workspace_again(tmp_path, loaded_only) -> Workspace:
    """A workspace of its own with the same records."""
    folder = shutil.copytree(loaded_only.folder, tmp_path / "workspace")
    return Workspace(folder)
