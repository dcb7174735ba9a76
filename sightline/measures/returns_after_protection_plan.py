"""Children who came back after a protection plan."""

import ibis.expr.types as ir

from sightline.engine.clocks import Clocks
from sightline.engine.measure import LOWER, Measure, ShareReached
from sightline.measures.spans import protection_plans_ended
from sightline.rules.protection_plan.back_after_protection_plan import endings_with_return


def endings_a_year_on(
    protection_plans: ir.Table,
    enquiries: ir.Table,
    children: ir.Table,
    care_episodes: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """Every plan that somebody decided to end, when its time is over, and whether the child was back."""
    ended = protection_plans_ended(protection_plans, children, care_episodes, clocks)
    a_year_on = clocks.after(
        ended.select("child", "subject_day", ended="day"),
        day="ended",
        standard="CPE-11",
        into="day",
    )
    back = endings_with_return(protection_plans, enquiries, children, care_episodes, clocks)
    returned = back.select("child", "came_back", subject_day="plan_started")
    beside = a_year_on.left_join(returned, ["child", "subject_day"])
    return beside.select("child", "day", "subject_day", reached=returned.came_back.notnull())


RETURNS_AFTER_PROTECTION_PLAN = Measure(
    name="returns_after_protection_plan",
    title="Children back within 12 months of a protection plan ending",
    definition=(
        "Of the protection plans that ended 12 months before because somebody decided so, the "
        "share of children who were back within these 12 months: on a new plan, under enquiry "
        "or in care. A plan is counted in the period in which its 12 months are over, so that "
        "every one had as long."
    ),
    themes=("step_down_closure", "plans_cp", "strategy_s47"),
    unit="protection plans",
    better=LOWER,
    counts=ShareReached(events=endings_a_year_on, one_row_per="protection plan"),
    numerator_words="children who came back",
    denominator_words="plans ended 12 months before",
    needs=(
        "protection_plans.started",
        "protection_plans.ended",
        "enquiries.started",
        "care_episodes.started",
        "children.born",
    ),
)
