"""Unborn children become born ones, under the same id or under one that is declared."""

from datetime import date

import pytest

from sightline.ledger.changes import changes_since
from sightline.ledger.disagreements import disagreements_of
from sightline.ledger.load import load
from sightline.ledger.workspace import Workspace
from tests.ledger.small_folder import GOOD_ROWS, write_good_folder, write_rows
from tests.ledger.two_sources import MONDAY, TUESDAY, WEDNESDAY, census, child, rows_of

BORN = date(2024, 3, 20)
DUE = date(2024, 3, 25)
CHILDREN = GOOD_ROWS["children"][:2]
PLAN_BEFORE_BIRTH = {"plan": "P7", "child": "U3", "started": date(2024, 2, 1)}


@pytest.fixture
def source(tmp_path):
    return write_good_folder(tmp_path / "source")


@pytest.fixture
def workspace(tmp_path):
    return Workspace(tmp_path / "workspace")


def write(source, *children, plan_of="U3"):
    write_rows(source, "children", [*CHILDREN, *children])
    plan = {**PLAN_BEFORE_BIRTH, "child": plan_of}
    write_rows(source, "protection_plans", [*GOOD_ROWS["protection_plans"], plan])


def children(workspace):
    return {row["child"]: row for row in rows_of(workspace, "children")}


def plans_of(workspace, child):
    return [row["plan"] for row in rows_of(workspace, "protection_plans") if row["child"] == child]


def not_joined(workspace):
    with workspace.reading() as backend:
        rows = disagreements_of(backend).to_pylist()
    return [(row["child"], row["other"], row["how_to_mend"]) for row in rows]


def test_a_child_born_under_the_same_id_is_the_same_child(source, workspace):
    write(source, {"child": "U3", "expected_birth": DUE})
    load(source, workspace, now=MONDAY)
    assert children(workspace)["U3"]["born"] is None
    write(source, {"child": "U3", "expected_birth": DUE, "born": BORN})
    load(source, workspace, now=TUESDAY)
    assert children(workspace)["U3"]["born"] == BORN
    assert plans_of(workspace, "U3") == ["P7"]
    with workspace.reading() as backend:
        (change,) = changes_since(backend, MONDAY.date()).to_pylist()
    assert (change["child"], change["change"], change["column"]) == ("U3", "changed", "born")


def test_what_was_told_before_birth_is_the_born_childs_where_the_source_says_so(source, workspace):
    write(source, {"child": "U3", "expected_birth": DUE})
    load(source, workspace, now=MONDAY)
    born = {"child": "C30", "born": BORN, "unborn_id": "U3"}
    write(source, {"child": "U3", "expected_birth": DUE}, born)
    load(source, workspace, now=TUESDAY)
    assert set(children(workspace)) == {"C1", "C2", "C30"}
    assert children(workspace)["C30"]["expected_birth"] == DUE
    assert plans_of(workspace, "C30") == ["P7"]
    # On Monday nobody could know.
    known = rows_of(workspace, "children", MONDAY.date())
    assert {row["child"] for row in known} == {"C1", "C2", "U3"}


def test_rows_under_the_id_before_birth_are_kept_though_the_source_gave_that_id_up(
    source, workspace
):
    write(source, {"child": "C30", "born": BORN, "unborn_id": "U3"})
    report = load(source, workspace, now=MONDAY)
    assert report.set_aside_rows == 0
    assert plans_of(workspace, "C30") == ["P7"]


def test_a_plan_written_under_both_ids_is_one_plan(source, workspace):
    write(source, {"child": "C30", "born": BORN, "unborn_id": "U3"})
    again = {**PLAN_BEFORE_BIRTH, "plan": "P8", "child": "C30", "initial_category": "NEG"}
    plans = [*GOOD_ROWS["protection_plans"], PLAN_BEFORE_BIRTH, again]
    write_rows(source, "protection_plans", plans)
    visit = {"visit": "V9", "child": "U3", "plan": "P7", "visited": date(2024, 2, 9)}
    write_rows(source, "protection_visits", [visit])
    load(source, workspace, now=MONDAY)
    assert plans_of(workspace, "C30") == ["P8"]
    (visited,) = rows_of(workspace, "protection_visits")
    assert (visited["child"], visited["plan"]) == ("C30", "P8")


def test_without_a_declared_link_nothing_is_guessed(source, workspace):
    """Same expected day, same plan: two children, until the source or a person says otherwise."""
    write(source, {"child": "U3", "expected_birth": DUE})
    load(source, workspace, now=MONDAY)
    both = ({"child": "U3", "expected_birth": DUE}, {"child": "C30", "born": DUE})
    write(source, *both)
    load(source, workspace, now=TUESDAY)
    assert {"U3", "C30"} <= set(children(workspace))
    assert plans_of(workspace, "U3") == ["P7"]
    assert plans_of(workspace, "C30") == []


@pytest.mark.parametrize(
    ("born", "why"),
    [
        (
            [
                {"child": "U3", "born": date(2019, 1, 1)},
                {"child": "C30", "born": BORN, "unborn_id": "U3"},
            ],
            "It is the id of a child who has a date of birth.",
        ),
        (
            [
                {"child": "C30", "born": BORN, "unborn_id": "U3"},
                {"child": "C31", "born": BORN, "unborn_id": "U3"},
            ],
            "Several children are said to have had it before birth.",
        ),
        (
            [{"child": "C30", "born": date(2023, 1, 5), "unborn_id": "U3"}],
            "More than six weeks after the birth things still happened under it.",
        ),
    ],
    ids=[
        "the id of a born child, as of an adopted one",
        "twins",
        "an id in use long after the birth, as of an adopted child whose first row is gone",
    ],
)
def test_a_link_that_cannot_be_is_not_made_and_is_shown(source, workspace, born, why):
    write(source, *born)
    load(source, workspace, now=MONDAY)
    assert plans_of(workspace, "U3") == ["P7"]
    assert plans_of(workspace, "C30") == []
    said = not_joined(workspace)
    assert ("C30", "U3") in [one[:2] for one in said]
    assert all(one[2].startswith(why) for one in said)


def test_a_link_that_is_taken_back_parts_the_two_again(source, workspace):
    write(source, {"child": "C30", "born": BORN, "unborn_id": "U3"}, {"child": "U3"})
    load(source, workspace, now=MONDAY)
    assert plans_of(workspace, "C30") == ["P7"]
    write(source, {"child": "C30", "born": BORN}, {"child": "U3"})
    load(source, workspace, now=TUESDAY)
    assert plans_of(workspace, "U3") == ["P7"]
    assert plans_of(workspace, "C30") == []


def test_a_link_of_one_source_holds_for_the_other(tmp_path, source, workspace):
    write(source, {"child": "C30", "born": BORN, "unborn_id": "U3"})
    load(source, workspace, now=MONDAY)
    unborn = child("U3", "", "2024-01-30").replace(
        "<PersonBirthDate></PersonBirthDate>",
        "<ExpectedPersonBirthDate>2024-03-25</ExpectedPersonBirthDate>",
    )
    load(census(tmp_path / "cin.xml", unborn), workspace, now=WEDNESDAY)
    assert children(workspace)["C30"]["expected_birth"] == DUE
    assert [row["child"] for row in rows_of(workspace, "referrals")] == ["C30"]
    assert "U3" not in children(workspace)
