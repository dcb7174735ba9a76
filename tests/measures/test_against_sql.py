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
}
OPEN_DAYS = """
    CREATE OR REPLACE TEMP VIEW open_days AS
    SELECT child, received AS begins, closed AS over FROM records.referrals
    WHERE no_further_action IS DISTINCT FROM true
    UNION ALL SELECT child, started, ended FROM records.protection_plans
    UNION ALL SELECT child, started, ended FROM records.child_in_need_plans
    UNION ALL SELECT child, started, ended FROM records.care_episodes
"""


@pytest.mark.parametrize("measure", BY_HAND)
def test_a_measure_gives_what_the_query_written_by_hand_gives(backend, measure):
    backend.raw_sql(OPEN_DAYS)
    by_hand = {
        period: (numerator, denominator)
        for period, numerator, denominator in backend.raw_sql(MONTHS + BY_HAND[measure]).fetchall()
        if denominator
    }
    figures = {
        figure.period: (figure.numerator, figure.denominator)
        for figure in measure_series(backend, measure)
        if figure.denominator
    }
    assert len(figures) > 12
    assert {period: by_hand.get(period) for period in figures} == figures
