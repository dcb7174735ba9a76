"""Whether the help that follows the plan was agreed, with a day it begins."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.check import MOMENT, Check
from sightline.rules.journey.plan_decisions import beside, beside_the_decision


def with_help_that_follows(
    moments: ir.Table,
    plan_endings: ir.Table,
    protection_plans: ir.Table,
    child_in_need_plans: ir.Table,
) -> ir.Table:
    """Beside each moment the decision, and the day a child in need plan that runs was begun."""
    running = child_in_need_plans.filter(_.ended.isnull())
    help_begun = running.group_by(*MOMENT).agg(help_begun=_.started.max())
    return beside(beside_the_decision(moments, plan_endings, protection_plans), help_begun)


STEP_DOWN_AGREED = Check(
    name="step_down_agreed",
    title="The help that follows is agreed, with a lead and a first meeting",
    question="Is it agreed what help follows, who leads it and when they first meet?",
    asked_by="Teeswide's procedure on ending a plan: not all help may stop",
    themes=("plans_cp", "step_down_closure", "plans_cin"),
    one_row_per="protection plan",
    judged=with_help_that_follows,
    met=ibis.cases(
        (_.step_down_agreed, _.step_down_meets.notnull()),
        (~_.step_down_agreed, False),
        (_.help_begun.notnull(), True),
    ),
    evidence={
        "recorded at the decision": _.step_down_agreed,
        "first meeting": _.step_down_meets,
        "child in need plan begun": _.help_begun,
    },
    needs=("plan_endings.step_down_agreed", "plan_endings.step_down_meets"),
    readings=(
        "What was written where the decision to end the plan was recorded counts. Help agreed without "
        "a day for its first meeting is not met.",
        "Where the decision does not say, a child in need plan running on the day asked shows it. "
        "Where there is none either, there is no evidence.",
    ),
    helps="Name the lead and set the first meeting and visits before the conference closes.",
    cannot_see="Whether the family wants the help, and help by other services that nobody recorded.",
)
