"""Both sides of every limit are there on purpose: the last day in time, and the first day late.

A rule that counts one day too many or too few would agree with the truth on most children. These
tests make sure that some child stands on each side of each boundary.
"""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from sightline.records.calendar import working_days_between
from sightline.records.codes import CASE_HOLDING_ROLES
from sightline.synthetic.days import day_of, iso, months_after

EXTRACT_DAY = date(2024, 4, 30)


def rows_by_child(table) -> dict[str, list[dict]]:
    """The rows of every child."""
    of_child: dict[str, list[dict]] = {}
    for row in table.to_pylist():
        of_child.setdefault(row["child"], []).append(row)
    return of_child


def months_later(day: date, months: int) -> date:
    """The same day of the month that many months later."""
    return date.fromisoformat(iso(months_after(day_of(day.year, day.month, day.day), months)))


@pytest.fixture(scope="module")
def planted(made_up_records) -> set[tuple[str, str, str]]:
    """Rule, child and subject of every planted failing."""
    return {
        (row["rule"], row["child"], row["subject"]) for row in made_up_records["truth"].to_pylist()
    }


def sides(taken: Iterator[tuple[int, bool]], allowed: int) -> None:
    """Some took exactly what is allowed and are not planted; some took one more and are."""
    counts = list(taken)
    on_the_last_day = [is_planted for days, is_planted in counts if days == allowed]
    one_day_late = [is_planted for days, is_planted in counts if days == allowed + 1]
    assert on_the_last_day, "nobody on the last day"
    assert not any(on_the_last_day)
    assert one_day_late, "nobody one day late"
    assert all(one_day_late)


def test_assessments_from_their_start(made_up_records, planted):
    rule = "assessment_over_45_days_from_start"
    sides(
        (
            (
                working_days_between(row["started"], row["authorised"]),
                (rule, row["child"], f"assessment {row['started']}") in planted,
            )
            for row in made_up_records["assessments"].to_pylist()
            if row["authorised"] and row["started"] > date(2013, 4, 15)
        ),
        allowed=45,
    )


def test_assessments_from_the_referral(made_up_records, planted):
    rule = "assessment_over_45_days_from_referral"
    received = {row["referral"]: row for row in made_up_records["referrals"].to_pylist()}
    sides(
        (
            (
                working_days_between(referral["received"], row["authorised"]),
                (rule, row["child"], f"referral {referral['received']}") in planted,
            )
            for row in made_up_records["assessments"].to_pylist()
            if row["authorised"]
            and (referral := received.get(row["referral"]))
            and referral["received"] > date(2013, 4, 15)
        ),
        allowed=45,
    )


def test_conferences(made_up_records, planted):
    started = {row["enquiry"]: row["started"] for row in made_up_records["enquiries"].to_pylist()}
    sides(
        (
            (
                working_days_between(started[row["enquiry"]], row["held"]),
                ("conference_over_15_days", row["child"], f"enquiry {started[row['enquiry']]}")
                in planted,
            )
            for row in made_up_records["initial_conferences"].to_pylist()
            if row["enquiry"] and started[row["enquiry"]] > date(2013, 4, 15)
        ),
        allowed=15,
    )


def days_seen(made_up_records) -> dict[str, list[date]]:
    """The days on which each plan's child was seen, in order, of visits that name the plan."""
    of_plan: dict[str, list[date]] = {}
    for row in made_up_records["protection_visits"].to_pylist():
        if row["child_seen"] and row["plan"]:
            of_plan.setdefault(row["plan"], []).append(row["visited"])
    return {plan: sorted(set(days)) for plan, days in of_plan.items()}


def weekdays_only(day: date) -> bool:
    """Weekend visits fall between two working days and are left out of these counts."""
    return day.weekday() < 5


def test_first_visits(made_up_records, planted):
    seen = days_seen(made_up_records)
    nameless = {
        (row["child"], row["visited"])
        for row in made_up_records["protection_visits"].to_pylist()
        if row["child_seen"] and not row["plan"]
    }
    children_of_nameless = {child for child, _ in nameless}
    sides(
        (
            (
                working_days_between(plan["started"], seen[plan["plan"]][0]),
                (
                    "protection_visit_overdue",
                    plan["child"],
                    f"protection visit after {plan['started']}",
                )
                in planted,
            )
            for plan in made_up_records["protection_plans"].to_pylist()
            if plan["plan"] in seen
            and plan["child"] not in children_of_nameless
            and weekdays_only(seen[plan["plan"]][0])
        ),
        allowed=10,
    )


