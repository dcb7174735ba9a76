"""The made-up authority looks like a real one: rates near published figures, and the arc of its practice.

Bands are wide: they hold for any seed at this size. Rates are per 10,000 children of the area, in a
year from April to March, and are compared with the published range of English authorities.
"""

from datetime import date
from itertools import pairwise

import pyarrow as pa
import pyarrow.compute as pc
import pytest

JUDGED_YEARS = 11
JUDGED_FROM = date(2013, 4, 1)
JUDGED_UNTIL = date(2024, 3, 31)
WORST = (date(2015, 4, 1), date(2018, 3, 31))
RECOVERED = (date(2021, 4, 1), date(2024, 3, 31))


def between(table: pa.Table, column: str, since: date, until: date) -> pa.Table:
    """The rows whose day lies between two days, both included."""
    day = table[column]
    return table.filter(pc.and_(pc.greater_equal(day, since), pc.less_equal(day, until)))


@pytest.fixture(scope="module")
def per_10000(made_up_summary):
    """How many a year that count is for every 10,000 children, over the eleven judged years."""
    return lambda count: count * 10_000 / made_up_summary.population / JUDGED_YEARS


@pytest.mark.parametrize(
    ("table", "day", "lowest", "highest"),
    [
        ("referrals", "received", 400, 600),
        ("enquiries", "started", 120, 200),
        ("initial_conferences", "held", 45, 80),
        ("protection_plans", "started", 40, 70),
    ],
)
def test_yearly_rates_are_near_those_published(
    made_up_records, per_10000, table, day, lowest, highest
):
    judged = between(made_up_records[table], day, JUDGED_FROM, JUDGED_UNTIL)
    assert lowest <= per_10000(judged.num_rows) <= highest


@pytest.mark.parametrize(
    ("table", "lowest", "highest"), [("protection_plans", 25, 55), ("care_episodes", 45, 80)]
)
def test_children_on_a_plan_and_in_care_on_a_day(
    made_up_records, made_up_summary, table, lowest, highest
):
    rates = []
    for year in range(2015, 2025):
        day = date(year, 3, 31)
        rows = made_up_records[table]
        running = pc.and_(
            pc.less_equal(rows["started"], day),
            pc.fill_null(pc.greater(rows["ended"], day), True),
        )
        rates.append(pc.sum(running).as_py() * 10_000 / made_up_summary.population)
    assert lowest <= sum(rates) / len(rates) <= highest


def test_one_referral_in_five_follows_another_within_a_year(made_up_records):
    received: dict[str, list[date]] = {}
    for row in made_up_records["referrals"].to_pylist():
        received.setdefault(row["child"], []).append(row["received"])
    gaps = [
        (later, (later - earlier).days)
        for days in map(sorted, received.values())
        for earlier, later in pairwise(days)
    ]
    again = sum(1 for later, gap in gaps if gap <= 365 and later >= JUDGED_FROM)
    judged = between(made_up_records["referrals"], "received", JUDGED_FROM, JUDGED_UNTIL)
    assert 0.16 <= again / judged.num_rows <= 0.30


def test_the_youngest_are_many_among_those_on_plans(made_up_records):
    born = dict(
        zip(
            made_up_records["children"]["child"].to_pylist(),
            made_up_records["children"]["born"].to_pylist(),
            strict=True,
        )
    )
    plans = made_up_records["protection_plans"].to_pylist()
    under_five = [
        plan
        for plan in plans
        if not born[plan["child"]] or (plan["started"] - born[plan["child"]]).days < 5 * 365
    ]
    assert 0.25 <= len(under_five) / len(plans) <= 0.50
    assert any(
        not born[plan["child"]] or born[plan["child"]] > plan["started"] for plan in plans
    ), "no plan for an unborn child"


def share_failing(records, rule: str, table: str, day: str, period: tuple[date, date]) -> float:
    """Failings planted for a rule in a period, as a share of the events they are about."""
    truth = records["truth"]
    planted = between(truth.filter(pc.equal(truth["rule"], rule)), "opens", *period)
    return planted.num_rows / between(records[table], day, *period).num_rows


@pytest.mark.parametrize(
    ("rule", "table", "day"),
    [
        ("assessment_over_45_days_from_referral", "referrals", "received"),
        ("assessment_over_45_days_from_start", "assessments", "started"),
        ("child_without_worker", "referrals", "received"),
        ("conference_over_15_days", "enquiries", "started"),
        ("protection_plan_ended_early", "protection_plans", "ended"),
        ("protection_plan_ended_without_recent_visit", "protection_plans", "ended"),
        ("protection_visit_overdue", "protection_visits", "visited"),
        ("return_interview_not_in_72_hours", "missing_episodes", "returned"),
        ("third_referral_without_plan", "referrals", "received"),
    ],
)
def test_practice_failed_and_recovered(made_up_records, rule, table, day):
    worst = share_failing(made_up_records, rule, table, day, WORST)
    recovered = share_failing(made_up_records, rule, table, day, RECOVERED)
    assert worst > 1.2 * recovered > 0


def test_assessments_in_time_follow_the_published_shares(made_up_records):
    rule = "assessment_over_45_days_from_start"
    worst = share_failing(made_up_records, rule, "assessments", "started", WORST)
    recovered = share_failing(made_up_records, rule, "assessments", "started", RECOVERED)
    assert 0.20 <= worst <= 0.36
    assert 0.09 <= recovered <= 0.22


def test_repeat_plans_do_not_follow_the_arc(made_up_records):
    """Published shares of repeat plans did not fall as practice improved; nor do they here."""
    rule = "repeat_protection_plan"
    for period in (WORST, RECOVERED):
        share = share_failing(made_up_records, rule, "protection_plans", "started", period)
        assert 0.06 <= share <= 0.30


def test_some_very_young_children_have_a_repeat_plan(made_up_records):
    truth = made_up_records["truth"].to_pylist()
    born = {row["child"]: row["born"] for row in made_up_records["children"].to_pylist()}
    repeats = [row for row in truth if row["rule"] == "repeat_protection_plan"]
    assert any((row["opens"] - born[row["child"]]).days < 5 * 365 for row in repeats)
