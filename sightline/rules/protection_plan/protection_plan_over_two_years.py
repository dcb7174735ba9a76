"""A protection plan of two years or more, as the published statistic counts them."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.plans import plans_of


def plans_of_two_years(protection_plans: ir.Table, clocks: Clocks) -> ir.Table:
    """Plans that run on the anniversary or later."""
    plans = clocks.after(
        plans_of(protection_plans), day="plan_started", standard="CPE-02", into="anniversary"
    )
    return plans.mutate(opens=_.anniversary).filter(_.opens < _.plan_runs_to)


PROTECTION_PLAN_OVER_TWO_YEARS = Rule(
    name="protection_plan_over_two_years",
    title="Protection plan of two years or more",
    question="Has the child been on a protection plan for two years or more?",
    stage="protection plan",
    sources=("CPE-02",),
    themes=("plans_cp", "step_down_closure"),
    one_row_per="protection plan",
    subject_day=_.plan_started,
    population=plans_of_two_years,
    span=Span(opens=_.opens, closes=_.plan_ended),
    needs=("protection_plans.started", "protection_plans.ended"),
    counted_in="protection_plans",
    evidence={
        "plan started": Evidence(value=_.plan_started),
        "plan ended": Evidence(value=_.plan_ended),
        "second record of the plan from": Evidence(value=_.overlapped_from),
    },
    readings=(
        "As in the published statistic, a plan of exactly two years counts: the concern opens on the "
        "anniversary, and closes when the plan ends. A plan that ends on its anniversary is not open "
        "on any day.",
        "Months end where the month does.",
        "Overlapping plans of one child are one plan, from the earliest start to the latest end.",
    ),
    helps="Ask with the legal adviser whether the threshold for proceedings is met, and record why the plan, and not court, is right for the child.",
    cannot_see="Whether the harm goes on. The published statistic counts plans when they end; this rule shows them while they run.",
)
