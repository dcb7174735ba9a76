"""A child in need plan that has gone on for long enough to ask whether it drifts."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.days import day_after
from sightline.rules.journey.plans import plans_of


def plans_over_the_limit(child_in_need_plans: ir.Table, clocks: Clocks) -> ir.Table:
    """Plans that run on after the day by which somebody senior should have looked."""
    plans = clocks.after(
        plans_of(child_in_need_plans), day="plan_started", standard="CIN-04", into="anniversary"
    )
    return plans.mutate(opens=day_after(_.anniversary)).filter(_.opens < _.plan_runs_to)


CHILD_IN_NEED_PLAN_OVER_9_MONTHS = Rule(
    name="child_in_need_plan_over_9_months",
    title="Child in need plan of more than 9 months",
    question="Is help going on with nobody asking whether it helps?",
    stage="child in need",
    sources=("CIN-04",),
    themes=("plans_cin", "step_down_closure"),
    one_row_per="child in need plan",
    subject_day=_.plan_started,
    population=plans_over_the_limit,
    span=Span(opens=_.opens, closes=_.plan_ended),
    needs=("child_in_need_plans.started", "child_in_need_plans.ended"),
    counted_in="child_in_need_plans",
    evidence={
        "plan started": Evidence(value=_.plan_started),
        "plan ended": Evidence(value=_.plan_ended),
        "second record of the plan from": Evidence(value=_.overlapped_from),
    },
    readings=(
        "The concern opens on the day after the plan has run 9 months, and closes when it ends. A plan "
        "that ends on that day or before was never longer.",
        "A council may set a longer time of its own, for instance where it works with disabled "
        "children for years; the rule does not know one plan from another.",
        "Months end where the month does.",
        "Overlapping plans of one child are one plan, from the earliest start to the latest end.",
    ),
    helps="Look at the plan with a manager: step up, step down, or say what the next months are for.",
    cannot_see="Long work with disabled children, which is meant to go on.",
)
