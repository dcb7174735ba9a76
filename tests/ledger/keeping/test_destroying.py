"""Reviewed destruction: it reaches everything, is recorded, and is not undone by the next load."""

import shutil
import subprocess
import sys
import textwrap
from datetime import date

import pytest

from sightline.ledger import load as loading
from sightline.ledger import workspace as workspaces
from sightline.ledger.changes import changes_since
from sightline.ledger.duplicates.deciding import Pair, decide
from sightline.ledger.keeping import destroying
from sightline.ledger.keeping.destroying import destroy, destructions_of
from sightline.ledger.keeping.holds import holds_of, place_hold, release_hold
from sightline.ledger.keeping.reviewing import Reviewed, read_review
from sightline.ledger.load import load
from sightline.ledger.reading import child_records, records_of, set_aside_of
from sightline.ledger.workspace import Workspace
from sightline.measures.at_hand import START as WHAT_WAS_FOUND
from sightline.sources.could_not import CouldNot
from tests.ledger.keeping.people_on_file import IN_NEED, ROWS, loaded
from tests.ledger.small_folder import write_rows
from tests.ledger.two_sources import census
from tests.ledger.two_sources import child as census_child

SURNAME = "Zqxwvut-Made-Up"


def let_go(*children):
    return [Reviewed(child, "destroy", "R. Reviewer", "Kept long enough") for child in children]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Loaded, then changed: history holds what the child was called before; a row is set aside."""
    folder = tmp_path_factory.mktemp("made")
    workspace, source = loaded(folder)
    children = [dict(row) for row in ROWS["children"]]
    children[0]["given_name"] = "Changed"
    write_rows(source, "children", [*children, {"child": IN_NEED, "family_name": SURNAME}])
    twice = [*ROWS["mothers"], {"motherhood": "M", "child": "mother", "her_child": IN_NEED}]
    write_rows(source, "mothers", twice)
    load(source, workspace)
    census_path = census(folder / "cin.xml", census_child(IN_NEED, "1985-01-02", "2000-05-01"))
    load(census_path, workspace)
    with workspace.writing() as backend:
        backend.con.execute(WHAT_WAS_FOUND)
        backend.con.execute(
            "INSERT INTO found.concerns VALUES ('a rule', ?, 'a subject', '2001-01-01')", [IN_NEED]
        )
    return folder


@pytest.fixture
def twice_loaded(made, tmp_path):
    """A copy of the workspace so made, and of its source."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return Workspace(tmp_path / "workspace"), tmp_path / "source"


def everything(workspace):
    """Every value of every table of the current ledger file, as text."""
    with workspace.reading() as backend:
        names = backend.con.execute(
            "SELECT schema_name, table_name FROM duckdb_tables()"
        ).fetchall()
        return "\n".join(
            repr(backend.con.execute(f'SELECT * FROM {schema}."{name}"').fetchall())
            for schema, name in names
        )


def test_nothing_of_the_child_is_left_in_any_table_or_file(twice_loaded):
    workspace, _ = twice_loaded
    before = everything(workspace)
    assert before.count(IN_NEED) > 10
    assert SURNAME in before
    assert SURNAME.encode() in workspace.current_file().read_bytes()
    done = destroy(workspace, let_go(IN_NEED), by="D. Archivist")
    assert dict(done.destroyed) == {"RET-04": 1}
    assert done.rows > 3
    after = everything(workspace)
    assert IN_NEED not in after
    assert SURNAME not in after
    assert [file.suffix for file in workspace.ledger.glob("[0-9]*")] == [".duckdb"]
    bytes_left = workspace.current_file().read_bytes()
    assert IN_NEED.encode() not in bytes_left
    assert SURNAME.encode() not in bytes_left


def test_everybody_else_is_as_before(twice_loaded):
    workspace, _ = twice_loaded
    with workspace.reading() as backend:
        others = {one["child"] for one in ROWS["children"]} - {IN_NEED}
        before = {child: child_records(backend, child) for child in others}
    destroy(workspace, let_go(IN_NEED), by="D. Archivist")
    before["mother"]["mothers"][0]["her_child"] = None
    with workspace.reading() as backend:
        assert {child: child_records(backend, child) for child in others} == before
        changed = changes_since(backend, date(2000, 1, 1)).column("child").to_pylist()
        assert IN_NEED not in changed


