"""Whether each child on a protection plan is talked through in supervision."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.plans import plans_of, with_their_plan
from sightline.rules.journey.restarting_clocks import clocks_of_plans


def supervision_clocks(protection_plans: ir.Table, supervision: ir.Table) -> ir.Table:
    """One row per clock: it starts with the plan and anew whenever the child was talked through."""
    sessions = supervision.select("child", plan=ibis.null("string"), day="held")
    during_the_plan = with_their_plan(sessions, "day", protection_plans)
    return clocks_of_plans(plans_of(protection_plans), during_the_plan)


PROTECTED_CHILD_NOT_IN_SUPERVISION = Rule(
    name="protected_child_not_in_supervision",
    title="Child on a protection plan not talked through in supervision",
    question="Have a manager and the worker talked this child's plan through in the last two months?",
    stage="oversight",
    sources=("SUP-04",),
    themes=("supervision_mgmt_oversight", "plans_cp"),
    one_row_per="supervision after",
    subject_day=_.clock_starts,
    population=supervision_clocks,
    clock=Clock(starts=_.clock_starts, limit="SUP-04", met=_.next_done, lapses=_.plan_ended),
    needs=("protection_plans.started", "protection_plans.ended", "supervision.held"),
    counted_in="protection_plans",
    evidence={
        "clock started": Evidence(value=_.clock_starts),
        "talked through": Evidence(value=_.next_done),
        "plan started": Evidence(value=_.plan_started),
        "plan ended": Evidence(value=_.plan_ended),
        "second record of the plan from": Evidence(value=_.overlapped_from),
    },
    readings=(
        "The limit is the council's own; without one it is two months. Months are calendar months and "
        "end where the month does. The due day itself is in time.",
        "The clock starts with the plan and anew each time the child is talked through. Sessions "
        "before the plan do not count for it.",
        "Any session in which the child was discussed counts, with whichever worker. Two on one day "
        "are one.",
        "The end of the plan lapses the clock.",
        "Overlapping plans of one child are one plan, from the earliest start to the latest end.",
    ),
    helps="Put the child on the next supervision's list, and ask first what the child would say has "
    "changed.",
    cannot_see="How good the conversation was, and talks between sessions that nobody wrote down.",
)
