"""When a child's case was open, and when a worker held it."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.steps import shared_step
from sightline.records.codes import CASE_HOLDING_ROLES
from sightline.rules.journey.days import day_after, in_right_order

ONE_DAY = ibis.interval(days=1)


@shared_step
def open_times(
    referrals: ir.Table,
    protection_plans: ir.Table,
    child_in_need_plans: ir.Table,
    care_episodes: ir.Table,
) -> ir.Table:
    """Every stretch of time a child's case was open: ``begins``, and ``over``, the first day it was not.

    A case is open from the day a referral is received that is not closed with no further action
    until the day it is closed, and while a plan or an episode of care runs. The closing day
    itself needs no worker.
    """
    taken_on = referrals.filter(~_.no_further_action.fill_null(False))
    spans = (
        in_right_order(taken_on, "received", "closed").select(
            "child", begins="received", over="closed"
        ),
        *(
            in_right_order(rows, "started", "ended").select("child", begins="started", over="ended")
            for rows in (protection_plans, child_in_need_plans, care_episodes)
        ),
    )
    return ibis.union(*spans)


@shared_step
def times_with_worker(allocations: ir.Table) -> ir.Table:
    """Every stretch of time a case-holding worker had the child: ``begins``, and ``over``.

    A team, a reviewing officer or a duty worker is not one. The last day of an allocation is a
    day with a worker, so the first day without is the day after.
    """
    case_holding = allocations.filter(_.worker.notnull(), _.role.isin(CASE_HOLDING_ROLES))
    return in_right_order(case_holding, "started", "ended").select(
        "child", begins="started", over=day_after(_.ended)
    )
