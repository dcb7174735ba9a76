"""When a child is no longer one: the day duties to children no longer reach."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.rules.journey.endings import AGE_OF_MAJORITY


def beside_end_of_childhood(rows: ir.Table, children: ir.Table) -> ir.Table:
    """The rows with ``childhood_ends``: the child's 18th birthday or death, whichever comes first.

    Empty where neither a day of birth nor of death is recorded.
    """
    eighteenth = _.born + AGE_OF_MAJORITY
    ends = children.select("child", childhood_ends=ibis.least(eighteenth, _.died))
    return rows.left_join(ends, "child").select(*rows.columns, "childhood_ends")
