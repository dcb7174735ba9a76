"""Two sources in one workspace: one row for the rules, both kept, disagreements shown."""

from datetime import date

import pytest

from sightline.ledger.changes import changes_since
from sightline.ledger.disagreements import disagreements_of, sides_of
from sightline.ledger.load import load, take_out
from sightline.ledger.reading import coverage_of, extract_of, faults_of, loads_of, set_aside_of
from sightline.ledger.same_thing import told_apart_by
from sightline.ledger.told_values import values_told
from sightline.ledger.workspace import Workspace
from sightline.records.tables import TABLES
from sightline.sources.could_not import CouldNot
from sightline.sources.doors import DOORS, SOURCES
from tests.ledger.small_folder import GOOD_ROWS, write_good_folder, write_rows
from tests.ledger.two_sources import (
    C1,
    C2,
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    census,
    child,
    filled,
    load_both,
    plan,
    rows_of,
)

PLANS = GOOD_ROWS["protection_plans"]
VISITS = GOOD_ROWS["protection_visits"]


@pytest.fixture
def workspace(tmp_path):
    return Workspace(tmp_path / "workspace")


def disagreements(workspace):
    with workspace.reading() as backend:
        return [
            (
                row["table"],
                row["column"],
                row["child"],
                (row["stands_from"], row["stands"]),
                (row["other_from"], row["other"]),
            )
            for row in disagreements_of(backend).to_pylist()
        ]


def test_a_plan_that_both_tell_is_one_plan_and_keeps_what_belongs_to_it(tmp_path, workspace):
    load_both(tmp_path, workspace)
    plans = rows_of(workspace, "protection_plans")
    assert [(one["plan"], one["child"], one["ended"]) for one in plans] == [
        ("P1", "C1", date(2022, 9, 1)),
        ("P2", "C2", None),
    ]
    # The folder leaves it empty, the census fills it; the referral is the census's own.
    assert [one["latest_category"] for one in plans] == ["NEG", "EMO"]
    referrals = {one["referral"] for one in rows_of(workspace, "referrals")}
    assert {one["referral"] for one in plans} == referrals
    assert [visit["plan"] for visit in rows_of(workspace, "protection_visits")] == [
        "P1",
        "P2",
        "P2",
    ]
    assert disagreements(workspace) == []


def test_a_review_of_the_census_leads_to_the_plan_that_stands(tmp_path, workspace):
    reviewed = plan("2023-05-02", "EMO").replace(
        "</ChildProtectionPlans>",
        "<Reviews><CPPreviewDate>2023-07-20</CPPreviewDate></Reviews></ChildProtectionPlans>",
    )
    load_both(tmp_path, workspace, C1, child("C2", "2018-02-03", "2023-04-20", reviewed))
    (review,) = rows_of(workspace, "review_conferences")
    assert review["plan"] == "P2"


def test_where_they_disagree_the_first_stands_and_both_are_shown(tmp_path, workspace):
    other = child("C1", "2015-06-11", "2021-12-20", plan("2022-01-10", "PHY", "2022-09-05"))
    load_both(tmp_path, workspace, other, C2)
    (one, _) = rows_of(workspace, "protection_plans")
    assert (one["initial_category"], one["ended"]) == ("NEG", date(2022, 9, 1))
    assert disagreements(workspace) == [
        ("children", "born", "C1", ("sightline", "2015-06-01"), ("cin-census", "2015-06-11")),
        (
            "protection_plans",
            "ended",
            "C1",
            ("sightline", "2022-09-01"),
            ("cin-census", "2022-09-05"),
        ),
        ("protection_plans", "initial_category", "C1", ("sightline", "NEG"), ("cin-census", "PHY")),
    ]
    with workspace.reading() as backend:
        (first, *_) = disagreements_of(backend).to_pylist()
    assert first["how_to_mend"] == (
        "Find out which is right, then correct it in the Sightline folder "
        "or in the children in need census."
    )


