"""The status a manager would say on a day."""

import json
from datetime import date, timedelta

import ibis
import pytest
from ibis import _

from sightline.engine.asking import ask
from sightline.engine.evidence import read_evidence
from sightline.engine.rule import Clock, Evidence, Span
from sightline.engine.status import status_on
from tests.engine.conftest import a_pattern, a_rule, records_of

RECEIVED = date(2021, 3, 1)
DUE = date(2021, 5, 6)
BEFORE, AFTER, LATER = DUE - timedelta(days=10), DUE + timedelta(days=1), date(2021, 8, 1)

REFERRAL_RULE = a_rule(
    population=lambda referrals: referrals,
    subject_day=_.received,
    evidence={},
    clock=Clock(starts=_.received, limit="ASM-01", met=_.decided, lapses=_.closed),
)


@pytest.fixture
def status(rows_of):
    """The status of one referral's duty on a day; None where there is nothing to say yet."""

    def run(day, **dates):
        records = records_of(referrals=[{"child": "Asha", "received": RECEIVED} | dates])
        rows = rows_of(status_on(ask(REFERRAL_RULE, records), day))
        return rows[0]["status"] if rows else None

    return run


@pytest.mark.parametrize(
    ("day", "met", "lapses", "said"),
    [
        (RECEIVED - timedelta(days=1), None, None, None),
        (RECEIVED, None, None, "still in time"),
        (DUE, None, None, "still in time"),
        (AFTER, None, None, "overdue"),
        (LATER, DUE, None, "in time"),
        (LATER, AFTER, None, "late"),
        (LATER, None, DUE, "no longer required"),
        (LATER, None, AFTER, "late"),
        (LATER, DUE, DUE, "in time"),
        (LATER, DUE, BEFORE, "no longer required"),
        (LATER, AFTER, BEFORE, "no longer required"),
        (LATER, BEFORE, DUE, "in time"),
        (LATER, LATER, AFTER, "late"),
        (BEFORE, AFTER, None, "still in time"),
        (AFTER, LATER, None, "overdue"),
        (AFTER, None, LATER, "overdue"),
    ],
)
def test_the_status_of_a_duty(status, day, met, lapses, said):
    assert status(day, decided=met, closed=lapses) == said


def test_a_duty_without_a_standard_in_force_cannot_be_told(rows_of):
    before_2013 = {"child": "Asha", "received": date(2012, 3, 1), "decided": date(2012, 3, 2)}
    rows = status_on(ask(REFERRAL_RULE, records_of(referrals=[before_2013])), LATER)
    assert [row["status"] for row in rows_of(rows)] == ["cannot tell"]


def test_a_duty_whose_start_is_missing_cannot_be_told_on_any_day(rows_of):
    rule = a_rule(
        subject_day=_.started,
        evidence={},
        clock=Clock(starts=_.authorised, limit="ASM-01", met=None, lapses=None),
    )
    records = records_of(assessments=[{"child": "Asha", "started": RECEIVED}])
    (row,) = rows_of(status_on(ask(rule, records), RECEIVED))
    assert (row["status"], row["starts"], row["due"]) == ("cannot tell", None, None)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (RECEIVED - timedelta(days=1), []),
        (RECEIVED, ["open"]),
        (AFTER - timedelta(days=1), ["open"]),
        (AFTER, ["closed"]),
    ],
)
def test_a_pattern_closes_on_the_first_day_after(rows_of, day, said):
    plan = {"child": "Asha", "started": RECEIVED, "ended": AFTER}
    rows = rows_of(status_on(ask(a_pattern(), records_of(child_in_need_plans=[plan])), day))
    assert [row["status"] for row in rows] == said


def test_a_pattern_that_is_unclear_cannot_be_told(rows_of):
    rule = a_pattern(span=Span(opens=_.ended, closes=None, unclear_from=_.started))
    plan = {"child": "Asha", "started": RECEIVED}
    (row,) = rows_of(status_on(ask(rule, records_of(child_in_need_plans=[plan])), RECEIVED))
    assert row["status"] == "cannot tell"


def test_no_date_and_no_evidence_later_than_the_day_is_shown(rows_of):
    assessment = {
        "child": "Asha",
        "started": RECEIVED,
        "authorised": LATER,
        "outcome": "child in need plan",
    }
    asked = ask(a_rule(), records_of(assessments=[assessment]))
    (row,) = rows_of(status_on(asked, AFTER))
    assert (row["due"], row["opens"]) == (DUE, AFTER)
    assert row["met"] is row["closes"] is None
    assert json.loads(row["evidence"]) == {
        "started": {"value": "2021-03-01", "known_by": "2021-03-01"}
    }
    (row,) = rows_of(status_on(asked, BEFORE))
    assert row["opens"] is None
    (row,) = rows_of(status_on(asked, LATER))
    assert json.loads(row["evidence"])["outcome"]["value"] == "child in need plan"


def test_evidence_is_shown_from_the_day_it_is_known(rows_of):
    rule = a_rule(
        evidence={
            "started": Evidence(value=_.started),
            "finished": Evidence(value=_.authorised),
            "looked at again": Evidence(value=_.authorised + ibis.interval(days=10)),
        }
    )
    assessment = {"child": "Asha", "started": RECEIVED, "authorised": BEFORE}
    asked = ask(rule, records_of(assessments=[assessment]))
    (row,) = rows_of(status_on(asked, BEFORE))
    assert list(json.loads(row["evidence"])) == ["started", "finished"]
    (whole,) = rows_of(asked)
    assert read_evidence(whole["evidence"], BEFORE) == json.loads(row["evidence"])


def test_evidence_of_which_nothing_is_known_yet_is_empty(rows_of):
    rule = a_rule(evidence={"outcome": a_rule().evidence["outcome"]})
    assessment = {"child": "A", "started": RECEIVED, "authorised": LATER, "outcome": "closed"}
    (row,) = rows_of(status_on(ask(rule, records_of(assessments=[assessment])), AFTER))
    assert row["evidence"] == "{}"
