"""What a rule's rows say, whatever the day asked about."""

import json
from datetime import date

import ibis
import pytest
from ibis import _

from sightline.engine import store
from sightline.engine.asking import ASKED_SCHEMA, ask
from sightline.engine.rule import Clock, Evidence, Span
from tests.engine.conftest import a_pattern, a_rule, records_of

ASHA = {"child": "Asha", "started": date(2021, 3, 1)}
DUE = date(2021, 5, 6)  # 45 working days on, over Easter and the early May bank holiday


def test_an_unmet_duty_opens_the_day_after_it_was_due(asked):
    (row,) = asked(a_rule(), assessments=[ASHA])
    assert row["subject"] == "assessment 2021-03-01"
    assert (row["starts"], row["due"]) == (date(2021, 3, 1), DUE)
    assert (row["opens"], row["closes"]) == (date(2021, 5, 7), None)


@pytest.mark.parametrize(
    ("authorised", "opens", "closes"),
    [
        (DUE, None, None),
        (date(2021, 5, 7), date(2021, 5, 7), date(2021, 5, 7)),
        (date(2021, 6, 1), date(2021, 5, 7), date(2021, 6, 1)),
    ],
)
def test_a_duty_met_late_is_open_until_it_is_met(asked, authorised, opens, closes):
    (row,) = asked(a_rule(), assessments=[ASHA | {"authorised": authorised}])
    assert (row["opens"], row["closes"]) == (opens, closes)


@pytest.mark.parametrize(
    ("closed", "opens", "closes"),
    [
        (DUE, None, None),
        (date(2021, 5, 20), date(2021, 5, 7), date(2021, 5, 20)),
    ],
)
def test_a_duty_that_lapses_after_its_due_day_closes_then(asked, closed, opens, closes):
    rule = a_rule(
        population=lambda referrals: referrals,
        subject_day=_.received,
        evidence={},
        clock=Clock(starts=_.received, limit="ASM-01", met=None, lapses=_.closed),
    )
    referral = {"child": "Asha", "received": ASHA["started"], "closed": closed}
    (row,) = asked(rule, referrals=[referral])
    assert (row["opens"], row["closes"]) == (opens, closes)


def test_a_pattern_starts_the_day_it_opens_and_has_no_due_day(asked):
    (row,) = asked(a_pattern(), child_in_need_plans=[ASHA | {"ended": date(2021, 4, 1)}])
    assert (row["starts"], row["opens"], row["closes"]) == (
        date(2021, 3, 1),
        date(2021, 3, 1),
        date(2021, 4, 1),
    )
    assert row["due"] is row["met"] is row["lapses"] is None


def test_a_pattern_that_does_not_hold_is_no_concern(asked):
    rule = a_pattern(span=Span(opens=_.ended, closes=None))
    assert asked(rule, child_in_need_plans=[ASHA]) == []


def test_a_pattern_the_records_cannot_tell_starts_without_opening(asked):
    rule = a_pattern(span=Span(opens=_.ended, closes=None, unclear_from=_.started))
    (row,) = asked(rule, child_in_need_plans=[ASHA])
    assert (row["starts"], row["opens"]) == (date(2021, 3, 1), None)


def test_evidence_is_json_with_the_day_each_value_was_known(asked):
    done = ASHA | {"authorised": date(2021, 4, 1), "outcome": 'no "further"\naction\\'}
    (row,) = asked(a_rule(), assessments=[done])
    assert json.loads(row["evidence"]) == {
        "started": {"value": "2021-03-01", "known_by": "2021-03-01"},
        "outcome": {"value": 'no "further"\naction\\', "known_by": "2021-04-01"},
    }
    assert row["evidence_known_by"] == date(2021, 4, 1)


def test_evidence_holds_text_numbers_yes_or_no_and_dates(asked):
    rule = a_rule(
        evidence={
            "seen": Evidence(value=_.child_seen),
            "number": Evidence(value=ibis.literal(3)),
            "share": Evidence(value=ibis.literal(0.5)),
            "later": Evidence(value=_.started + ibis.interval(months=1)),
        }
    )
    (row,) = asked(rule, assessments=[ASHA | {"child_seen": True}])
    values = {name: item["value"] for name, item in json.loads(row["evidence"]).items()}
    assert values == {"seen": True, "number": 3, "share": 0.5, "later": "2021-04-01"}


