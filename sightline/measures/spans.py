"""What several measures count concerns beside: open cases, protection plans, their endings."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.rules.journey.endings import endings_to_judge
from sightline.rules.journey.open_cases import open_times
from sightline.rules.journey.plans import plans_of


def open_cases(
    referrals: ir.Table,
    protection_plans: ir.Table,
    child_in_need_plans: ir.Table,
    care_episodes: ir.Table,
) -> ir.Table:
    """The time every child's case was open; spans of one child may overlap."""
    return open_times(referrals, protection_plans, child_in_need_plans, care_episodes)


def children_on_protection_plans(protection_plans: ir.Table) -> ir.Table:
    """The time every child was on a protection plan; the day it ended is no longer one."""
    return plans_of(protection_plans).select("child", begins="plan_started", over="plan_ended")


def protection_plans_started(protection_plans: ir.Table) -> ir.Table:
    """Every protection plan on the day it started."""
    return plans_of(protection_plans).select(
        "child", day="plan_started", subject_day="plan_started"
    )


def protection_plans_ended(
    protection_plans: ir.Table, children: ir.Table, care_episodes: ir.Table, clocks: Clocks
) -> ir.Table:
    """Every protection plan that ended because somebody decided so, on the day it ended."""
    endings = endings_to_judge(protection_plans, children, care_episodes, clocks)
    return endings.select("child", day="plan_ended", subject_day="plan_started")


def days_of_referral(referrals: ir.Table) -> ir.Table:
    """Every day on which a child was referred; two referrals on one day are one."""
    days = referrals.filter(_.received.notnull()).select("child", day="received").distinct()
    return days.mutate(subject_day=_.day)
