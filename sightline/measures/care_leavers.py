"""What was last known of each care leaver, from one record to the next."""

import ibis
import ibis.expr.types as ir
from ibis import _

NO_DUTIES = "none"


def last_known(care_leavers: ir.Table, reached: ir.BooleanValue) -> ir.Table:
    """From each day of which something is recorded until the next: whether it was ``reached``.

    Records that do not say, or of a young person to whom no duties are owed, are left out, but end
    what was known before.
    """
    said = care_leavers.filter(_.as_of.notnull()).mutate(
        reached=ibis.ifelse(_.eligibility == NO_DUTIES, None, reached)
    )
    by_day = said.group_by("child", "as_of").agg(reached=_.reached.any())
    in_turn = ibis.window(group_by="child", order_by="as_of")
    known = by_day.mutate(over=_.as_of.lead().over(in_turn)).filter(_.reached.notnull())
    return known.select("child", "over", "reached", begins="as_of", subject_day="as_of")
