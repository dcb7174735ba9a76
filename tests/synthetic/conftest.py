"""A made-up authority shared by the tests that only read it."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sightline.synthetic.authority import Summary, synthesise
from sightline.synthetic.writing import TOLD
from tests.synthetic.asked import AskedAuthority

CHILDREN = 6000
SEED = 5


@pytest.fixture(scope="session")
def made_up_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder the authority was written to."""
    return tmp_path_factory.mktemp("made_up_authority")


@pytest.fixture(scope="session")
def made_up_summary(made_up_folder: Path) -> Summary:
    """What its maker said about it."""
    return synthesise(CHILDREN, SEED, made_up_folder)


@pytest.fixture(scope="session")
def made_up_records(made_up_folder: Path, made_up_summary: Summary) -> dict[str, pa.Table]:
    """Its record tables and its truth."""
    return {name: pq.read_table(made_up_folder / f"{name}.parquet") for name in (*TOLD, "truth")}


@pytest.fixture(scope="session")
def asked_authority(tmp_path_factory: pytest.TempPathFactory) -> AskedAuthority:
    """A small authority of which rules are asked, each once."""
    return AskedAuthority(tmp_path_factory.mktemp("asked"), children=1500, seed=11)
