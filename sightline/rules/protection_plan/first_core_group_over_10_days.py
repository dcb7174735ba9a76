"""The first core group of a protection plan."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.plans import plans_of, with_their_plan


def plans_with_first_core_group(protection_plans: ir.Table, core_groups: ir.Table) -> ir.Table:
    """Every plan, with its first core group."""
    met = with_their_plan(core_groups, "held", protection_plans)
    first = met.group_by("child", "plan_started").agg(first_core_group=_.held.min())
    return plans_of(protection_plans).left_join(first, ["child", "plan_started"])


FIRST_CORE_GROUP_OVER_10_DAYS = Rule(
    name="first_core_group_over_10_days",
    title="First core group not held within 10 working days",
    question="Did the people who carry out the protection plan meet soon after it was agreed?",
    stage="protection plan",
    sources=("COR-01",),
    themes=("plans_cp", "partnership"),
    one_row_per="protection plan",
    subject_day=_.plan_started,
    population=plans_with_first_core_group,
    clock=Clock(starts=_.plan_started, limit="COR-01", met=_.first_core_group, lapses=_.plan_ended),
    needs=("protection_plans.started", "protection_plans.ended", "core_groups.held"),
    counted_in="protection_plans",
    evidence={
        "plan started": Evidence(value=_.plan_started),
        "first core group": Evidence(value=_.first_core_group),
        "plan ended": Evidence(value=_.plan_ended),
        "second record of the plan from": Evidence(value=_.overlapped_from),
    },
    readings=(
        "The clock runs from the day the plan started, which is the day of the conference that agreed "
        "it. That is day 0 and the due day itself is in time.",
        "A plan taken over from another council starts its clock here in the same way.",
        "The end of the plan lapses the duty.",
        "A core group is of the plan it names or, where it names none, of the plan running that day.",
        "Overlapping plans of one child are one plan, from the earliest start to the latest end.",
    ),
    helps="Call the core group together this week, with the parents, and turn what the conference "
    "decided into who does what by when.",
    cannot_see="Who was there, and whether the plan became any clearer. A core group nobody wrote up "
    "looks the same as none.",
)
