"""Times that touch put together, and clocks that start anew while such a stretch of time lasts."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.steps import shared_step
from sightline.rules.journey.days import in_right_order, or_never, unless_never
from sightline.rules.journey.open_cases import open_times


@shared_step
def cases(
    referrals: ir.Table,
    protection_plans: ir.Table,
    child_in_need_plans: ir.Table,
    care_episodes: ir.Table,
) -> ir.Table:
    """Every stretch of days on which a child's case was open: ``began``, ``over``, ``lasts_to``."""
    return put_together(open_times(referrals, protection_plans, child_in_need_plans, care_episodes))


@shared_step
def times_on_plan_or_in_care(
    protection_plans: ir.Table, child_in_need_plans: ir.Table, care_episodes: ir.Table
) -> ir.Table:
    """Every stretch of days on a plan or in care, one following on another: as ``cases`` gives them."""
    spans = [
        in_right_order(rows, "started", "ended").select("child", begins="started", over="ended")
        for rows in (protection_plans, child_in_need_plans, care_episodes)
    ]
    return put_together(ibis.union(*spans))


def put_together(times: ir.Table) -> ir.Table:
    """Times of one child that overlap, or of which one begins on the day another is over, as one.

    ``times`` holds child, begins and over, empty while it lasts. Gives ``began``, ``over`` and
    ``lasts_to``, the last of all days while it lasts.
    """
    spans = times.select("child", "begins", ends=or_never(_.over))
    earlier = ibis.window(group_by="child", order_by=["begins", "ends"], rows=(None, -1))
    so_far = ibis.window(group_by="child", order_by=["begins", "ends"], rows=(None, 0))
    numbered = spans.mutate(earlier_ends=_.ends.max().over(earlier)).mutate(
        number=(_.earlier_ends < _.begins).fill_null(False).cast("int64").sum().over(so_far)
    )
    together = numbered.group_by("child", "number").agg(began=_.begins.min(), lasts_to=_.ends.max())
    return together.select("child", "began", "lasts_to", over=unless_never(_.lasts_to))


def clocks_while(stretches: ir.Table, done: ir.Table) -> ir.Table:
    """One row per clock: it starts with the stretch and anew on every day it was ``done`` within it.

    ``done`` holds child and day. Adds ``clock_starts`` and ``next_done``, empty while it has not
    been done again. No clock starts on the day the stretch is over.
    """
    with_the_stretch = stretches.mutate(clock_starts=_.began)
    return _in_turn(with_the_stretch.union(_days_within(stretches, done), distinct=True))


def clocks_after_the_first(stretches: ir.Table, done: ir.Table) -> ir.Table:
    """The same for what is first asked for by another rule: no clock starts with the stretch."""
    return _in_turn(_days_within(stretches, done).distinct())


def _days_within(stretches: ir.Table, done: ir.Table) -> ir.Table:
    beside = stretches.inner_join(done.select("child", clock_starts="day"), "child")
    within = beside.filter(_.clock_starts.between(_.began, _.lasts_to))
    return within.select(*stretches.columns, "clock_starts")


def _in_turn(starts: ir.Table) -> ir.Table:
    in_turn = ibis.window(group_by=["child", "began"], order_by="clock_starts")
    clocks_in_turn = starts.mutate(next_done=_.clock_starts.lead().over(in_turn))
    return clocks_in_turn.filter(_.clock_starts < _.lasts_to)
