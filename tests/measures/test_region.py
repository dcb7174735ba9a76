"""A region of authorities: the embedded engine and Spark give the same rows for every rule."""

import os
from collections import Counter
from datetime import date

import pyarrow.dataset as dataset
import pyarrow.parquet as parquet
import pytest

from sightline.engine import spark
from sightline.measures.region import check_region
from sightline.rules import RULES
from sightline.sources.could_not import CouldNot
from tests.generative.worlds import made_up_world

ON = date(2023, 6, 30)
SEEDS = {"Thornmere": 1, "Saltby": 2}
CHILDREN = 60


@pytest.fixture(scope="module")
def region(tmp_path_factory):
    """Two made-up authorities whose children and rows share their ids."""
    folder = tmp_path_factory.mktemp("region")
    for name, seed in SEEDS.items():
        (folder / name).mkdir()
        for table, rows in made_up_world(seed, CHILDREN).items():
            parquet.write_table(rows, folder / name / f"{table}.parquet")
    return folder


@pytest.fixture(scope="module")
def by_duckdb(region, tmp_path_factory):
    out = tmp_path_factory.mktemp("by_duckdb")
    return check_region(region, out, on=ON), out


def concerns(out):
    """Every row written, as text, by rule."""
    rows = dataset.dataset(out / "concerns", partitioning="hive").to_table().to_pylist()
    found = {}
    for row in rows:
        found.setdefault(row["rule"], []).append(sorted((k, str(v)) for k, v in row.items()))
    return {rule: sorted(of_rule) for rule, of_rule in found.items()}


def test_every_authority_is_asked_every_rule(by_duckdb):
    report, out = by_duckdb
    assert (report.authorities, report.rules) == (2, sum(r.on_by_default for r in RULES.values()))
    rows = dataset.dataset(out / "concerns", partitioning="hive").to_table()
    assert set(rows["authority"].to_pylist()) == set(SEEDS)
    assert report.concerns == rows.num_rows


def test_progress_is_told_by_authority(region, tmp_path):
    told = []
    check_region(region, tmp_path, on=ON, progress=lambda *step: told.append(step))
    assert told == [(0, 2), (1, 2), (2, 2)]


def test_a_region_asked_again_gives_the_same_and_not_twice(region, by_duckdb):
    report, out = by_duckdb
    before = Counter({rule: len(rows) for rule, rows in concerns(out).items()})
    assert check_region(region, out, on=ON).concerns == report.concerns == before.total()


def test_a_folder_without_authorities_is_named(tmp_path):
    with pytest.raises(CouldNot, match="holds no authority"):
        check_region(tmp_path, tmp_path / "out", on=ON)


@pytest.mark.long
def test_spark_gives_the_same_rows_for_every_rule(region, by_duckdb, tmp_path):
    try:
        check_region(region, tmp_path, on=ON, engine="spark")
    except CouldNot as missing:
        there_or_fail = os.environ.get("SPARK_MUST_BE_THERE")
        if isinstance(missing.__cause__, spark.SparkNotThere) and not there_or_fail:
            pytest.skip(str(missing))
        raise
    by_spark, embedded = concerns(tmp_path), concerns(by_duckdb[1])
    asked = {rule.name for rule in RULES.values() if rule.on_by_default}
    assert by_spark.keys() == embedded.keys() == asked, "a rule without a row is not compared"
    assert {rule for rule in embedded if by_spark[rule] != embedded[rule]} == set()