def test_a_rule_without_evidence_shows_none(asked):
    (row,) = asked(a_rule(evidence={}), assessments=[ASHA])
    assert row["evidence"] == "{}"


def test_a_record_table_the_source_lacks_counts_as_empty(asked):
    assert asked(a_rule()) == []


def test_a_population_that_asks_for_an_unknown_table_is_refused():
    rule = a_rule(population=lambda visitations: visitations)
    with pytest.raises(KeyError, match="no record table is called visitations"):
        ask(rule, records_of(assessments=[ASHA]))


def test_only_text_and_dates_leave_a_rule_never_a_time_of_day(backend):
    rule = a_rule(
        clock=Clock(
            starts=_.started + ibis.interval(days=1),
            limit="RCP-01",
            met=_.authorised + ibis.interval(months=1),
            lapses=_.authorised + ibis.interval(days=1),
        ),
        subject_day=_.started + ibis.interval(days=1),
    )
    asked = ask(rule, records_of(assessments=[ASHA]))
    assert backend.to_pyarrow(asked).schema == ASKED_SCHEMA
    # Ibis takes the TIMESTAMP of DuckDB's date plus interval for a date: ask DuckDB itself.
    store.keep(backend, "asked", asked)
    types = backend.raw_sql("SELECT DISTINCT column_type FROM (DESCRIBE asked)").fetchall()
    assert sorted(types) == [("DATE",), ("VARCHAR",)]


class TestTwoSubjectsOfOneKeyAreOne:
    def test_met_when_the_first_is(self, asked):
        late = ASHA | {"assessment": "1", "authorised": date(2021, 6, 1), "outcome": "late"}
        early = ASHA | {"assessment": "2", "authorised": date(2021, 4, 1), "outcome": "early"}
        (row,) = asked(a_rule(), assessments=[late, early])
        assert row["met"] == date(2021, 4, 1)
        assert json.loads(row["evidence"])["outcome"]["value"] == "early"

    def test_closed_only_when_the_last_is(self, asked):
        plans = [ASHA | {"ended": date(2021, 4, 1)}, ASHA | {"ended": date(2021, 6, 1)}]
        (row,) = asked(a_pattern(), child_in_need_plans=plans)
        assert row["closes"] == date(2021, 6, 1)
        (row,) = asked(a_pattern(), child_in_need_plans=[*plans, ASHA])
        assert row["closes"] is None

    def test_the_earlier_start_is_kept(self, asked):
        rule = a_rule(
            population=lambda missing_episodes: missing_episodes,
            evidence={},
            clock=Clock(starts=_.returned, limit="MIS-01", met=None, lapses=None),
        )
        episodes = [
            ASHA | {"returned": date(2021, 3, 5)},
            ASHA | {"returned": date(2021, 3, 2)},
        ]
        (row,) = asked(rule, missing_episodes=episodes)
        assert (row["starts"], row["due"]) == (date(2021, 3, 2), date(2021, 3, 5))

    def test_nothing_of_a_later_start_is_mixed_in(self, asked):
        rule = a_rule(
            population=lambda missing_episodes: missing_episodes,
            evidence={"kind": Evidence(value=_.type)},
            clock=Clock(starts=_.returned, limit="MIS-01", met=None, lapses=_.returned),
        )
        first = ASHA | {"returned": date(2021, 3, 2), "type": "M"}
        (row,) = asked(
            rule, missing_episodes=[first, first | {"returned": date(2021, 3, 5), "type": "A"}]
        )
        assert row["lapses"] == date(2021, 3, 2)
        assert json.loads(row["evidence"])["kind"]["value"] == "M"

    def test_other_children_and_days_stay_apart(self, asked):
        others = [ASHA | {"child": "Ben"}, ASHA | {"started": date(2021, 3, 2)}]
        assert len(asked(a_rule(), assessments=[ASHA, ASHA, *others])) == 3
