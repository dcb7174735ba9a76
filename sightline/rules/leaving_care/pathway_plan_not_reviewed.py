"""Reviews of a pathway plan, each due soon after the last."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.leaving_care import pathway_plans_as_recorded
from sightline.rules.journey.plans import plans_of, with_their_plan
from sightline.rules.journey.restarting_clocks import clocks_of_plans


def review_clocks(pathway_plans: ir.Table, pathway_plan_reviews: ir.Table) -> ir.Table:
    """One row per clock: it starts with the plan and anew at every review."""
    plans = pathway_plans_as_recorded(pathway_plans)
    reviews = pathway_plan_reviews.select("child", plan="pathway_plan", day="held")
    return clocks_of_plans(plans_of(plans), with_their_plan(reviews, "day", plans))


PATHWAY_PLAN_NOT_REVIEWED = Rule(
    name="pathway_plan_not_reviewed",
    title="Pathway plan not reviewed within six months",
    question="Does anyone ask every six months whether the plan still fits the young person's life?",
    stage="leaving care",
    sources=("PPN-02",),
    themes=("care_leavers",),
    one_row_per="pathway plan review after",
    subject_day=_.clock_starts,
    population=review_clocks,
    clock=Clock(starts=_.clock_starts, limit="PPN-02", met=_.next_done, lapses=_.plan_ended),
    needs=("pathway_plans.agreed", "pathway_plans.ended", "pathway_plan_reviews.held"),
    counted_in="pathway_plans",
    evidence={
        "clock started": Evidence(value=_.clock_starts),
        "next review": Evidence(value=_.next_done),
        "plan agreed": Evidence(value=_.plan_started),
        "plan ended": Evidence(value=_.plan_ended),
        "second record of the plan from": Evidence(value=_.overlapped_from),
    },
    readings=(
        "The clock starts on the day the plan was agreed and anew at every review. Months are calendar "
        "months and end where the month does. The due day itself is in time.",
        "A review is of the plan it names or, where it names none, of the plan running that day.",
        "The end of the plan lapses the clock. A review on that day meets it.",
        "A plan written anew before the last one ended goes on with it: overlapping plans are one plan.",
    ),
    helps="Meet the young person before the review, somewhere they choose, and ask what has changed and "
    "what the last plan promised.",
    cannot_see="Reviews asked for by the young person or adviser sooner, and those held as part of a "
    "review of the child in care.",
)
