"""Whether parents worked with the people who carried out the plan."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.check import MOMENT, Check
from sightline.rules.journey.plan_decisions import (
    beside,
    beside_the_decision,
    last_of_each,
    of_the_plan,
)


def with_last_core_group(
    moments: ir.Table, plan_endings: ir.Table, protection_plans: ir.Table, core_groups: ir.Table
) -> ir.Table:
    """Beside each moment the decision, and whether a parent came to the last core group."""
    groups = of_the_plan(core_groups, "held", protection_plans)
    last = last_of_each(groups, "held", "core_group")
    decision = beside_the_decision(moments, plan_endings, protection_plans)
    return beside(decision, last.select(*MOMENT, "held", "parents_attended"))


PARENTS_WORKED_WITH_CORE_GROUP = Check(
    name="parents_worked_with_core_group",
    title="Parents worked with the core group",
    question="Did the parents work with the core group?",
    asked_by="Procedures on ending a plan of several areas",
    themes=("plans_cp", "partnership"),
    one_row_per="protection plan",
    judged=with_last_core_group,
    met=ibis.coalesce(_.worked_with_core_group, _.parents_attended),
    evidence={
        "recorded at the decision": _.worked_with_core_group,
        "last core group": _.held,
        "a parent came to it": _.parents_attended,
    },
    needs=("plan_endings.worked_with_core_group",),
    readings=(
        "What was written where the decision to end the plan was recorded counts. Where it says "
        "nothing, the plan's last core group answers: did a parent come?",
        "Where neither says, there is no evidence.",
    ),
    helps="Ask what parents did between core groups, not only whether they came.",
    cannot_see="Whether they worked on the plan or only attended, and fathers who were never asked.",
)
