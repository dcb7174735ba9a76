"""Signs that a child is being harmed, and how long they go on with nothing protective done."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.steps import shared_step
from sightline.records.codes import NEGLECT
from sightline.rules.journey.days import day_after
from sightline.rules.journey.piling_up import piles


@shared_step
def enquiries_and_neglect(enquiries: ir.Table, assessment_factors: ir.Table) -> ir.Table:
    """Each enquiry begun and each time an assessment found neglect: ``child`` and ``day``."""
    neglect = assessment_factors.filter(_.factor == NEGLECT)
    return enquiries.select("child", day="started").union(neglect.select("child", day="found"))


def left_exposed(
    signs: ir.Table, protective: ir.Table, clocks: Clocks, *, limit_standard: str
) -> ir.Table:
    """One row per run of signs that went on past the limit with nothing protective done.

    A run begins with the ``first`` sign and goes on while each next one comes before the last has
    left the view (LEX-04). ``opens`` is the day after the limit; ``closes`` the day something
    protective was done or the last sign left the view.
    """
    runs = piles(signs, protective, clocks, number=1, window_standard="LEX-04")
    limited = clocks.after(
        runs.select("child", "first", "closes"),
        day="first",
        standard=limit_standard,
        into="limit_ends",
    )
    beyond = limited.mutate(opens=day_after(_.limit_ends)).filter(_.opens < _.closes)
    return beyond.drop("limit_ends")


def plans_begun(protection_plans: ir.Table) -> ir.Table:
    """Each protection plan begun, which is a sign too: harm was found."""
    return protection_plans.select("child", day="started")
