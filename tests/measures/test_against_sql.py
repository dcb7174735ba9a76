"""The measures that leaders watch most, beside queries written by hand from their definitions.

The queries read the records and the concerns, and ask each month for itself by a range join: slow,
plain, and unlike the delta and cumulate that they check.
"""

import pytest

from sightline.measures.answers import measure_series

MONTHS = """
    WITH months AS (
        SELECT month::DATE AS first_day, last_day(month) AS last_day, strftime(month, '%Y-%m') AS period
        FROM range(DATE '2017-11-01', DATE '2024-04-01', INTERVAL 1 MONTH) AS months(month)
    )
"""
BY_HAND = {
    "protection_visits_in_time": """
        SELECT period, count(*) FILTER (WHERE met <= due), count(*)
        FROM months JOIN answers.concerns ON due BETWEEN first_day AND last_day
        WHERE rule = 'protection_visit_overdue' AND status IN ('in time', 'late', 'overdue')
        GROUP BY period
    """,
    "assessments_in_45_days_of_referral": """
        SELECT period, count(*) FILTER (WHERE met <= due), count(*)
        FROM months JOIN answers.concerns ON met BETWEEN first_day AND last_day
        WHERE rule = 'assessment_over_45_days_from_referral' AND due IS NOT NULL
          AND (lapses IS NULL OR lapses >= met OR lapses > due)
        GROUP BY period
    """,
    "children_without_a_worker": """
        SELECT period,
            (SELECT count(DISTINCT child) FROM answers.concerns
             WHERE rule = 'child_without_worker' AND opens <= last_day
               AND (closes IS NULL OR closes > last_day)),
            (SELECT count(DISTINCT child) FROM open_days
             WHERE begins <= last_day AND (over IS NULL OR over > last_day))
        FROM months
    """,
    "children_with_overdue_visit": """
        SELECT period,
            (SELECT count(DISTINCT child) FROM answers.concerns
             WHERE rule = 'protection_visit_overdue' AND opens <= last_day
               AND (closes IS NULL OR closes > last_day)),
            (SELECT count(DISTINCT child) FROM records.protection_plans
             WHERE started <= last_day AND (ended IS NULL OR ended > last_day))
        FROM months
    """,
    "third_referrals_without_plan": """
        SELECT period,
            (SELECT count(*) FROM answers.concerns
             WHERE rule = 'third_referral_without_plan' AND opens BETWEEN first_day AND last_day),
            (SELECT count(DISTINCT (child, received)) FROM records.referrals
             WHERE received BETWEEN first_day AND last_day)
        FROM months
    """,
    "repeat_protection_plans": """
        SELECT period,
            (SELECT count(*) FROM answers.concerns
             WHERE rule = 'repeat_protection_plan' AND opens BETWEEN first_day AND last_day),
            (SELECT count(DISTINCT (child, started)) FROM records.protection_plans AS plan
             WHERE started BETWEEN first_day AND last_day AND NOT EXISTS (
                SELECT * FROM records.protection_plans AS other
                WHERE other.child = plan.child AND other.started < plan.started
                  AND (other.ended IS NULL OR other.ended >= plan.started)))
        FROM months
    """,
    "visits_recorded_in_time": """
        SELECT period, count(*) FILTER (WHERE met <= due), count(*)
        FROM months JOIN answers.concerns ON due BETWEEN first_day AND last_day
        WHERE rule = 'visit_recorded_late' AND status IN ('in time', 'late', 'overdue')
        GROUP BY period
    """,
    "referrals": """
        SELECT period, count(DISTINCT (child, received)), 0
        FROM months JOIN records.referrals ON received BETWEEN first_day AND last_day
        GROUP BY period
    """,
    "rereferrals_within_12_months": """
        SELECT period,
            count(DISTINCT (child, received)) FILTER (EXISTS (
                SELECT * FROM records.referrals AS earlier
                WHERE earlier.child = referral.child AND earlier.received < referral.received
                  AND earlier.received + INTERVAL 12 MONTH >= referral.received)),
            count(DISTINCT (child, received))
        FROM months JOIN records.referrals AS referral ON received BETWEEN first_day AND last_day
        GROUP BY period
    """,
    "referrals_for_each_worker": """
        SELECT period,
            (SELECT count(DISTINCT (child, received)) FROM records.referrals
             WHERE received BETWEEN first_day AND last_day),
            (SELECT count(DISTINCT worker) FROM held WHERE last_day BETWEEN started AND ended)
        FROM months
    """,
    "number_of_children_in_care": """
        SELECT period, count(DISTINCT child), count(DISTINCT child)
        FROM months JOIN records.care_episodes
          ON started <= last_day AND (ended IS NULL OR ended > last_day)
        WHERE legal_status IS NULL OR legal_status NOT IN ('V3', 'V4')
        GROUP BY period
    """,
}
LENGTHS_BY_HAND = {
    "assessment_length": """
        SELECT period, met - starts AS length
        FROM months JOIN answers.concerns ON met BETWEEN first_day AND last_day
        WHERE rule = 'assessment_over_45_days_from_start' AND met >= starts
    """,
    "time_without_a_worker": """
        SELECT period, closes - opens AS length
        FROM months JOIN answers.concerns ON closes BETWEEN first_day AND last_day
        WHERE rule = 'child_without_worker'
    """,
    "protection_plan_length": """
        SELECT period, ended - started AS length
        FROM months JOIN (
            SELECT DISTINCT ending.child, ending.ended, (
                SELECT max(started) FROM records.protection_plans AS plan
                WHERE plan.child = ending.child AND plan.started <= ending.ended AND NOT EXISTS (
                    SELECT * FROM records.protection_plans AS other
                    WHERE other.child = plan.child AND other.started < plan.started
                      AND (other.ended IS NULL OR other.ended >= plan.started))) AS started
            FROM records.protection_plans AS ending
            WHERE NOT EXISTS (
                SELECT * FROM records.protection_plans AS other
                WHERE other.child = ending.child AND other.started <= ending.ended
                  AND (other.ended IS NULL OR other.ended > ending.ended))
        ) ON ended BETWEEN first_day AND last_day
    """,
    "weighted_caseload": """
        SELECT period, sum(weight)::DOUBLE AS length FROM (
            SELECT DISTINCT period, worker, held.child,
                CASE WHEN EXISTS (
                    SELECT * FROM records.protection_plans AS plan WHERE plan.child = held.child
                      AND plan.started <= last_day AND (plan.ended IS NULL OR plan.ended > last_day)
                ) OR EXISTS (
                    SELECT * FROM records.care_episodes AS care WHERE care.child = held.child
                      AND (care.legal_status IS NULL OR care.legal_status NOT IN ('V3', 'V4'))
                      AND care.started <= last_day AND (care.ended IS NULL OR care.ended > last_day)
                ) THEN 1.5 ELSE 1 END AS weight
            FROM months JOIN held ON last_day BETWEEN started AND ended
        ) GROUP BY period, worker
    """,
}
OPEN_DAYS = """
    CREATE OR REPLACE TEMP VIEW open_days AS
    SELECT child, received AS begins, closed AS over FROM records.referrals
    WHERE no_further_action IS DISTINCT FROM true
    UNION ALL SELECT child, started, ended FROM records.protection_plans
    UNION ALL SELECT child, started, ended FROM records.child_in_need_plans
    UNION ALL SELECT child, started, ended FROM records.care_episodes
"""
HELD = """
    CREATE OR REPLACE TEMP VIEW held AS
    SELECT child, worker, started, coalesce(ended, DATE '9999-12-31') AS ended
    FROM records.allocations
    WHERE worker IS NOT NULL AND role IN ('social worker', 'manager', 'family help lead',
        'lead child protection practitioner', 'personal adviser')
"""