def test_last_visits_before_a_plan_ended(made_up_records, planted):
    rule = "protection_plan_ended_without_recent_visit"
    last_seen: dict[str, list[date]] = {}
    for row in made_up_records["protection_visits"].to_pylist():
        if row["child_seen"]:
            last_seen.setdefault(row["child"], []).append(row["visited"])
    counts = []
    for plan in made_up_records["protection_plans"].to_pylist():
        judged = plan["ended"] and plan["end_reason"] == "no longer at risk of significant harm"
        before = [
            day
            for day in last_seen.get(plan["child"], [])
            if judged and plan["started"] < day < plan["ended"]
        ]
        if before and weekdays_only(max(before)):
            subject = f"protection plan {plan['started']}"
            counts.append(
                (
                    working_days_between(max(before), plan["ended"]),
                    (rule, plan["child"], subject) in planted,
                )
            )
    sides(iter(counts), allowed=20)


def test_return_interviews(made_up_records, planted):
    episodes = {
        row["missing_episode"]: row for row in made_up_records["missing_episodes"].to_pylist()
    }
    sides(
        (
            (
                (row["held"] - episode["returned"]).days,
                (
                    "return_interview_not_in_72_hours",
                    row["child"],
                    f"missing episode {episode['started']}",
                )
                in planted,
            )
            for row in made_up_records["return_interviews"].to_pylist()
            if row["held"]
            and (episode := episodes.get(row["missing_episode"]))
            and episode["returned"] > date(2014, 1, 17)
        ),
        allowed=3,
    )


def test_reviews_before_a_plan_ended(made_up_records, planted):
    """Ended at its first review is early; ended on the next day is not."""
    first_review: dict[str, date] = {}
    for row in made_up_records["review_conferences"].to_pylist():
        held = first_review.get(row["plan"], date.max)
        first_review[row["plan"]] = min(held, row["held"])
    outcomes = {"at it": set(), "the day after": set()}
    for plan in made_up_records["protection_plans"].to_pylist():
        if plan["end_reason"] != "no longer at risk of significant harm":
            continue
        held = first_review.get(plan["plan"])
        subject = f"protection plan {plan['started']}"
        is_planted = ("protection_plan_ended_early", plan["child"], subject) in planted
        if held == plan["ended"]:
            outcomes["at it"].add(is_planted)
        elif held and working_days_between(held, plan["ended"]) == 1:
            outcomes["the day after"].add(is_planted)
    assert outcomes == {"at it": {True}, "the day after": {False}}


def test_the_last_worker_may_leave_the_day_before_closing(made_up_records, planted):
    held = rows_by_child(made_up_records["allocations"])
    outcomes: dict[int, set[bool]] = {1: set(), 2: set()}
    for referral in made_up_records["referrals"].to_pylist():
        if referral["no_further_action"] or not referral["closed"]:
            continue
        last_days = [
            row["ended"]
            for row in held.get(referral["child"], [])
            if row["role"] in CASE_HOLDING_ROLES
            and row["ended"]
            and referral["received"] <= row["ended"] <= referral["closed"]
        ]
        if not last_days:
            continue
        first_without = max(last_days) + timedelta(days=1)
        subject = f"time without a worker {first_without}"
        days_before = (referral["closed"] - max(last_days)).days
        if days_before in outcomes:
            is_planted = ("child_without_worker", referral["child"], subject) in planted
            outcomes[days_before].add(is_planted)
    assert outcomes == {1: {False}, 2: {True}}


@pytest.mark.parametrize(("days_after", "is_repeat"), [(0, True), (1, False)])
def test_plans_on_the_anniversary_of_an_ending(made_up_records, planted, days_after, is_repeat):
    """The anniversary is inside the window, and the first working day after it is not."""
    outcomes = set()
    for plans in rows_by_child(made_up_records["protection_plans"]).values():
        for earlier in plans:
            for later in plans:
                if not earlier["ended"] or later["started"] <= earlier["ended"]:
                    continue
                anniversary = months_later(earlier["ended"], 24)
                beyond = (later["started"] - anniversary).days
                if (days_after == 0) == (beyond == 0) and 0 <= beyond <= 5:
                    subject = f"protection plan {later['started']}"
                    key = ("repeat_protection_plan", later["child"], subject)
                    outcomes.add(key in planted)
    assert outcomes == {is_repeat}


@pytest.mark.parametrize(("days_after", "is_third"), [(0, True), (1, False)])
def test_third_referrals_on_the_anniversary_of_the_first(
    made_up_records, planted, days_after, is_third
):
    """Among children with just three referrals and no plan or conference."""
    answered = {
        row["child"]
        for name in ("child_in_need_plans", "protection_plans", "initial_conferences")
        for row in made_up_records[name].to_pylist()
    }
    outcomes = set()
    for child, referrals in rows_by_child(made_up_records["referrals"]).items():
        days = sorted({row["received"] for row in referrals})
        if child in answered or len(days) != 3:
            continue
        if (days[2] - months_later(days[0], 24)).days == days_after:
            key = ("third_referral_without_plan", child, f"referral {days[2]}")
            outcomes.add(key in planted)
    assert outcomes == {is_third}
