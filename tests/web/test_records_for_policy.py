"""Who works with a child, and what the child lives under, on the day asked about."""

from datetime import date

import duckdb
import pytest

from sightline.casework.policy import ChildRecord
from sightline.web.records_for_policy import records_on

DAY = date(2024, 3, 31)


@pytest.fixture
def found():
    """The records of a few children, on the day."""
    connection = duckdb.connect()
    connection.execute(
        """
        CREATE SCHEMA records;
        CREATE TABLE records.allocations
            (child TEXT, worker TEXT, team TEXT, role TEXT, started DATE, ended DATE);
        INSERT INTO records.allocations VALUES
            ('C1', 'W1', 'North', 'social worker', '2023-01-01', NULL),
            ('C1', 'W2', 'Reviewing', 'independent reviewing officer', '2023-01-01', NULL),
            ('C1', 'W3', 'South', 'social worker', '2022-01-01', '2022-12-31'),
            ('C1', 'W4', 'Later', 'social worker', '2024-04-01', NULL),
            ('C2', 'W1', 'North', 'social worker', '2023-01-01', '2024-03-31'),
            ('C2', 'W5', NULL, 'advocate', '2023-01-01', '2024-03-30'),
            ('C3', NULL, 'Duty', 'team', '2024-01-01', NULL);
        CREATE TABLE records.protection_plans (child TEXT, started DATE, ended DATE);
        INSERT INTO records.protection_plans VALUES
            ('C1', '2023-02-01', NULL), ('C2', '2023-02-01', '2024-03-30'), ('C4', '2024-04-01', NULL);
        CREATE TABLE records.child_in_need_plans (child TEXT, started DATE, ended DATE);
        CREATE TABLE records.care_episodes (child TEXT, started DATE, ended DATE);
        INSERT INTO records.care_episodes VALUES
            ('C1', '2023-05-01', '2023-06-01'), ('C1', '2023-06-01', '2024-03-31'),
            ('C5', '2024-03-31', NULL);
        """
    )
    rows = lambda question, values: connection.execute(question, values).fetchall()  # noqa: E731
    return records_on(rows, ["C1", "C2", "C3", "C4"], DAY)


def test_whoever_holds_the_case_is_told_from_whoever_works_beside_them(found):
    assert found["C1"] == ChildRecord(
        child="C1",
        held_by=frozenset({"W1"}),
        others_at_work=frozenset({"W2"}),
        teams=frozenset({"North", "Reviewing"}),
        circumstances=frozenset({"protection plan", "in care"}),
    )


def test_the_last_day_still_counts_and_the_day_after_does_not(found):
    assert found["C2"].held_by == {"W1"}
    assert not found["C2"].others_at_work
    assert not found["C2"].circumstances


def test_a_team_without_a_worker_works_with_the_child(found):
    assert found["C3"] == ChildRecord(child="C3", teams=frozenset({"Duty"}))


def test_a_child_nobody_works_with_has_a_record_and_so_has_one_told_of_in_passing(found):
    assert found["C4"] == ChildRecord(child="C4")
    assert found["C5"].circumstances == {"in care"}
