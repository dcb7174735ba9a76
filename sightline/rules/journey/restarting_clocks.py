"""Clocks of a plan that start anew each time what they ask for is done."""

import ibis
import ibis.expr.types as ir
from ibis import _


def clocks_of_plans(plans: ir.Table, done: ir.Table) -> ir.Table:
    """One row per clock: it starts with the plan and anew on every day it was ``done``.

    ``plans`` is what ``plans_of`` gives, ``done`` holds child, plan_started and day. Adds
    ``clock_starts`` and ``next_done``, empty while it has not been done again. A plan that ends
    starts no clock on its last day.
    """
    with_the_plan = plans.select("child", "plan_started", clock_starts="plan_started")
    return _in_turn(plans, with_the_plan.union(_days(done), distinct=True))


def clocks_after_the_first(plans: ir.Table, done: ir.Table) -> ir.Table:
    """The same for what is first asked for by another rule: no clock starts with the plan."""
    return _in_turn(plans, _days(done).distinct())


def _days(done: ir.Table) -> ir.Table:
    return done.select("child", "plan_started", clock_starts="day")


def _in_turn(plans: ir.Table, starts: ir.Table) -> ir.Table:
    in_turn = ibis.window(group_by=["child", "plan_started"], order_by="clock_starts")
    clocks_in_turn = starts.mutate(next_done=_.clock_starts.lead().over(in_turn))
    of_plan = plans.select("child", "plan_started", "plan_ended", "plan_runs_to", "overlapped_from")
    beside_plans = clocks_in_turn.inner_join(of_plan, ["child", "plan_started"])
    return beside_plans.filter(_.clock_starts < _.plan_runs_to)
