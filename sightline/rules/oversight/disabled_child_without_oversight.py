"""Whether a manager looks at the open cases of disabled children."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.stretches import cases, clocks_while


def oversight_clocks(
    children: ir.Table,
    referrals: ir.Table,
    protection_plans: ir.Table,
    child_in_need_plans: ir.Table,
    care_episodes: ir.Table,
    supervision: ir.Table,
    management_decisions: ir.Table,
) -> ir.Table:
    """One row per clock of a disabled child's open case, anew at each session or decision."""
    disabled = children.filter(_.disabled).select("child")
    open_cases = cases(referrals, protection_plans, child_in_need_plans, care_episodes)
    sessions = supervision.select("child", day="held")
    looked_at = sessions.union(management_decisions.select("child", day="made"))
    return clocks_while(open_cases.semi_join(disabled, "child"), looked_at.distinct())


DISABLED_CHILD_WITHOUT_OVERSIGHT = Rule(
    name="disabled_child_without_oversight",
    title="Disabled child's case that no manager looks at",
    question="Has a manager looked at this disabled child's case in the last three months?",
    stage="oversight",
    sources=("OVS-03",),
    themes=("disabled_children", "supervision_mgmt_oversight"),
    one_row_per="oversight after",
    subject_day=_.clock_starts,
    population=oversight_clocks,
    clock=Clock(starts=_.clock_starts, limit="OVS-03", met=_.next_done, lapses=_.over),
    needs=(
        "children.disabled",
        "referrals.received",
        "referrals.closed",
        "supervision.held",
    ),
    counted_in="referrals",
    evidence={
        "clock started": Evidence(value=_.clock_starts),
        "looked at": Evidence(value=_.next_done),
        "case opened": Evidence(value=_.began),
        "case closed": Evidence(value=_.over),
    },
    readings=(
        "The limit is the council's own; without one it is three months. Months are calendar months and "
        "end where the month does. The due day itself is in time.",
        "A manager looked where the child was talked through in supervision or a manager's decision was "
        "recorded. Two on one day are one.",
        "A child is disabled where the record says so today; the records do not say since when.",
        "A case is open from the day a referral not closed with no further action is received until the "
        "day it is closed, and while a plan or an episode of care runs. Cases that touch are one.",
        "The closing of the case lapses the clock.",
    ),
    helps="Look at the case as at any other: is the child safe, seen and heard, and not only provided for?",
    cannot_see="Panels that decide on packages of care, and disabled children not recorded as disabled.",
)
