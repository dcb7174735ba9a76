"""The rows behind every figure."""

from datetime import date

import pytest
from ibis import _

from sightline.engine.asking import ask, handed
from sightline.engine.clocks import Clocks
from sightline.engine.measure import (
    LOWER,
    WITHOUT_RULE,
    CountOf,
    LengthOf,
    LengthOfConcerns,
    Measure,
    NumberRunning,
    OpenOf,
    ShareOfDuties,
    ShareOfEvents,
    ShareReached,
)
from sightline.engine.measure_rows import MEASURE_ROW_SCHEMA, rows_counted, with_holders
from sightline.engine.owner import turns_of_holders
from sightline.engine.status import status_on
from tests.engine.conftest import a_pattern, a_rule, records_of

ON = date(2021, 6, 30)
STARTED, DUE = date(2021, 3, 1), date(2021, 5, 6)
LATER, LATEST = date(2021, 6, 1), date(2021, 7, 10)


def a_measure(counts):
    return Measure(
        name="made_up_measure",
        title="Made up",
        definition="Made up.",
        themes=("missing",),
        rule="" if isinstance(counts, WITHOUT_RULE) else "made_up_rule",
        needs=("referrals.received",),
        unit="rows",
        better=LOWER,
        counts=counts,
        numerator_words="found",
        denominator_words="in all",
    )


@pytest.fixture
def rows(backend):
    """Begins, over, and whether in numerator and denominator, of a measure's rows in order."""

    def run(
        counts, rule, *, columns=("begins", "over", "in_numerator", "in_denominator"), **tables
    ):
        records = records_of(**tables)
        clocks = Clocks()
        table = backend.to_pyarrow(
            with_holders(
                rows_counted(
                    a_measure(counts),
                    rule,
                    status_on(ask(rule, records), ON),
                    lambda function: handed(function, records, clocks, of="made_up_measure"),
                ),
                turns_of_holders(handed(lambda allocations: allocations, records, clocks, of="")),
                ON,
            )
        )
        assert table.schema == MEASURE_ROW_SCHEMA
        return sorted((tuple(row[name] for name in columns) for row in table.to_pylist()), key=str)

    return run


def assessment(child, authorised=None, started=STARTED):
    return {"child": child, "started": started, "authorised": authorised}


IN_TIME_OR_LATE = ("in time", "late")


def test_duties_count_on_the_day_they_are_dated_by(rows):
    found = rows(
        ShareOfDuties(dated_by="met", counted=IN_TIME_OR_LATE, reached=("in time",)),
        a_rule(),
        assessments=[
            assessment("Asha", DUE),
            assessment("Ben", LATER),
            assessment("Cai"),
            assessment("Dai", LATEST),
        ],
        columns=("child", "begins", "over", "in_numerator", "in_denominator"),
    )
    assert found == [
        ("Asha", DUE, date(2021, 5, 7), True, True),
        ("Ben", LATER, date(2021, 6, 2), False, True),
    ]


def test_a_duty_that_is_not_due_yet_does_not_count_by_its_due_day(rows):
    counts = ShareOfDuties(dated_by="due", counted=IN_TIME_OR_LATE, reached=("in time",))
    early = assessment("Asha", authorised=date(2021, 6, 29), started=date(2021, 6, 1))
    assert rows(counts, a_rule(), assessments=[early]) == []


def test_events_are_in_the_numerator_where_the_rule_found_a_concern(rows):
    def plans_started(child_in_need_plans):
        return child_in_need_plans.select("child", day=_.started, subject_day=_.started)

    found = rows(
        ShareOfEvents(events=plans_started),
        a_pattern(population=lambda child_in_need_plans: child_in_need_plans.filter(_.team == "X")),
        child_in_need_plans=[
            {"child": "Asha", "started": STARTED, "team": "X"},
            {"child": "Ben", "started": STARTED},
            {"child": "Cai", "started": LATEST},
        ],
        columns=("child", "subject", "in_numerator", "in_denominator"),
    )
    assert found == [
        ("Asha", "plan 2021-03-01", True, True),
        ("Ben", "plan 2021-03-01", False, True),
    ]


def referrals_by_source(referrals):
    return referrals.select(
        "child",
        day=_.received,
        subject_day=_.received,
        reached=_.no_further_action,
        split=_.source,
        length=(_.closed - _.received).cast("float64"),
    )


REFERRED = [
    {"child": "Asha", "received": STARTED, "closed": LATER, "no_further_action": True},
    {"child": "Ben", "received": STARTED, "source": "1A"},
]


def test_events_of_the_records_are_in_the_numerator_where_they_reached_it(rows):
    found = rows(
        ShareReached(events=referrals_by_source, one_row_per="referral"),
        a_pattern(),
        referrals=REFERRED,
        columns=("subject", "begins", "in_numerator", "split"),
    )
    assert found == [
        ("referral 2021-03-01", STARTED, False, "1A"),
        ("referral 2021-03-01", STARTED, True, None),
    ]


