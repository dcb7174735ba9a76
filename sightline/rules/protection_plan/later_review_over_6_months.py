"""Later reviews of a protection plan, each due soon after the last."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.plans import plans_of, with_their_plan
from sightline.rules.journey.restarting_clocks import clocks_after_the_first


def review_clocks(protection_plans: ir.Table, review_conferences: ir.Table) -> ir.Table:
    """One row per review of a plan, with the next one."""
    held = review_conferences.select("child", "plan", day="held")
    reviews = with_their_plan(held, "day", protection_plans)
    return clocks_after_the_first(plans_of(protection_plans), reviews)


LATER_REVIEW_OVER_6_MONTHS = Rule(
    name="later_review_over_6_months",
    title="Next review conference not held within six months",
    question="Is the protection plan looked at again before half a year has gone by?",
    stage="protection plan",
    sources=("RCP-02",),
    themes=("plans_cp", "iro_cp_chairs"),
    one_row_per="review after",
    subject_day=_.clock_starts,
    population=review_clocks,
    clock=Clock(starts=_.clock_starts, limit="RCP-02", met=_.next_done, lapses=_.plan_ended),
    needs=(
        "protection_plans.started",
        "protection_plans.ended",
        "review_conferences.held",
    ),
    counted_in="review_conferences",
    evidence={
        "review held": Evidence(value=_.clock_starts),
        "next review held": Evidence(value=_.next_done),
        "plan started": Evidence(value=_.plan_started),
        "plan ended": Evidence(value=_.plan_ended),
        "second record of the plan from": Evidence(value=_.overlapped_from),
    },
    readings=(
        "The clock starts with each review. Months are calendar months and end where the month does. "
        "The due day itself is in time. The first review is a rule of its own.",
        "The end of the plan lapses the duty. A review that ends the plan starts no clock.",
        "Two reviews on one day are one.",
        "A review is of the plan it names or, where it names none, of the plan running that day.",
        "Overlapping plans of one child are one plan, from the earliest start to the latest end.",
    ),
    helps="Set the date with the chair, and bring what the core group has seen of the child since the "
    "last review.",
    cannot_see="Why a review was put off, and whether the core group met in the meantime.",
)