def test_an_end_the_first_source_should_know_of_does_not_end_the_plan(tmp_path, workspace):
    """The folder speaks up to March 2024 and says the plan runs: the rules must not think it over."""
    ended = child("C2", "2018-02-03", "2023-04-20", plan("2023-05-02", "EMO", "2024-01-08"))
    load_both(tmp_path, workspace, C1, ended)
    assert rows_of(workspace, "protection_plans")[1]["ended"] is None
    assert disagreements(workspace) == [
        ("protection_plans", "ended", "C2", ("sightline", None), ("cin-census", "2024-01-08"))
    ]


def test_an_end_after_the_first_sources_last_day_is_news(tmp_path, workspace):
    folder = write_good_folder(tmp_path / "source")
    extract = {**GOOD_ROWS["extract"][0], "extract_day": date(2023, 12, 31)}
    write_rows(folder, "extract", [extract])
    load(folder, workspace, now=MONDAY)
    ended = child("C2", "2018-02-03", "2023-04-20", plan("2023-05-02", "EMO", "2024-01-08"))
    load(census(tmp_path / "cin.xml", C1, ended), workspace, now=TUESDAY)
    assert rows_of(workspace, "protection_plans")[1]["ended"] == date(2024, 1, 8)
    assert disagreements(workspace) == []


def test_the_order_of_loading_makes_no_difference(tmp_path, workspace):
    load_both(tmp_path, workspace)
    turned = Workspace(tmp_path / "turned")
    load(tmp_path / "cin.xml", turned, now=MONDAY)
    load(tmp_path / "source", turned, now=TUESDAY)
    for name in TABLES:
        assert sorted(map(repr, rows_of(turned, name))) == sorted(
            map(repr, rows_of(workspace, name))
        )
    assert filled(turned) == filled(workspace)


def test_a_column_is_filled_where_any_source_fills_it(tmp_path, workspace):
    load_both(tmp_path, workspace)
    assert filled(workspace)["protection_visits", "visited"]
    assert filled(workspace)["referrals", "received"]
    assert not filled(workspace)["allocations", "worker"]
    known = filled(workspace, known_on=MONDAY.date())
    assert known["protection_visits", "visited"]
    assert not known["referrals", "received"]


def test_a_table_that_the_first_source_did_not_bring_is_not_made_good_by_the_other(
    tmp_path, workspace
):
    folder, _ = load_both(tmp_path, workspace)
    (folder / "protection_plans.parquet").unlink()
    load(folder, workspace, now=WEDNESDAY)
    assert not filled(workspace)["protection_plans", "started"]
    with workspace.reading() as backend:
        reasons = {
            row["because"]
            for row in coverage_of(backend).to_pylist()
            if (row["table"], row["column"]) == ("protection_plans", "started")
        }
    assert reasons == {"the table did not come in the last load of the Sightline folder"}
    assert len(rows_of(workspace, "protection_plans")) == 2


def test_each_source_is_loaded_again_without_the_other_changing(tmp_path, workspace):
    folder, path = load_both(tmp_path, workspace)
    assert load(folder, workspace).unchanged
    assert load(path, workspace).unchanged
    census(path, C1)
    report = load(path, workspace, now=WEDNESDAY)
    assert {one.table: one.gone for one in report.changes if one.gone} == {
        "children": 1,
        "protection_plans": 1,
        "referrals": 1,
    }
    assert len(rows_of(workspace, "children")) == 3
    assert [one["latest_category"] for one in rows_of(workspace, "protection_plans")] == [
        "NEG",
        None,
    ]
    with workspace.reading() as backend:
        changed = changes_since(backend, MONDAY.date()).to_pylist()
    assert {(row["source"], row["table"], row["child"], row["change"]) for row in changed} == {
        ("cin-census", "children", "C2", "vanished"),
        ("cin-census", "protection_plans", "C2", "vanished"),
        ("cin-census", "referrals", "C2", "vanished"),
    }


def test_a_row_that_one_source_takes_out_stands_while_the_other_tells_it(tmp_path, workspace):
    folder, _ = load_both(tmp_path, workspace)
    write_rows(folder, "protection_plans", PLANS[:1])
    write_rows(folder, "protection_visits", VISITS[:1])
    load(folder, workspace, now=WEDNESDAY)
    plans = rows_of(workspace, "protection_plans")
    assert [one["child"] for one in plans] == ["C1", "C2"]
    assert plans[1]["plan"].startswith("cin-census:")


