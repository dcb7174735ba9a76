"""Visits to children on plans, of protection or in need."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.steps import shared_step
from sightline.rules.journey.plans import with_their_plan


@shared_step
def visits_with_child_seen(visits: ir.Table, plans_as_recorded: ir.Table) -> ir.Table:
    """Visits at which the child was seen, each with the plan it belongs to and its ``day``.

    A visit that does not say whether the child was seen is no evidence that the child was.
    """
    seen = visits.filter(_.child_seen).select("child", "plan", day="visited")
    return with_their_plan(seen, "day", plans_as_recorded)


@shared_step
def visits_without_child_seen(visits: ir.Table, plans_as_recorded: ir.Table) -> ir.Table:
    """Visits recorded as made with the child not seen, each with the plan it belongs to."""
    not_seen = visits.filter(~_.child_seen).select("child", "plan", day="visited")
    return with_their_plan(not_seen, "day", plans_as_recorded)


def beside_visits_not_seen(
    clocks_in_turn: ir.Table, visits: ir.Table, plans_as_recorded: ir.Table
) -> ir.Table:
    """The clocks with ``first_not_seen``: the first visit while each ran at which the child was not seen."""
    not_seen = visits_without_child_seen(visits, plans_as_recorded)
    of_clock = (
        clocks_in_turn.select("child", "plan_started", "clock_starts", "next_done")
        .inner_join(not_seen, ["child", "plan_started"])
        .filter(_.day >= _.clock_starts, (_.day < _.next_done).fill_null(True))
        .group_by("child", "plan_started", "clock_starts")
        .agg(first_not_seen=_.day.min())
    )
    return clocks_in_turn.left_join(of_clock, ["child", "plan_started", "clock_starts"])