@pytest.mark.parametrize("measure", BY_HAND)
def test_a_measure_gives_what_the_query_written_by_hand_gives(backend, measure):
    backend.raw_sql(OPEN_DAYS)
    backend.raw_sql(HELD)
    by_hand = {
        period: (numerator, denominator)
        for period, numerator, denominator in backend.raw_sql(MONTHS + BY_HAND[measure]).fetchall()
    }
    figures = {
        figure.period: (figure.numerator, figure.denominator)
        for figure in measure_series(backend, measure)
        if figure.numerator or figure.denominator
    }
    assert len(figures) > 12
    assert {period: by_hand.get(period) for period in figures} == figures


@pytest.mark.parametrize("measure", LENGTHS_BY_HAND)
def test_a_length_gives_what_the_query_written_by_hand_gives(backend, measure):
    backend.raw_sql(HELD)
    question = f"""
        {MONTHS}
        SELECT period, count(*), median(length), quantile_cont(length, 0.9)
        FROM ({LENGTHS_BY_HAND[measure]}) GROUP BY period
    """
    by_hand = {period: tuple(told) for period, *told in backend.raw_sql(question).fetchall()}
    figures = {
        figure.period: (figure.numerator, figure.value, figure.slowest_tenth)
        for figure in measure_series(backend, measure)
    }
    assert len(figures) > 12
    for period, told in figures.items():
        assert told == pytest.approx(by_hand[period]), period