def test_taking_a_source_out_leaves_the_other_as_it_was(tmp_path, workspace):
    alone = Workspace(tmp_path / "alone")
    _, path = load_both(tmp_path, workspace)
    load(tmp_path / "source", alone, now=MONDAY)
    report = take_out("cin-census", workspace, now=WEDNESDAY)
    assert sum(one.gone for one in report.changes) == 7  # the extract's own row with them
    for name in TABLES:
        assert rows_of(workspace, name) == rows_of(alone, name)
    assert filled(workspace) == filled(alone)
    assert len(rows_of(workspace, "referrals", known_on=TUESDAY.date())) == 2
    with pytest.raises(CouldNot, match="Nothing in this workspace comes from"):
        take_out("cin-census", workspace)
    assert not load(path, workspace).unchanged
    assert len(rows_of(workspace, "referrals")) == 2


def test_what_was_known_on_a_day_is_laid_together_as_it_stood(tmp_path, workspace):
    folder, _ = load_both(tmp_path, workspace)
    before = {name: rows_of(workspace, name) for name in TABLES}
    write_rows(folder, "protection_plans", [{**PLANS[0], "initial_category": "SAB"}, PLANS[1]])
    load(folder, workspace, now=WEDNESDAY)
    assert rows_of(workspace, "protection_plans")[0]["initial_category"] == "SAB"
    for name, rows in before.items():
        assert rows_of(workspace, name, known_on=TUESDAY.date()) == rows
    assert rows_of(workspace, "referrals", known_on=MONDAY.date()) == []


def test_what_each_source_could_not_use_stays_until_its_own_next_load(tmp_path, workspace):
    folder = write_good_folder(tmp_path / "source")
    write_rows(folder, "protection_visits", [*VISITS, {**VISITS[0], "visit": "V9", "child": "X"}])
    load(folder, workspace, now=MONDAY)
    load(census(tmp_path / "cin.xml", C1, C2, C2), workspace, now=TUESDAY)
    with workspace.reading() as backend:
        sources = {row["told_by"] for row in set_aside_of(backend).to_pylist()}
        assert faults_of(backend) is not None
    assert sources == {"sightline", "cin-census"}
    again = load(folder, workspace)
    assert (again.unchanged, again.set_aside_rows) == (True, 1)


def test_read_is_kept_and_set_aside_for_each_source_by_itself(tmp_path, workspace):
    load_both(tmp_path, workspace)
    with workspace.reading() as backend:
        loads = loads_of(backend).to_pylist()
        sides = {(row["table"], row["source"]): row for row in sides_of(backend).to_pylist()}
    assert [load["told_by"] for load in loads] == ["cin-census", "sightline"]
    assert all(one["read"] == one["kept"] + one["set_aside"] for one in loads)
    shared = {key: (row["rows"], row["shared"]) for key, row in sides.items()}
    assert shared["children", "sightline"] == (3, 2)
    assert shared["children", "cin-census"] == (2, 2)


def test_the_first_source_says_up_to_which_day_the_records_speak(tmp_path, workspace):
    load_both(tmp_path, workspace)
    with workspace.reading() as backend:
        extract = extract_of(backend)
    assert extract.authority == "Madeupshire"
    assert (extract.extract_day, extract.earliest_day) == (date(2024, 3, 31), date(2014, 4, 1))
    assert extract.made_up


def test_a_census_of_another_authority_is_not_laid_beside(tmp_path, workspace):
    load_both(tmp_path, workspace)
    other = write_good_folder(tmp_path / "other")
    write_rows(other, "extract", [{**GOOD_ROWS["extract"][0], "authority": "Elsewhere"}])
    with pytest.raises(CouldNot, match="holds the records of Madeupshire"):
        load(other, workspace)


