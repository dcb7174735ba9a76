"""Plain readings of the rules of stage protection plan: records in, the rows a practitioner would write out."""

from collections.abc import Iterator

from sightline.records.calendar import working_day_after, working_day_before
from tests.plain.child import (
    ONE_DAY,
    Records,
    Row,
    decided_endings,
    ending_leaves_view,
    months_later,
    of_plan,
    one_after_another,
    plans,
)
from tests.plain.rows import duty, pattern


def protection_plan_ended_early(records: Records) -> Iterator[Row]:
    for plan in decided_endings(records):
        reviews = of_plan(plan, records["review_conferences"], "held")
        closes = ending_leaves_view(plan, records)
        if closes and not any(review["held"] < plan.ended for review in reviews):
            yield pattern(plan.started, plan.ended, closes)


def protection_plan_ended_without_recent_visit(records: Records) -> Iterator[Row]:
    for plan in decided_endings(records):
        visits = of_plan(plan, records["protection_visits"], "visited")
        window = working_day_before(plan.ended, 20)
        closes = ending_leaves_view(plan, records)
        recent = [v for v in visits if v["child_seen"] and v["visited"] >= window]
        if closes and not recent:
            yield pattern(plan.started, plan.ended, closes)


def repeat_protection_plan(records: Records) -> Iterator[Row]:
    earlier = None
    for plan in plans(records):
        is_repeat = earlier and plan.started <= months_later(earlier.ended, 24)
        if is_repeat and plan.ended != plan.started:
            yield pattern(plan.started, plan.started, plan.ended)
        earlier = plan


def protection_visit_overdue(records: Records) -> Iterator[Row]:
    for plan in plans(records):
        visits = of_plan(plan, records["protection_visits"], "visited")
        seen = {visit["visited"] for visit in visits if visit["child_seen"]}
        for starts, next_seen in one_after_another({plan.started, *seen}):
            if starts != plan.ended:
                yield duty(starts, starts, working_day_after(starts, 10), next_seen, plan.ended)


def first_review_over_3_months(records: Records) -> Iterator[Row]:
    for plan in plans(records):
        reviews = of_plan(plan, records["review_conferences"], "held")
        first = min((review["held"] for review in reviews), default=None)
        yield duty(plan.started, plan.started, months_later(plan.started, 3), first, plan.ended)


def later_review_over_6_months(records: Records) -> Iterator[Row]:
    for plan in plans(records):
        reviews = of_plan(plan, records["review_conferences"], "held")
        for held, following in one_after_another({review["held"] for review in reviews}):
            if held != plan.ended:
                yield duty(held, held, months_later(held, 6), following, plan.ended)


def protection_plan_over_15_months(records: Records) -> Iterator[Row]:
    for plan in plans(records):
        opens = months_later(plan.started, 15) + ONE_DAY
        if plan.ended is None or plan.ended > opens:
            yield pattern(plan.started, opens, plan.ended)


def protection_plan_over_two_years(records: Records) -> Iterator[Row]:
    for plan in plans(records):
        opens = months_later(plan.started, 24)
        if plan.ended is None or plan.ended > opens:
            yield pattern(plan.started, opens, plan.ended)


def second_protection_plan(records: Records) -> Iterator[Row]:
    for plan in plans(records)[1:]:
        if plan.ended != plan.started:
            yield pattern(plan.started, plan.started, plan.ended)
