"""Proposals of duplicates: a person decides, may undo, and an adoption is never crossed."""

import sys
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from sightline.cli import main
from sightline.ledger.duplicates import deciding
from sightline.ledger.duplicates.candidates import candidates_of
from sightline.ledger.duplicates.deciding import (
    Pair,
    decide,
    decided_pairs,
    decisions_table,
    read_decisions,
    undo,
)
from sightline.ledger.duplicates.proposing import propose
from sightline.ledger.keeping.people import people_of
from sightline.ledger.keeping.subject_access import gather
from sightline.ledger.load import load
from sightline.ledger.workspace import Workspace
from sightline.records.tables import TABLES
from sightline.sources.could_not import CouldNot
from tests.ledger.small_folder import GOOD_ROWS, write_rows

BORN = date(2012, 3, 4)


def person(child, given_name, born=BORN, **more):
    return {
        "child": child,
        "given_name": given_name,
        "family_name": "Made-Up",
        "born": born,
        **more,
    }


PEOPLE = [
    person("one", "Aster", pupil_number="U1"),
    person("two", "Astor ", date(2012, 4, 3), pupil_number="u1"),
    person("twin", "Briar"),
    person("adopted", "Aster", pupil_number="U1"),
    person("other", "Clover", date(2001, 1, 1)),
]
ADOPTED = {
    "episode": "E",
    "child": "adopted",
    "started": date(2012, 5, 1),
    "ended": date(2013, 5, 1),
    "end_reason": "E11",
}


def loaded(folder, children=PEOPLE, **tables):
    for name, rows in {"extract": GOOD_ROWS["extract"], "children": children, **tables}.items():
        write_rows(folder, name, rows)
    workspace = Workspace(folder / "workspace")
    load(folder, workspace)
    return workspace


@pytest.fixture
def workspace(tmp_path):
    return loaded(tmp_path, care_episodes=[ADOPTED])


def same(child, other, decision=deciding.SAME):
    return Pair(child, other, decision, "D. Manager", "One school says so")


def decided(workspace):
    with workspace.reading() as backend:
        return decided_pairs(backend.con)


def test_a_pair_is_proposed_with_what_agrees_and_what_differs(workspace):
    pytest.importorskip("splink")
    with workspace.reading() as backend:
        found = propose(backend)
    (pair,) = found.pairs.to_pylist()
    assert {pair["child"], pair["other_child"]} == {"one", "two"}
    assert (pair["given_name"], pair["family_name"], pair["born"]) == ("close", "agrees", "close")
    assert (pair["pupil_number"], pair["postcode"]) == ("agrees", "not told")
    assert (found.compared, found.left_out) == (4, 1)
    assert not [name for name in pair if "weight" in name or "probability" in name]
    decide(workspace, [same("two", "one", deciding.DIFFERENT)])
    with workspace.reading() as backend:
        assert propose(backend).pairs.num_rows == 0


def test_without_splink_the_extra_is_named(workspace, monkeypatch):
    monkeypatch.setitem(sys.modules, "splink", None)
    with workspace.reading() as backend, pytest.raises(CouldNot) as refused:
        propose(backend)
    assert "requirements/duplicates.txt" in refused.value.next_step


def test_a_decision_stands_until_it_is_undone_and_both_stay_on_file(workspace):
    assert decide(workspace, [same("two", "one")]).kept == {deciding.SAME: 1}
    assert decided(workspace) == {frozenset(("one", "two"))}
    undo(workspace, 1, by="E. Manager", reason="Two cousins")
    assert decided(workspace) == set()
    with workspace.reading() as backend:
        (row,) = decisions_table(backend.con)[0].to_pylist()
        assert backend.con.execute("SELECT count(*) FROM records.children").fetchall() == [(5,)]
    assert (row["decided_by"], row["undone_by"]) == ("D. Manager", "E. Manager")
    with pytest.raises(CouldNot, match="no decision 1 to be undone"):
        undo(workspace, 1, by="E. Manager", reason="Again")


