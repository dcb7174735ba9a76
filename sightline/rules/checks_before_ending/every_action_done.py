"""Whether what agencies were to do was done."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.check import MOMENT, Check
from sightline.rules.journey.plan_decisions import beside, of_the_plan


def with_actions(moments: ir.Table, protection_plans: ir.Table, plan_actions: ir.Table) -> ir.Table:
    """Beside each moment how many actions the plan had, and how many wait or went unexplained."""
    of_protection = plan_actions.filter(_.plan_kind == "protection plan")
    actions = of_the_plan(of_protection, "agreed", protection_plans).mutate(
        open=_.done.isnull() & (_.dropped.isnull() | _.dropped_reason.isnull())
    )
    counted = actions.group_by(*MOMENT).agg(
        actions=_.count(),
        still_open=_.open.cast("int64").sum(),
        oldest_open=_.agreed.min(where=_.open),
        agencies_with_open=_.agency.nunique(where=_.open),
    )
    return beside(moments, counted)


EVERY_ACTION_DONE = Check(
    name="every_action_done",
    title="Every agency's action is done, or its absence explained",
    question="Was everything done that the plan asked of each agency, or is it written down why not?",
    asked_by="Lincolnshire's procedure on ending a plan",
    themes=("plans_cp", "partnership"),
    one_row_per="protection plan",
    judged=with_actions,
    met=_.still_open == 0,
    evidence={
        "actions in the plan": _.actions,
        "not done and not explained": _.still_open,
        "oldest of these agreed": _.oldest_open,
        "agencies with such actions": _.agencies_with_open,
    },
    needs=("plan_actions.agreed", "plan_actions.plan_kind", "plan_actions.done"),
    readings=(
        "An action is of the protection plan it names or, naming none, of the plan running the day it "
        "was agreed.",
        "An action dropped with a reason is explained. One dropped without a reason is not.",
        "A plan without any action recorded gives no evidence.",
    ),
    helps="Go through what is not done with the core group: do it, hand it on, or write down why it is "
    "no longer needed.",
    cannot_see="Whether what was done helped.",
)