def test_two_referrals_of_one_day_meet_by_what_they_say(tmp_path, workspace):
    folder = write_good_folder(tmp_path / "source")
    referrals = [
        {"referral": "R1", "child": "C1", "received": date(2021, 12, 20), "source": "1A"},
        {"referral": "R2", "child": "C1", "received": date(2021, 12, 20), "source": "6"},
    ]
    write_rows(folder, "referrals", referrals)
    load(folder, workspace, now=MONDAY)
    said = child("C1", "2015-06-01", "2021-12-20", "<ReferralSource>6</ReferralSource>")
    load(census(tmp_path / "cin.xml", said), workspace, now=TUESDAY)
    rows = {row["referral"]: row["source"] for row in rows_of(workspace, "referrals")}
    assert rows == {"R1": "1A", "R2": "6"}
    assert disagreements(workspace) == []


def test_children_meet_on_the_councils_own_id_and_on_nothing_else(tmp_path, workspace):
    """A child adopted has two ids; alike in every other way, the two are never laid together."""
    folder = write_good_folder(tmp_path / "source")
    first = {"child": "C1", "born": date(2015, 6, 1), "pupil_number": "A1", "older_id": "C9"}
    write_rows(folder, "children", [{**first, "family_name": "Marsh"}, *GOOD_ROWS["children"][1:]])
    load(folder, workspace, now=MONDAY)
    other = child("C9", "2015-06-01", "2022-03-01").replace(
        "<PersonBirthDate>", "<UPN>A1</UPN><PersonBirthDate>"
    )
    load(census(tmp_path / "cin.xml", other), workspace, now=TUESDAY)
    found = {row["child"]: row["family_name"] for row in rows_of(workspace, "children")}
    assert found == {"C1": "Marsh", "C2": None, "C3": None, "C9": None}
    assert [row["child"] for row in rows_of(workspace, "referrals")] == ["C9"]


def test_every_column_that_tells_things_apart_is_there():
    for table in TABLES.values():
        assert set(told_apart_by(table)) <= set(table.column_names), table.name


def test_every_door_brings_a_source_that_has_its_place_in_the_order():
    assert {door.source for door in DOORS} == set(SOURCES)
    assert len({door.kind for door in DOORS}) == len(DOORS)


@pytest.mark.parametrize("name", TABLES)
def test_no_column_of_a_record_clashes_with_a_name_the_ledger_uses(name):
    own = {"told_by", "history_row", "known_from", "known_to", "replaces", "remembered"}
    laying = {"of_leader", "in_layer", "overruled", "layer", "all_tell", "leader"}
    assert not (own | laying) & set(TABLES[name].column_names)


def test_every_value_is_kept_with_the_source_that_told_it(tmp_path, workspace):
    other = child("C1", "2015-06-11", "2021-12-20", plan("2022-01-10", "NEG", "2022-09-01"))
    load_both(tmp_path, workspace, other, C2)
    with workspace.reading() as backend:
        told = {
            (one.table, one.happened, one.column): one.told for one in values_told(backend, "C1")
        }
    assert told["children", None, "born"] == {
        "sightline": date(2015, 6, 1),
        "cin-census": date(2015, 6, 11),
    }
    started = date(2022, 1, 10)
    assert told["protection_plans", started, "latest_category"] == {"cin-census": "NEG"}
    assert ("protection_visits", date(2022, 1, 20), "visited") not in told


def test_a_ledger_of_an_earlier_sightline_takes_a_second_source(tmp_path, workspace):
    """Before, a ledger did not say which source told a row: there was one only."""
    load(write_good_folder(tmp_path / "source"), workspace, now=MONDAY)
    with workspace.writing() as backend:
        for name in TABLES:
            backend.raw_sql(f"ALTER TABLE history.{name} DROP COLUMN told_by")
        for name in ("loads", "set_aside", "faults"):
            backend.raw_sql(f"ALTER TABLE load.{name} DROP COLUMN told_by")
        for name in ("coverage_by_source", "disagreements", "side_by_side", "order_of_sources"):
            backend.raw_sql(f"DROP TABLE load.{name}")
    with workspace.reading() as backend, pytest.raises(CouldNot, match="earlier Sightline"):
        disagreements_of(backend)
    load(census(tmp_path / "cin.xml", C1, C2), workspace, now=TUESDAY)
    assert [one["plan"] for one in rows_of(workspace, "protection_plans")] == ["P1", "P2"]
    assert filled(workspace)["protection_visits", "visited"]
    assert len(rows_of(workspace, "children")) == 3