def test_it_is_recorded_by_count_and_standard_and_names_nobody(twice_loaded):
    workspace, _ = twice_loaded
    destroy(workspace, let_go(IN_NEED, "died", "protected"), by="D. Archivist")
    with workspace.reading() as backend:
        rows = destructions_of(backend).to_pylist()
    told = {
        (row["standard"], row["people"], row["destroyed_by"], row["reviewed_by"]) for row in rows
    }
    assert told == {
        (standard, 1, "D. Archivist", "R. Reviewer") for standard in ("RET-03", "RET-04", "RET-07")
    }


def test_a_source_that_still_sends_the_child_is_told_and_its_rows_say_nothing(twice_loaded):
    workspace, source = twice_loaded
    destroy(workspace, let_go(IN_NEED), by="D. Archivist")
    write_rows(source, "children", [*ROWS["children"], {"child": "new"}])
    report = load(source, workspace)
    assert report.exit_code == 1
    assert report.set_aside_rows == 3  # the child, a referral, and the mother's doubled row
    with workspace.reading() as backend:
        assert child_records(backend, IN_NEED) == {}
        assert child_records(backend, "new")
        reasons = [row["reason"] for row in set_aside_of(backend).to_pylist()]
        assert sum("were destroyed after review" in reason for reason in reasons) == 2
        (row,) = records_of(backend)["mothers"].to_pyarrow().to_pylist()
        assert row["her_child"] is None
    assert IN_NEED not in everything(workspace)
    assert SURNAME not in everything(workspace)


def test_held_not_due_and_unknown_children_are_refused(twice_loaded):
    workspace, _ = twice_loaded
    number = place_hold(workspace, [IN_NEED], by="A. Solicitor", reason="A claim")
    review = [
        *let_go(IN_NEED, "care", "nobody", "died"),
        Reviewed("protected", "keep", "R. Reviewer", "A sister asks"),
    ]
    done = destroy(workspace, review, by="D. Archivist")
    assert dict(done.destroyed) == {"RET-07": 1}
    assert dict(done.refused) == {
        destroying.HELD: 1,
        destroying.NOT_DUE: 1,
        destroying.NOT_ON_FILE: 1,
    }
    assert (done.kept, done.exit_code) == (1, 1)
    assert IN_NEED in everything(workspace)
    release_hold(workspace, number, by="A. Solicitor", reason="Settled")
    assert destroy(workspace, let_go(IN_NEED), by="D. Archivist").exit_code == 0
    assert IN_NEED not in everything(workspace)


def test_neither_an_ended_hold_nor_a_decision_about_duplicates_keeps_the_id(twice_loaded):
    workspace, _ = twice_loaded
    number = place_hold(workspace, [IN_NEED], by="A. Solicitor", reason="A claim")
    release_hold(workspace, number, by="A. Solicitor", reason="Settled")
    decide(workspace, [Pair(IN_NEED, "young", "different", "D. Manager", "Another birthday")])
    assert IN_NEED in everything(workspace)
    destroy(workspace, let_go(IN_NEED), by="D. Archivist")
    assert IN_NEED not in everything(workspace)
    with workspace.reading() as backend:
        assert [hold.released_by for hold in holds_of(backend.con)] == ["A. Solicitor"]


def test_run_again_it_destroys_nobody_twice(twice_loaded):
    workspace, _ = twice_loaded
    destroy(workspace, let_go(IN_NEED), by="D. Archivist")
    number = workspace.current_number()
    again = destroy(workspace, let_go(IN_NEED), by="D. Archivist")
    assert (dict(again.destroyed), again.exit_code) == ({}, 0)
    assert dict(again.refused) == {destroying.ALREADY: 1}
    assert workspace.current_number() == number


def test_records_under_the_id_before_birth_go_too(tmp_path):
    rows = {
        **ROWS,
        "children": [{"child": "born", "born": date(1985, 1, 1), "unborn_id": "before birth"}],
        "referrals": [
            {
                "referral": "R",
                "child": "before birth",
                "received": date(1984, 9, 1),
                "closed": date(1985, 1, 20),
            }
        ],
    }
    for name in ("care_episodes", "protection_plans", "allegations", "mothers"):
        rows[name] = []
    workspace, _ = loaded(tmp_path, rows)
    destroy(workspace, let_go("born"), by="D. Archivist")
    assert "before birth" not in everything(workspace)


