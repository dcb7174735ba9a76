"""Plain readings of the rules of stage child in need: records in, the rows a practitioner would write out."""

from collections.abc import Iterator

from sightline.records.calendar import working_day_after
from tests.plain.child import (
    ONE_DAY,
    Records,
    Row,
    months_later,
    of_plan,
    one_after_another,
    plans,
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