def test_a_count_has_every_event_in_it(rows):
    counts = CountOf(
        events=lambda referrals: referrals_by_source(referrals).drop("reached"),
        one_row_per="referral",
    )
    found = rows(counts, a_pattern(), referrals=REFERRED, columns=("child", "in_numerator"))
    assert found == [("Asha", True), ("Ben", True)]


def test_a_length_of_events_is_what_the_records_say(rows):
    counts = LengthOf(events=referrals_by_source, one_row_per="referral")
    found = rows(counts, a_pattern(), referrals=REFERRED, columns=("child", "length"))
    assert found == [("Asha", 92.0), ("Ben", None)]


def test_what_is_running_is_counted_while_it_runs(rows):
    found = rows(
        NumberRunning(spans=in_care, one_span_per="time in care"),
        a_pattern(),
        care_episodes=episodes((STARTED, LATER)),
        columns=("begins", "over", "in_numerator"),
    )
    assert found == [(STARTED, LATER, True)]


def test_concerns_that_closed_have_the_days_they_lasted(rows):
    plans = [
        {"child": "Asha", "started": STARTED, "ended": LATER},
        {"child": "Ben", "started": STARTED},
    ]
    found = rows(
        LengthOfConcerns(ends="closes"),
        a_pattern(),
        child_in_need_plans=plans,
        columns=("child", "begins", "length"),
    )
    assert found == [("Asha", LATER, 92.0)]


def test_duties_that_were_met_have_the_days_since_their_clock_started(rows):
    found = rows(
        LengthOfConcerns(ends="met"),
        a_rule(),
        assessments=[assessment("Asha", LATER), assessment("Ben")],
        columns=("child", "begins", "length"),
    )
    assert found == [("Asha", LATER, 92.0)]


def in_care(care_episodes):
    return care_episodes.select("child", begins=_.started, over=_.ended)


def episodes(*days, child="Asha"):
    return [{"child": child, "started": started, "ended": ended} for started, ended in days]


@pytest.mark.parametrize(
    ("days", "spans"),
    [
        ([(1, 5), (5, 9)], [(1, 9)]),
        ([(1, 5), (6, 9)], [(1, 5), (6, 9)]),
        ([(1, 9), (2, 3), (9, None)], [(1, None)]),
        ([(1, None), (2, 3)], [(1, None)]),
        ([(3, 3)], []),
    ],
)
def test_spans_of_a_child_that_touch_are_one(rows, days, spans):
    def dated(day):
        return None if day is None else date(2021, 4, day)

    found = rows(
        OpenOf(spans=in_care, one_span_per="time in care"),
        a_pattern(),
        care_episodes=episodes(*[(dated(begins), dated(over)) for begins, over in days]),
        columns=("subject", "begins", "over", "in_numerator", "in_denominator"),
    )
    assert found == [
        (f"time in care {dated(begins)}", dated(begins), dated(over), False, True)
        for begins, over in spans
    ]


def test_open_concerns_count_beside_what_they_could_have_held_for(rows):
    assert rows(
        OpenOf(spans=in_care, one_span_per="time in care"),
        a_pattern(),
        child_in_need_plans=[{"child": "Asha", "started": STARTED, "ended": LATER}],
        care_episodes=episodes((STARTED, None)),
    ) == [(STARTED, None, False, True), (STARTED, LATER, True, False)]


def test_without_spans_duties_count_while_they_run(rows):
    found = rows(OpenOf(), a_rule(), assessments=[assessment("Asha", LATER), assessment("Ben")])
    assert found == [
        (STARTED, None, False, True),
        (STARTED, LATER, False, True),
        (date(2021, 5, 7), None, True, False),
        (date(2021, 5, 7), LATER, True, False),
    ]


def turn(worker, team, started, ended=None):
    return {
        "child": "Asha",
        "worker": worker,
        "team": team,
        "role": "social worker",
        "started": started,
        "ended": ended,
    }


def test_a_span_is_cut_where_another_takes_over_and_where_nobody_holds_the_case(rows):
    found = rows(
        OpenOf(spans=in_care, one_span_per="time in care"),
        a_pattern(),
        care_episodes=episodes((STARTED, None)),
        allocations=[
            turn("Ines", "North", STARTED, date(2021, 3, 31)),
            turn("Jo", "South", date(2021, 4, 10)),
            turn("Kim", "South", LATEST),
        ],
        columns=("begins", "over", "since", "worker", "team"),
    )
    assert found == [
        (STARTED, date(2021, 4, 1), STARTED, "Ines", "North"),
        (date(2021, 4, 1), date(2021, 4, 10), STARTED, None, None),
        (date(2021, 4, 10), LATEST, STARTED, "Jo", "South"),
    ]


def test_an_event_is_with_who_held_the_case_that_day(rows):
    found = rows(
        ShareOfDuties(dated_by="met", counted=IN_TIME_OR_LATE, reached=("in time",)),
        a_rule(),
        assessments=[assessment("Asha", DUE)],
        allocations=[turn("Ines", "North", STARTED, DUE), turn("Jo", "South", date(2021, 5, 7))],
        columns=("begins", "over", "worker", "due", "met"),
    )
    assert found == [(DUE, date(2021, 5, 7), "Ines", DUE, DUE)]
