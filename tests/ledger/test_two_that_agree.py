"""Generated: laying two sources together gives what either alone gives, where they agree."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from sightline.ledger import load as loading
from sightline.ledger.disagreements import disagreements_of, sides_of
from sightline.ledger.load import load
from sightline.ledger.reading import records_of
from sightline.ledger.same_thing import passing_ids, told_apart_by
from sightline.ledger.workspace import Workspace
from sightline.records.tables import TABLES
from sightline.sources.doors import DOORS
from tests.ledger.small_folder import GOOD_ROWS, write_rows

FIRST_DAY = date(2020, 1, 1)
CHILDREN = 60
COMPARED = (
    "children",
    "referrals",
    "assessments",
    "assessment_factors",
    "protection_plans",
    "protection_visits",
)
FACTORS = ("1A", "2A", "3A", "16A")


def some_day(chance):
    return FIRST_DAY + timedelta(days=chance.randrange(40))


def made_up_rows(chance):
    """A few dozen children, so crowded into a few weeks that many rows share their day."""
    rows = {"extract": GOOD_ROWS["extract"], "children": []}
    names = ("referrals", "protection_plans", "protection_visits", "assessments")
    rows |= {name: [] for name in (*names, "assessment_factors")}
    for number in range(CHILDREN):
        child = f"C{number}"
        rows["children"].append({"child": child, "born": some_day(chance), "sex": "F"})
        for name in names:
            for place in range(chance.randrange(4)):
                key, day = TABLES[name].key, TABLES[name].happened
                row = {key: f"{name}-{number}-{place}", "child": child, day: some_day(chance)}
                rows[name].append(row)
        for plan in rows["protection_plans"][-2:]:
            plan.setdefault("initial_category", chance.choice(("NEG", "EMO", "PHY")))
            if plan["child"] == child and chance.random() < 0.5:
                plan["ended"] = plan["started"] + timedelta(days=chance.randrange(300))
        for assessment in rows["assessments"]:
            if assessment["child"] == child:
                for factor in chance.sample(FACTORS, 2):
                    told = {"child": child, "factor": factor, "found": assessment["started"]}
                    told["assessment"] = assessment["assessment"]
                    rows["assessment_factors"].append(told)
        own = [plan["plan"] for plan in rows["protection_plans"] if plan["child"] == child]
        for visit in rows["protection_visits"]:
            if visit["child"] == child and own:
                visit["plan"], visit["child_seen"] = chance.choice(own), chance.random() < 0.7
    # As a load would: rows that say the very same, ids apart, are one.
    return {name: without_twins(name, told) for name, told in rows.items()}


def without_twins(name, rows):
    return list({repr(saying(name, row)): row for row in rows}.values())


def saying(name, row):
    """What a row says, ids of its source apart, empty values left out."""
    ids = passing_ids(TABLES[name])
    return sorted(
        (key, value) for key, value in row.items() if key not in ids and value is not None
    )


def renumbered(rows):
    """The same rows under the ids of another system."""
    return {
        name: [
            {
                key: f"x{value}" if key in passing_ids(TABLES[name]) else value
                for key, value in row.items()
            }
            for row in told
        ]
        for name, told in rows.items()
    }


def some_of(chance, rows):
    """Most rows of most tables: a source that knows less and says nothing else."""
    return {
        name: told
        if name in ("extract", "children")
        else [row for row in told if chance.random() < 0.7]
        for name, told in rows.items()
    }


@pytest.fixture
def loading_as(monkeypatch, tmp_path):
    """Loads made-up rows as if they came from a source of that name."""
    own = next(door for door in DOORS if door.name == "sightline")

    def load_as(source, workspace, rows):
        folder = tmp_path / f"{workspace.folder.name}-{source}"
        folder.mkdir()
        for name, told in rows.items():
            write_rows(folder, name, told)
        door = replace(own, source=source)
        monkeypatch.setattr(loading, "door_for", lambda path, told: door)
        return load(folder, workspace)

    return load_as


def told_by(workspace):
    """What the records say, ids apart; each reference as what the row it leads to says."""
    with workspace.reading() as backend:
        rows = {name: records_of(backend)[name].to_pyarrow().to_pylist() for name in COMPARED}
    plans = {row["plan"]: saying("protection_plans", row) for row in rows["protection_plans"]}
    found = {name: [saying(name, row) for row in told] for name, told in rows.items()}
    found["visits and their plans"] = [
        [saying("protection_visits", row), plans.get(row["plan"])]
        for row in rows["protection_visits"]
    ]
    return {name: sorted(map(repr, told)) for name, told in found.items()}


@pytest.mark.parametrize("seed", range(2))
def test_two_sources_that_say_the_same_say_it_once(tmp_path, loading_as, seed):
    chance = random.Random(seed)
    rows = made_up_rows(chance)
    alone, both = Workspace(tmp_path / "alone"), Workspace(tmp_path / "both")
    loading_as("sightline", alone, rows)
    loading_as("sightline", both, rows)
    loading_as("annex-a", both, renumbered(rows))
    assert told_by(both) == told_by(alone)
    with both.reading() as backend:
        assert disagreements_of(backend).num_rows == 0
        sides = sides_of(backend).to_pylist()
    assert {row["table"] for row in sides} >= {"children", "protection_visits"}
    assert all(row["rows"] == row["shared"] for row in sides if told_apart_by(TABLES[row["table"]]))


@pytest.mark.parametrize("fuller", ["sightline", "annex-a"])
def test_a_source_that_knows_less_takes_nothing_away(tmp_path, loading_as, fuller):
    chance = random.Random(7)
    rows = made_up_rows(chance)
    poorer = "annex-a" if fuller == "sightline" else "sightline"
    alone, both = Workspace(tmp_path / "alone"), Workspace(tmp_path / "both")
    loading_as(fuller, alone, rows)
    loading_as(fuller, both, rows)
    loading_as(poorer, both, renumbered(some_of(chance, rows)))
    assert told_by(both) == told_by(alone)
    with both.reading() as backend:
        assert disagreements_of(backend).num_rows == 0
