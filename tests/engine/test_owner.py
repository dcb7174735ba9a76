"""Who held the case behind a concern."""

from datetime import date

import pytest

from sightline.engine.asking import ask
from sightline.engine.owner import with_owner
from sightline.engine.status import status_on
from tests.engine.conftest import a_pattern, a_rule, records_of

ON = date(2021, 6, 1)
CLOSED = date(2021, 4, 1)


def turn(worker, started, ended=None, role="social worker", team="North"):
    return {
        "child": "Asha",
        "worker": worker,
        "team": team,
        "role": role,
        "started": started,
        "ended": ended,
    }


@pytest.fixture
def owner(rows_of):
    """Worker and team of one open concern, or of one that closed, over the allocations given."""

    def run(*allocations, closed=None):
        plan = {"child": "Asha", "started": date(2021, 3, 1), "ended": closed}
        records = records_of(child_in_need_plans=[plan], allocations=list(allocations))
        concerns = status_on(ask(a_pattern(), records), ON)
        (row,) = rows_of(with_owner(concerns, records["allocations"], ON))
        return row["worker"], row["team"]

    return run


FIRST = turn("Ines", date(2021, 1, 1), date(2021, 4, 1))
SECOND = turn("Jo", date(2021, 4, 2), team="South")


def test_an_open_concern_is_with_who_holds_the_case_on_the_day(owner):
    assert owner(FIRST, SECOND) == ("Jo", "South")


def test_a_closed_concern_stays_with_who_held_it_then_the_last_day_included(owner):
    assert owner(FIRST, SECOND, closed=CLOSED) == ("Ines", "North")
    assert owner(FIRST, SECOND, closed=date(2021, 4, 2)) == ("Jo", "South")


def test_a_duty_met_in_time_stays_with_who_held_it_when_it_was_met(rows_of):
    met = {"child": "Asha", "started": date(2021, 3, 1), "authorised": CLOSED}
    records = records_of(assessments=[met], allocations=[FIRST, SECOND])
    concerns = status_on(ask(a_rule(), records), ON)
    (row,) = rows_of(with_owner(concerns, records["allocations"], ON))
    assert (row["status"], row["worker"]) == ("in time", "Ines")


def test_nobody_holds_a_case_after_the_last_allocation(owner):
    assert owner(FIRST) == (None, None)
    assert owner() == (None, None)


def test_of_two_workers_the_later_holds_it_and_the_earlier_again_afterwards(owner):
    long = turn("Ines", date(2021, 1, 1))
    short = turn("Jo", date(2021, 3, 1), date(2021, 5, 31))
    assert owner(long, short, closed=CLOSED) == ("Jo", "North")
    assert owner(long, short) == ("Ines", "North")


def test_two_that_began_on_one_day_give_one_row(owner):
    both = [turn("Jo", date(2021, 4, 2)), turn("Ines", date(2021, 4, 2))]
    assert owner(*both) == ("Ines", "North")


def test_a_reviewing_officer_holds_no_case(owner):
    officer = turn("Kim", date(2021, 4, 2), role="independent reviewing officer")
    assert owner(officer) == (None, None)


def test_a_team_without_a_worker_holds_the_case_until_a_worker_does(owner):
    team = turn(None, date(2021, 2, 1), role="team", team="Duty")
    assert owner(team) == (None, "Duty")
    assert owner(team, FIRST, closed=CLOSED) == ("Ines", "North")
    assert owner(team, FIRST) == (None, "Duty")
