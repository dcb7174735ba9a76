"""A child in need plan, once a protection plan has ended."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.endings import endings_to_judge
from sightline.rules.journey.stepping_down import help_after


def endings_with_help_after(
    protection_plans: ir.Table,
    child_in_need_plans: ir.Table,
    children: ir.Table,
    care_episodes: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """Plans that somebody decided to end, with the first day after that on a child in need plan."""
    endings = endings_to_judge(protection_plans, children, care_episodes, clocks)
    first = (
        help_after(endings, child_in_need_plans)
        .group_by("child", "plan_started")
        .agg(help_starts=_.help_starts.min())
    )
    return endings.left_join(first, ["child", "plan_started"])


STEP_DOWN_PLAN_NOT_MADE = Rule(
    name="step_down_plan_not_made",
    title="No child in need plan after a protection plan ended",
    question="When the protection plan ended, did help go on under a child in need plan?",
    stage="protection plan",
    sources=("CPE-10", "CPE-08"),
    themes=("step_down_closure", "plans_cin", "plans_cp"),
    one_row_per="protection plan",
    subject_day=_.plan_started,
    population=endings_with_help_after,
    clock=Clock(starts=_.plan_ended, limit="CPE-10", met=_.help_starts, lapses=_.leaves_view),
    needs=(
        "protection_plans.started",
        "protection_plans.ended",
        "child_in_need_plans.started",
        "child_in_need_plans.ended",
        "care_episodes.started",
        "children.born",
    ),
    counted_in="protection_plans",
    evidence={
        "plan started": Evidence(value=_.plan_started),
        "plan ended": Evidence(value=_.plan_ended),
        "child in need plan from": Evidence(value=_.help_starts),
        "reason it ended": Evidence(value=_.end_reason),
        "how the reason was read": Evidence(value=_.reason_read_from),
        "next plan started": Evidence(value=_.next_plan_started),
        "entered care": Evidence(value=_.entered_care),
    },
    readings=(
        "The limit is the council's own; without one it is 5 working days from the day the protection "
        "plan ended. The due day itself is in time.",
        "A child in need plan that ran already, and ran on after that day, meets it at once.",
        "Endings by entry to care, transfer to another council, the 18th birthday, death or leaving "
        "the country are left out. Where no reason is recorded, they are read from the other records.",
        "A new protection plan, entry to care or 12 months lapse the duty.",
        "Overlapping plans of one child are one plan, from the earliest start to the latest end.",
    ),
    helps="Agree the child in need plan with the family before the protection plan ends: who leads, "
    "when they first meet, who visits.",
    cannot_see="Help the family took up without a plan, early help, and families who said no.",
)
