"""Referrals of children who come back, and how long one stays in view."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.rules.journey.responses import first_response, while_running


def in_view_until_helped(
    back: ir.Table,
    protection_plans: ir.Table,
    child_in_need_plans: ir.Table,
    care_episodes: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """Referrals ``received`` with ``closes``: the first day on a plan or in care, or out of view (REF-05).

    One about a child who has a plan or is in care that day was never in view.
    """
    limited = clocks.after(back, day="received", standard="REF-05", into="out_of_view")
    helped = ibis.union(
        while_running(protection_plans),
        while_running(child_in_need_plans),
        while_running(care_episodes),
    )
    beside_help = first_response(limited, "received", helped)
    closing = beside_help.mutate(closes=ibis.least(_.responded, _.out_of_view))
    return closing.filter(_.closes > _.received)
