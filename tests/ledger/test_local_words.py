"""A council's own words for roles and agencies, and what it is told of words nobody mapped."""

from datetime import date

import pytest

from sightline.ledger.load import load
from sightline.ledger.reading import faults_of
from sightline.ledger.settings import read_settings
from sightline.ledger.workspace import Workspace
from sightline.sources.could_not import CouldNot
from tests.ledger.small_folder import write_good_folder, write_rows
from tests.ledger.two_sources import rows_of

HELD = {"child": "C1", "worker": "W1", "started": date(2022, 1, 1)}


@pytest.fixture
def source(tmp_path):
    source = write_good_folder(tmp_path / "source")
    write_rows(source, "workers", [{"worker": "W1"}])
    write_rows(
        source,
        "allocations",
        [
            {**HELD, "allocation": "A1", "role": "Allocated Case-Worker"},
            {**HELD, "allocation": "A2", "role": "social worker", "started": date(2023, 1, 1)},
        ],
    )
    write_rows(
        source,
        "decision_makers",
        [{"child": "C1", "held": date(2022, 1, 9), "agency": "Acute Trust", "attended": True}],
    )
    return source


@pytest.fixture
def workspace(tmp_path):
    workspace = Workspace(tmp_path / "workspace")
    workspace.folder.mkdir()
    return workspace


def write_settings(workspace, text):
    (workspace.folder / "sightline.toml").write_text(text, encoding="utf-8")


MAPPED = """
[roles]
"allocated caseworker" = "social worker"

[agencies]
"Acute trust" = "health"
"""


def test_a_councils_own_words_are_read_as_ours(source, workspace):
    write_settings(workspace, MAPPED)
    report = load(source, workspace)
    assert {row["role"] for row in rows_of(workspace, "allocations")} == {"social worker"}
    assert {row["agency"] for row in rows_of(workspace, "decision_makers")} == {"health"}
    assert report.faults.num_rows == 0


def test_a_word_nobody_mapped_is_kept_and_shown_with_the_line_to_add(source, workspace):
    load(source, workspace)
    assert "Allocated Case-Worker" in {row["role"] for row in rows_of(workspace, "allocations")}
    with workspace.reading() as backend:
        mend = {row["value"]: row["how_to_mend"] for row in faults_of(backend).to_pylist()}
    assert set(mend) == {"Allocated Case-Worker", "Acute Trust"}
    assert (
        'under [roles], the line "Allocated Case-Worker" = "other"' in mend["Allocated Case-Worker"]
    )
    assert "social worker" in mend["Allocated Case-Worker"]
    assert 'under [agencies], the line "Acute Trust" = "other"' in mend["Acute Trust"]


def test_the_line_that_is_shown_mends_it_when_loaded_again(source, workspace):
    load(source, workspace)
    write_settings(workspace, MAPPED)
    report = load(source, workspace)
    assert not report.unchanged
    assert report.faults.num_rows == 0
    assert {row["role"] for row in rows_of(workspace, "allocations")} == {"social worker"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[roles]\n"CW" = "boss"\n', "leads to a word Sightline does not know"),
        ('[roles]\n"CW" = ["social worker"]\n', "leads to a word Sightline does not know"),
        ("roles = 3\n", "roles is not a section"),
        ('[agencies]\n"Trust" = "hospital"\n', "leads to a word Sightline does not know"),
    ],
)
def test_what_cannot_be_used_is_said_with_what_to_do(tmp_path, text, said):
    (tmp_path / "sightline.toml").write_text(text, encoding="utf-8")
    with pytest.raises(CouldNot, match=said) as refused:
        read_settings(tmp_path)
    assert refused.value.next_step
