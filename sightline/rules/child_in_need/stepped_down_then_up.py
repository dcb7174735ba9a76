"""A child in need plan that ended, and the child back on a plan or in care within a year."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.days import in_right_order, or_never
from sightline.rules.journey.plans import next_plan_after, plans_of


def endings_with_return(
    child_in_need_plans: ir.Table,
    protection_plans: ir.Table,
    care_episodes: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """Plans that ended with nothing more in their place, after which the child came back."""
    plans = next_plan_after(plans_of(child_in_need_plans))
    above = ibis.union(
        *(
            in_right_order(rows, "started", "ended").select(
                "child", begins="started", runs_to=or_never(_.ended)
            )
            for rows in (protection_plans, care_episodes)
        )
    )
    first_above = (
        plans.select("child", "plan_ended")
        .inner_join(above, "child")
        .filter(_.runs_to > _.plan_ended)
        .group_by("child", "plan_ended")
        .agg(stepped_up=_.begins.min())
    )
    beside = plans.left_join(first_above, ["child", "plan_ended"])
    down = beside.filter((_.stepped_up > _.plan_ended).fill_null(True)).mutate(
        came_back=ibis.least(_.stepped_up, _.next_plan_started)
    )
    window = clocks.after(down, day="plan_ended", standard="CIN-06", into="window_ends")
    back = window.filter(_.came_back <= _.window_ends)
    return clocks.after(back, day="came_back", standard="CIN-07", into="leaves_view")


STEPPED_DOWN_THEN_UP = Rule(
    name="stepped_down_then_up",
    title="Stepped down from a child in need plan, then up again within a year",
    question="Did help end, and the child come back on a plan or into care soon after?",
    stage="child in need",
    sources=("CIN-06", "CIN-07"),
    themes=("step_down_closure", "plans_cin"),
    one_row_per="child in need plan",
    subject_day=_.plan_started,
    population=endings_with_return,
    span=Span(opens=_.came_back, closes=_.leaves_view),
    needs=(
        "child_in_need_plans.started",
        "child_in_need_plans.ended",
        "protection_plans.started",
        "care_episodes.started",
    ),
    counted_in="child_in_need_plans",
    evidence={
        "plan started": Evidence(value=_.plan_started),
        "plan ended": Evidence(value=_.plan_ended),
        "next child in need plan started": Evidence(value=_.next_plan_started),
        "protection plan or care from": Evidence(value=_.stepped_up),
    },
    readings=(
        "A child stepped down where a child in need plan ended and no protection plan or care ran on "
        "after that day. A plan that ended because one of them took its place was no step down.",
        "The child came back on the first day, within 12 months of the ending, of a child in need "
        "plan, a protection plan or care. The anniversary itself is inside.",
        "The concern opens on that day and closes after 6 months in view.",
        "Overlapping plans of one child are one plan, from the earliest start to the latest end. A "
        "plan that starts on the day another ends is the same plan.",
    ),
    helps="Read why help ended and what it rested on. Ask the family what was missing in between, and "
    "make that the first thing the new plan does.",
    cannot_see="Early help in between, and whether the family asked for help to end.",
)