def test_a_day_that_has_not_come_and_nobodys_name_are_refused(twice_loaded):
    workspace, _ = twice_loaded
    with pytest.raises(CouldNot, match="has not come"):
        destroy(workspace, let_go("care"), by="D. Archivist", on=date(2999, 1, 1))
    with pytest.raises(CouldNot, match="Nobody is named"):
        destroy(workspace, let_go(IN_NEED), by=" ")


@pytest.mark.parametrize(
    ("where", "step"),
    [
        (workspaces.shutil, "copyfile"),
        (destroying, "lay_together"),
        (destroying, "forget_answers"),
        (destroying, "_keep_that_it_happened"),
        (Workspace, "_write_what_is_left"),
        (Workspace, "_check"),
        (Workspace, "_publish"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_stopped_at_a_step_the_ledger_is_as_before(twice_loaded, monkeypatch, where, step):
    workspace, _ = twice_loaded
    before = everything(workspace)

    def fail(*args, **kwargs):
        raise RuntimeError("stopped here")

    with monkeypatch.context() as patch:
        patch.setattr(where, step, fail)
        with pytest.raises(RuntimeError, match="stopped here"):
            destroy(workspace, let_go(IN_NEED), by="D. Archivist")
    assert everything(workspace) == before
    assert not list(workspace.ledger.glob("*draft*"))
    destroy(workspace, let_go(IN_NEED), by="D. Archivist")
    assert IN_NEED not in everything(workspace)


KILLED_BEFORE_OLD_FILES_GO = textwrap.dedent(
    """
    import os, sys
    from sightline.ledger.keeping.destroying import destroy
    from sightline.ledger.keeping.reviewing import Reviewed
    from sightline.ledger.workspace import Workspace
    Workspace._prune = lambda *args: os._exit(9)
    destroy(Workspace(sys.argv[1]), [Reviewed(sys.argv[2], "destroy", "R", "why")], by="D")
    """
)


def test_killed_once_the_new_file_is_published_the_next_run_removes_the_old_ones(twice_loaded):
    workspace, _ = twice_loaded
    arguments = [sys.executable, "-c", KILLED_BEFORE_OLD_FILES_GO, workspace.folder, IN_NEED]
    assert subprocess.run(arguments, check=False).returncode == 9
    assert IN_NEED not in everything(workspace)
    assert len(list(workspace.ledger.glob("*.duckdb"))) > 1
    assert destroy(workspace, let_go(IN_NEED), by="D. Archivist").exit_code == 0
    assert len(list(workspace.ledger.glob("*.duckdb"))) == 1


def test_a_load_that_read_its_source_before_a_destruction_is_refused(twice_loaded, monkeypatch):
    workspace, source = twice_loaded
    write_rows(source, "children", ROWS["children"])
    examine = loading.examine

    def meanwhile(*args, **kwargs):
        destroy(workspace, let_go(IN_NEED), by="D. Archivist")
        return examine(*args, **kwargs)

    monkeypatch.setattr(loading, "examine", meanwhile)
    with pytest.raises(CouldNot, match="Records were destroyed while this load"):
        load(source, workspace)
    assert IN_NEED not in everything(workspace)


def test_lines_of_a_review_that_are_no_decision_are_set_aside_with_their_number(tmp_path):
    file = tmp_path / "due.csv"
    file.write_text(
        "child,standard,decision,decided_by,reason\n"
        "a,RET-04,Destroy,R. Reviewer,Long enough\n"
        "b,RET-04,,,\n"
        "c,RET-04,destroy,,Long enough\n"
        "a,RET-04,keep,R. Reviewer,Changed my mind\n"
        ",RET-04,keep,R. Reviewer,Nobody\n",
        encoding="utf-8-sig",
    )
    review = read_review(file)
    assert review.decided == [Reviewed("a", "destroy", "R. Reviewer", "Long enough")]
    assert list(review.set_aside) == [3, 4, 5, 6]
    file.write_text("name\nx\n", encoding="utf-8")
    with pytest.raises(CouldNot, match="not the list"):
        read_review(file)
