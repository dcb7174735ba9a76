"""Faults of recording: only where asked for, all of them found by a load, and the truth still true."""

from collections import Counter
from datetime import date

import ibis
import pyarrow.parquet as pq
import pytest

from sightline.engine.asking import ask
from sightline.ledger.load import load
from sightline.ledger.reading import records_of
from sightline.ledger.workspace import Workspace
from sightline.rules import RULES
from sightline.synthetic.authority import synthesise
from sightline.synthetic.faults import KEPT_AND_SHOWN, KINDS, READ_AS_EMPTY, SET_ASIDE

CHILDREN = 1200
EXTRACT_DAY = date(2024, 4, 30)


@pytest.fixture(scope="module")
def faulty(tmp_path_factory):
    """A folder with faults, and the report of loading it."""
    folder = tmp_path_factory.mktemp("faulty") / "records"
    synthesise(CHILDREN, seed=3, out=folder, faults=True)
    workspace = Workspace(folder.parent / "workspace")
    return folder, load(folder, workspace), workspace


def planted(folder, becomes: str) -> list[dict]:
    """The planted faults of which that should become."""
    faults = pq.read_table(folder / "planted_faults.parquet").to_pylist()
    return [fault for fault in faults if fault["becomes"] == becomes]


def test_without_asking_a_load_sets_nothing_aside(tmp_path):
    synthesise(CHILDREN, seed=3, out=tmp_path / "records")
    report = load(tmp_path / "records", Workspace(tmp_path / "workspace"))
    assert report.exit_code == 0
    assert not (tmp_path / "records" / "planted_faults.parquet").exists()


def test_every_kind_is_planted(faulty):
    folder, _, _ = faulty
    faults = pq.read_table(folder / "planted_faults.parquet")
    assert len(set(faults["fault"].to_pylist())) == len(KINDS)
    assert set(faults["becomes"].to_pylist()) == {SET_ASIDE, KEPT_AND_SHOWN, READ_AS_EMPTY}


def test_a_load_sets_aside_what_was_planted_for_it_and_nothing_else(faulty):
    folder, _, workspace = faulty
    with workspace.reading() as backend:
        rows = backend.con.execute('SELECT "table", key FROM load.set_aside').fetchall()
    expected = Counter((fault["table"], fault["key"]) for fault in planted(folder, SET_ASIDE))
    assert Counter(rows) == expected


def test_a_load_reports_the_faults_it_keeps(faulty):
    _, report, _ = faulty
    assert report.exit_code == 1


def test_the_truth_holds_after_loading_a_faulty_source(faulty):
    folder, _, workspace = faulty
    truth = pq.read_table(folder / "truth.parquet").to_pylist()
    with workspace.reading() as backend:
        records = records_of(backend)
        for name in sorted({row["rule"] for row in truth}):
            rows = ask(RULES[name], records)
            opened = rows.filter(rows.opens <= ibis.literal(EXTRACT_DAY)).to_pyarrow().to_pylist()
            found = {(row["child"], row["subject"]) for row in opened}
            expected = {(row["child"], row["subject"]) for row in truth if row["rule"] == name}
            assert found == expected, name
