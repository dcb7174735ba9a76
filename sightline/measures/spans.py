"""What several measures count, or count concerns beside: open cases, plans, times in care."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.rules.journey.endings import endings_to_judge
from sightline.rules.journey.open_cases import open_times
from sightline.rules.journey.periods_of_care import periods_of_care
from sightline.rules.journey.plans import plans_of
from sightline.rules.journey.social_work import times_in_care, times_with_a_plan


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


def children_on_child_in_need_plans(child_in_need_plans: ir.Table) -> ir.Table:
    """The same of child in need plans."""
    return plans_of(child_in_need_plans).select("child", begins="plan_started", over="plan_ended")


def children_with_a_plan(protection_plans: ir.Table, child_in_need_plans: ir.Table) -> ir.Table:
    """The time every child was on a protection or child in need plan."""
    return _spells(times_with_a_plan(protection_plans, child_in_need_plans))


def children_in_care_or_on_breaks(care_episodes: ir.Table) -> ir.Table:
    """The time every child was in care, short breaks included."""
    return _spells(times_in_care(care_episodes))


def _spells(spells: ir.Table) -> ir.Table:
    return spells.select("child", begins="spell_began", over="spell_ended")


def children_in_care(care_episodes: ir.Table) -> ir.Table:
    """The time every child was in care; short breaks are none."""
    return periods_of_care(care_episodes).select("child", begins="care_started", over="care_ended")


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
    return days_of(referrals, "received")


def days_of(rows: ir.Table, day: str) -> ir.Table:
    """Every day of a child on which such a thing happened; two on one day are one."""
    days = rows.filter(rows[day].notnull()).select("child", day=day).distinct()
    return days.mutate(subject_day=_.day)
