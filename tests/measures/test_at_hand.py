"""What people have at hand: which concerns, since when they were found, what was there before."""

from datetime import date, timedelta

import pytest

from sightline.engine.store import open_memory
from sightline.measures.answers import concerns_of_child
from sightline.measures.at_hand import NOBODY, at_hand, is_at_hand, keep_at_hand
from sightline.sources.could_not import CouldNot
from tests.generative.worlds import EXTRACT_DAY

FIRST, SECOND, THIRD = date(2024, 3, 1), date(2024, 3, 2), date(2024, 3, 9)
RULE, LATER_RULE = "rule_of_the_first_day", "rule_added_later"


@pytest.fixture
def ledger():
    """An empty ledger's answers."""
    backend = open_memory()
    backend.con.execute("CREATE SCHEMA answers")
    return backend


def stands(ledger, day: date, *rows: dict, rules=(RULE,), began=None) -> dict[str, tuple]:
    """What is at hand after a check of ``day`` that found these rows: by subject what was found when."""
    ledger.con.execute(
        "CREATE OR REPLACE TABLE answers.concerns (rule VARCHAR, child VARCHAR, subject VARCHAR, "
        "starts DATE, due DATE, met DATE, lapses DATE, opens DATE, closes DATE, status VARCHAR, "
        "worker VARCHAR, team VARCHAR)"
    )
    for row in rows:
        row = {"rule": RULE, "child": "C1", **row}
        places = ", ".join("?" for _ in row)
        ledger.con.execute(
            f"INSERT INTO answers.concerns ({', '.join(row)}) VALUES ({places})",
            list(row.values()),
        )
    keep_at_hand(ledger, day, rules, began)
    return {one.subject: (one.found_on, one.from_before) for one in at_hand(ledger)}


def is_open(subject: str, since: date = FIRST - timedelta(days=400), **more) -> dict:
    return {"subject": subject, "opens": since, "status": "open", **more}


def test_what_is_open_on_the_first_day_is_from_before_and_stays_so(ledger):
    assert stands(ledger, FIRST, is_open("old")) == {"old": (FIRST, True)}
    assert stands(ledger, SECOND, is_open("old"), is_open("new", SECOND)) == {
        "old": (FIRST, True),
        "new": (SECOND, False),
    }
    closed = is_open("old", closes=THIRD, status="closed")
    assert stands(ledger, THIRD, closed) == {"old": (FIRST, True)}


def test_what_opened_long_ago_and_was_recorded_today_is_found_today(ledger):
    stands(ledger, FIRST)
    assert stands(ledger, SECOND, is_open("late news")) == {"late news": (SECOND, False)}


def test_a_duty_still_in_time_on_the_first_day_is_news_once_it_is_overdue(ledger):
    due = {"subject": "visit", "due": FIRST + timedelta(days=3), "status": "still in time"}
    assert stands(ledger, FIRST, due) == {"visit": (None, False)}
    over = {**due, "status": "overdue", "opens": FIRST + timedelta(days=4)}
    assert stands(ledger, THIRD, over) == {"visit": (THIRD, False)}


def test_a_rule_asked_for_the_first_time_finds_what_was_there_before_it(ledger):
    stands(ledger, FIRST)
    old = is_open("old", rule=LATER_RULE)
    assert stands(ledger, SECOND, old, rules=(RULE, LATER_RULE)) == {"old": (SECOND, True)}


def test_whoever_looks_back_changes_nothing(ledger):
    stands(ledger, SECOND, is_open("old"))
    stands(ledger, FIRST, is_open("then", FIRST))
    assert stands(ledger, THIRD, is_open("old"), is_open("then", FIRST)) == {
        "old": (SECOND, True),
        "then": (THIRD, False),
    }


def test_a_service_that_began_earlier_found_things_as_they_opened(ledger):
    rows = (is_open("old"), is_open("since", FIRST + timedelta(days=5)))
    assert stands(ledger, THIRD, *rows, began=FIRST) == {
        "old": (FIRST, True),
        "since": (FIRST + timedelta(days=5), False),
    }
    later = stands(ledger, THIRD, is_open("more", FIRST), began=FIRST)
    assert later == {"more": (THIRD, False)}, "it began once"


@pytest.mark.parametrize(
    ("row", "is_there"),
    [
        ({"due": THIRD + timedelta(days=60), "status": "still in time"}, True),
        ({"due": THIRD + timedelta(days=61), "status": "still in time"}, False),
        ({"opens": THIRD - timedelta(days=900), "closes": THIRD - timedelta(days=60)}, True),
        ({"opens": THIRD - timedelta(days=900), "closes": THIRD - timedelta(days=61)}, False),
        ({"opens": THIRD - timedelta(days=3000), "status": "open"}, True),
        ({"due": THIRD, "met": THIRD, "status": "in time"}, False),
        ({"starts": THIRD, "status": "cannot tell"}, False),
    ],
)
def test_what_is_long_over_or_far_ahead_is_not_at_hand(ledger, row, is_there):
    row = {"status": "late", **row}
    assert bool(stands(ledger, THIRD, {"subject": "one", **row})) == is_there
    dates = (row.get(name) for name in ("due", "opens", "closes"))
    assert is_at_hand(row["status"], *dates, THIRD) == is_there, "of one child asked again, too"


def test_lists_are_narrowed_to_children_a_rule_a_team_or_a_worker(ledger):
    stands(
        ledger,
        FIRST,
        is_open("a", child="C1", worker="W1", team="North"),
        is_open("b", child="C2", worker="W2", team="North"),
        is_open("c", child="C3", rule=LATER_RULE),
    )
    subjects = lambda **narrow: [one.subject for one in at_hand(ledger, **narrow)]  # noqa: E731
    assert subjects() == ["a", "b", "c"]
    assert subjects(children={"C1", "C3"}) == ["a", "c"]
    assert subjects(children=set()) == []
    assert subjects(rule=LATER_RULE) == ["c"]
    assert subjects(team="North", worker="W2") == ["b"]
    assert subjects(team=NOBODY) == subjects(worker=NOBODY) == ["c"]


def test_where_nothing_was_asked_it_says_what_to_run(ledger):
    with pytest.raises(CouldNot, match="not been asked"):
        at_hand(ledger)


def test_a_check_keeps_the_concerns_as_they_stand(backend):
    found = at_hand(backend)
    assert len(found) > 50
    assert {one.found_on for one in found if one.opens} == {EXTRACT_DAY}
    for child in sorted({one.child for one in found})[:10]:
        by_key = {(one.rule, one.subject): one for one in concerns_of_child(backend, child)}
        for one in at_hand(backend, {child}):
            same = by_key[one.rule, one.subject]
            for name in ("status", "starts", "due", "met", "opens", "closes", "worker", "team"):
                assert getattr(one, name) == getattr(same, name)
        open_ones = {key for key, one in by_key.items() if one.opens and not one.closes}
        assert open_ones <= {(one.rule, one.subject) for one in at_hand(backend, {child})}
