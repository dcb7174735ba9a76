"""Whether a pathway plan was agreed soon after the young person's needs were assessed."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Clock, Evidence, Rule


def assessed_with_plan(
    pathway_needs_assessments: ir.Table, pathway_plans: ir.Table, children: ir.Table, clocks: Clocks
) -> ir.Table:
    """Every young person whose needs were assessed, with the day of their first pathway plan."""
    assessed = (
        pathway_needs_assessments.filter(_.completed.notnull())
        .group_by("child")
        .agg(assessed=_.completed.min())
    )
    first_plans = pathway_plans.group_by("child").agg(plan_agreed=_.agreed.min())
    lives = children.select("child", "born", "died")
    owed_until = clocks.after(lives, day="born", standard="PAV-06", into="last_birthday")
    beside_plans = assessed.left_join(first_plans, "child").drop("child_right")
    return beside_plans.left_join(owed_until, "child").drop("child_right")


PATHWAY_PLAN_NOT_MADE = Rule(
    name="pathway_plan_not_made",
    title="No pathway plan after needs were assessed",
    question="Did what the young person said they need become a plan?",
    stage="leaving care",
    sources=("PPN-07", "PAV-06"),
    themes=("care_leavers",),
    one_row_per="needs assessed",
    subject_day=_.assessed,
    population=assessed_with_plan,
    clock=Clock(
        starts=_.assessed,
        limit="PPN-07",
        met=_.plan_agreed,
        lapses=ibis.least(_.last_birthday, _.died),
    ),
    needs=("pathway_needs_assessments.completed", "pathway_plans.agreed"),
    counted_in="pathway_needs_assessments",
    evidence={
        "needs assessed": Evidence(value=_.assessed),
        "first pathway plan agreed": Evidence(value=_.plan_agreed),
    },
    readings=(
        "The law says as soon as possible after the assessment. The limit is the council's own; without "
        "one it is 20 working days. The due day itself is in time.",
        "The first assessment finished starts the clock, and the first pathway plan meets it, also where "
        "the plan was agreed before the assessment was finished.",
        "The twenty-first birthday or death lapses the duty.",
    ),
    helps="Write the plan with the young person, in their words, and give them a copy they can use.",
    cannot_see="Whether the plan is the young person's own, and plans kept only as part of a care plan.",
)
