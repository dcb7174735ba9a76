"""Later core groups of a protection plan, each due soon after the last."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.plans import plans_of, with_their_plan
from sightline.rules.journey.restarting_clocks import clocks_after_the_first


def core_group_clocks(protection_plans: ir.Table, core_groups: ir.Table) -> ir.Table:
    """One row per core group of a plan, with the next one."""
    held = core_groups.select("child", "plan", day="held")
    met = with_their_plan(held, "day", protection_plans)
    return clocks_after_the_first(plans_of(protection_plans), met)


LATER_CORE_GROUP_OVER_6_WEEKS = Rule(
    name="later_core_group_over_6_weeks",
    title="Next core group not held within six weeks",
    question="Does the core group go on meeting while the child is on the plan?",
    stage="protection plan",
    sources=("COR-02",),
    themes=("plans_cp", "partnership"),
    one_row_per="core group after",
    subject_day=_.clock_starts,
    population=core_group_clocks,
    clock=Clock(starts=_.clock_starts, limit="COR-02", met=_.next_done, lapses=_.plan_ended),
    needs=("protection_plans.started", "protection_plans.ended", "core_groups.held"),
    counted_in="core_groups",
    evidence={
        "core group held": Evidence(value=_.clock_starts),
        "next core group held": Evidence(value=_.next_done),
        "plan started": Evidence(value=_.plan_started),
        "plan ended": Evidence(value=_.plan_ended),
        "second record of the plan from": Evidence(value=_.overlapped_from),
    },
    readings=(
        "The limit is the council's own; without one it is six weeks. The clock starts with each core "
        "group, and the due day itself is in time. The first core group is a rule of its own.",
        "The end of the plan lapses the duty. A core group on the day the plan ended starts no clock.",
        "Two core groups on one day are one.",
        "A core group is of the plan it names or, where it names none, of the plan running that day.",
        "Overlapping plans of one child are one plan, from the earliest start to the latest end.",
    ),
    helps="Set the date. Begin with the actions of last time: which were done, and what has the child "
    "noticed?",
    cannot_see="Who came, and meetings of fewer people between core groups.",
)
