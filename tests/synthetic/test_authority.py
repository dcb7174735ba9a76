"""The made-up authority: the same for the same seed, typed as declared, without data faults."""

import hashlib
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from sightline.records.tables import TABLES
from sightline.synthetic.authority import synthesise
from sightline.synthetic.writing import TOLD


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a small made-up authority."""
    out = tmp_path_factory.mktemp("authority")
    synthesise(children=400, seed=7, out=out)
    return out


def fingerprints(folder: Path) -> dict[str, str]:
    """What every file of a folder holds, in short."""
    return {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.iterdir())
    }


def test_the_same_seed_gives_the_same_files(authority, tmp_path):
    synthesise(children=400, seed=7, out=tmp_path)
    assert fingerprints(tmp_path) == fingerprints(authority)


def test_another_seed_gives_other_children(authority, tmp_path):
    synthesise(children=400, seed=8, out=tmp_path)
    assert (
        fingerprints(tmp_path)["referrals.parquet"] != fingerprints(authority)["referrals.parquet"]
    )


@pytest.mark.parametrize("name", TOLD)
def test_every_table_is_typed_as_declared(authority, name):
    assert pq.read_schema(authority / f"{name}.parquet").equals(TABLES[name].arrow_schema)


def test_the_source_says_that_it_is_made_up(authority):
    (row,) = pq.read_table(authority / "extract.parquet").to_pylist()
    assert row["made_up"] is True
    assert "made up" in row["authority"]
    assert (row["extract_day"].isoformat(), row["earliest_day"].isoformat()) == (
        "2024-04-30",
        "2011-04-01",
    )


def test_every_file_says_that_it_is_made_up(authority):
    for file in authority.glob("*.parquet"):
        assert b"made_up" in (pq.read_schema(file).metadata or {}), file.name


def test_progress_ends_at_the_last_child(tmp_path):
    seen = []
    synthesise(children=50, seed=1, out=tmp_path, progress=lambda done, of: seen.append((done, of)))
    assert seen[-1] == (50, 50)


def test_an_authority_of_no_children_is_refused(tmp_path):
    with pytest.raises(ValueError, match="at least 1 child"):
        synthesise(children=0, seed=1, out=tmp_path)
