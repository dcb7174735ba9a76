"""A protection plan that has gone on for long enough to ask why."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.days import day_after
from sightline.rules.journey.plans import plans_of


def plans_over_the_limit(protection_plans: ir.Table, clocks: Clocks) -> ir.Table:
    """Plans that run on after the day by which somebody should have asked."""
    plans = clocks.after(
        plans_of(protection_plans), day="plan_started", standard="CPE-01", into="anniversary"
    )
    return plans.mutate(opens=day_after(_.anniversary)).filter(_.opens < _.plan_runs_to)


PROTECTION_PLAN_OVER_15_MONTHS = Rule(
    name="protection_plan_over_15_months",
    title="Protection plan of more than 15 months",
    question="Has anyone asked why the child still needs a protection plan after so long?",
    stage="protection plan",
    sources=("CPE-01",),
    themes=("plans_cp", "step_down_closure"),
    one_row_per="protection plan",
    subject_day=_.plan_started,
    population=plans_over_the_limit,
    span=Span(opens=_.opens, closes=_.plan_ended),
    needs=("protection_plans.started", "protection_plans.ended"),
    counted_in="protection_plans",
    evidence={
        "plan started": Evidence(value=_.plan_started),
        "plan ended": Evidence(value=_.plan_ended),
        "second record of the plan from": Evidence(value=_.overlapped_from),
    },
    readings=(
        "The concern opens on the day after the plan has run 15 months, and closes when it ends. A "
        "plan that ends on its anniversary or the day after it was never longer.",
        "Months end where the month does.",
        "Overlapping plans of one child are one plan, from the earliest start to the latest end.",
    ),
    helps="Take the plan to a manager or the legal adviser: what has changed for the child, what has not, and what would have to be different in three months?",
    cannot_see="Whether the plan is long because things are slowly getting better, or because nobody decides.",
)
