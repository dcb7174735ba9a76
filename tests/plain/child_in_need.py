"""Plain readings of the rules of stage child in need: records in, the rows a practitioner would write out."""

from collections.abc import Iterator
from datetime import date, timedelta

from sightline.records.calendar import working_day_after
from tests.plain.answers import first_from, first_of
from tests.plain.child import (
    HORIZON,
    ONE_DAY,
    Plan,
    Records,
    Row,
    months_later,
    of_plan,
    one_after_another,
    plans,
    sound,
)
from tests.plain.rows import duty, pattern


def child_in_need_plan_over_9_months(records: Records) -> Iterator[Row]:
    for plan in plans(records, "child_in_need_plans"):
        opens = months_later(plan.started, 9) + ONE_DAY
        if plan.ended is None or plan.ended > opens:
            yield pattern(plan.started, opens, plan.ended)


def child_in_need_visit_overdue(records: Records) -> Iterator[Row]:
    for plan in plans(records, "child_in_need_plans"):
        visits = of_plan(plan, records["child_in_need_visits"], "visited")
        seen = {visit["visited"] for visit in visits if visit["child_seen"]}
        for starts, next_seen in one_after_another({plan.started, *seen}):
            if starts != plan.ended:
                yield duty(starts, starts, working_day_after(starts, 20), next_seen, plan.ended)


def first_child_in_need_review_over_6_weeks(records: Records) -> Iterator[Row]:
    for plan in plans(records, "child_in_need_plans"):
        first = min(_reviewed(plan, records), default=None)
        due = plan.started + timedelta(weeks=6)
        yield duty(plan.started, plan.started, due, first, plan.ended)


def later_child_in_need_review_over_3_months(records: Records) -> Iterator[Row]:
    for plan in plans(records, "child_in_need_plans"):
        for held, following in one_after_another(_reviewed(plan, records)):
            if held != plan.ended:
                yield duty(held, held, months_later(held, 3), following, plan.ended)


def _reviewed(plan: Plan, records: Records) -> set[date]:
    held = [review for review in records["child_in_need_reviews"] if review["held"]]
    return {review["held"] for review in of_plan(plan, held, "held")}


def child_in_need_plan_not_made(records: Records) -> Iterator[Row]:
    tables = ("child_in_need_plans", "protection_plans", "care_episodes")
    responses = [row for name in tables for row in sound(records[name], "started", "ended")]
    in_need = [one for one in records["assessments"] if one["no_further_action"] is False]
    for authorised in {one["authorised"] for one in in_need} - {None}:
        met = first_of(
            *(
                max(row["started"], authorised)
                for row in responses
                if row["ended"] is None or row["ended"] > authorised
            )
        )
        closed = first_from(authorised, [row["closed"] for row in records["referrals"]])
        yield duty(authorised, authorised, working_day_after(authorised, 10), met, closed)


def stepped_down_then_up(records: Records) -> Iterator[Row]:
    above = [
        row
        for name in ("protection_plans", "care_episodes")
        for row in sound(records[name], "started", "ended")
    ]
    child_in_need_plans = plans(records, "child_in_need_plans")
    for plan in child_in_need_plans:
        if plan.ended is None:
            continue
        going_on = [row["started"] for row in above if (row["ended"] or HORIZON) > plan.ended]
        again = [other.started for other in child_in_need_plans if other.started > plan.ended]
        back = min([*going_on, *again], default=HORIZON)
        if plan.ended < back <= months_later(plan.ended, 12):
            yield pattern(plan.started, back, months_later(back, 6))