def test_a_later_decision_takes_the_place_of_the_earlier(workspace):
    decide(workspace, [same("one", "two")])
    decide(workspace, [same("two", "one", deciding.NOT_NOW)])
    assert decided(workspace) == set()


def test_retention_and_subject_access_read_the_two_ids_together(workspace):
    decide(workspace, [same("two", "one")])
    with workspace.reading() as backend:
        people = {one.child: one.ids for one in people_of(backend.con)}
        held = gather(backend, "two", date(2024, 4, 1))
    assert people["one"] == ("one", "two")
    assert "two" not in people
    (told,) = [part for part in held.parts if part.name == "same_person"]
    assert told.rows[0]["decision"] == deciding.SAME


def test_nobody_decides_across_an_adoption_or_about_an_id_not_on_file(workspace):
    done = decide(workspace, [same("one", "adopted"), same("one", "nobody")])
    assert (done.kept, done.refused) == ({}, {deciding.ADOPTION: 1, deciding.NOT_ON_FILE: 1})


def test_a_decision_made_before_an_adoption_is_no_longer_shown(tmp_path):
    workspace = loaded(tmp_path)
    decide(workspace, [same("one", "adopted")])
    write_rows(tmp_path, "care_episodes", [ADOPTED])
    load(tmp_path, workspace)
    with workspace.reading() as backend:
        shown, hidden = decisions_table(backend.con)
    assert (shown.num_rows, hidden) == (0, 1)


SIGNS = some.sampled_from(
    [
        ("care_episodes", {"started": BORN, "end_reason": "E12"}),
        ("placements", {"started": BORN, "type": "A4"}),
        ("permanence", {"decided": BORN, "decision_reversed": BORN}),
        ("permanence", {"placed_for_adoption": BORN}),
        ("care_plans", {"started": BORN, "permanence_plan": "ADOPTION"}),
        ("referrals", {"received": BORN, "primary_need": "N9"}),
        ("previous_permanence", {"option": "P1"}),
    ]
)


@settings(max_examples=10, deadline=None)
@given(sign=SIGNS, named=some.sampled_from(["older_id", "unborn_id", ""]), first=some.booleans())
def test_neither_identity_is_ever_compared_however_the_adoption_is_told(
    tmp_path_factory, sign, named, first
):
    before, after = person("before", "Aster"), person("after", "Aster", pupil_number="U1")
    if named:
        after[named] = "before"
    table, says = sign
    child = "before" if first else "after"
    row = {TABLES[table].key: "K", "child": child, **says}
    workspace = loaded(
        tmp_path_factory.mktemp("adopted"), [before, after, *PEOPLE[:2]], **{table: [row]}
    )
    with workspace.reading() as backend:
        ids = set(candidates_of(backend.con)[0].column("child").to_pylist())
    assert {"one", "two"} <= ids
    assert not {"before", "after"} <= ids
    assert child not in ids
    if named:
        assert not {"before", "after"} & ids


def test_the_list_comes_back_with_faults_by_line_and_from_the_command(tmp_path, workspace, capsys):
    file = tmp_path / "proposals.csv"
    file.write_text(
        "child,other_child,decision,decided_by,reason\n"
        "one,two,Same person,D. Manager,One school says so\n"
        "one,other,,,\n"
        "one,twin,perhaps,D. Manager,Hm\n"
        "one,one,different,D. Manager,Hm\n"
        "one,twin,different,,Twins\n",
        encoding="utf-8-sig",
    )
    assert list(read_decisions(file)[1]) == [4, 5, 6]
    place = ["--workspace", str(workspace.folder)]
    assert main(["duplicates", "decide", "--reviewed", str(file), *place]) == 1
    said = capsys.readouterr().out
    assert "1 decision kept." in said
    assert "line 4 of proposals.csv set aside" in said
    assert main(["duplicates", "list", "--out", str(tmp_path / "out"), *place]) == 0
    assert main(["duplicates", "undo", "1", "--by", "E", "--reason", "why", *place]) == 0
    assert decided(workspace) == set()
    file.write_text("name\nx\n", encoding="utf-8")
    assert main(["duplicates", "decide", "--reviewed", str(file), *place]) == 2
