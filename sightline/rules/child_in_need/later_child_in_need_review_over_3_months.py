"""Later reviews of a child in need plan, each due soon after the last."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.plans import plans_of, with_their_plan
from sightline.rules.journey.restarting_clocks import clocks_after_the_first


def review_clocks(child_in_need_plans: ir.Table, child_in_need_reviews: ir.Table) -> ir.Table:
    """One row per review of a plan, with the next one."""
    held = child_in_need_reviews.select("child", "plan", day="held")
    reviews = with_their_plan(held, "day", child_in_need_plans)
    return clocks_after_the_first(plans_of(child_in_need_plans), reviews)


LATER_CHILD_IN_NEED_REVIEW_OVER_3_MONTHS = Rule(
    name="later_child_in_need_review_over_3_months",
    title="Next review of a child in need plan not held within three months",
    question="Is the child in need plan looked at again before it drifts?",
    stage="child in need",
    sources=("CIN-03",),
    themes=("plans_cin",),
    one_row_per="child in need review after",
    subject_day=_.clock_starts,
    population=review_clocks,
    clock=Clock(starts=_.clock_starts, limit="CIN-03", met=_.next_done, lapses=_.plan_ended),
    needs=(
        "child_in_need_plans.started",
        "child_in_need_plans.ended",
        "child_in_need_reviews.held",
    ),
    counted_in="child_in_need_reviews",
    evidence={
        "review held": Evidence(value=_.clock_starts),
        "next review held": Evidence(value=_.next_done),
        "plan started": Evidence(value=_.plan_started),
        "plan ended": Evidence(value=_.plan_ended),
        "second record of the plan from": Evidence(value=_.overlapped_from),
    },
    readings=(
        "The limit is the council's own; without one it is three calendar months from each review. "
        "The due day itself is in time. The first review is a rule of its own.",
        "The end of the plan lapses the duty. A review that ends the plan starts no clock.",
        "Two reviews on one day are one.",
        "A review is of the plan it names or, where it names none, of the plan running that day.",
        "Overlapping plans of one child are one plan, from the earliest start to the latest end.",
    ),
    helps="Set the date, and bring what the child says. Step up, step down, or say what the next "
    "three months are for.",
    cannot_see="Why a review was put off, and meetings that were not recorded as a review.",
)
