"""Visits to children on protection plans."""

import ibis.expr.types as ir
from ibis import _

from sightline.rules.journey.plans import with_their_plan


def visits_with_child_seen(protection_visits: ir.Table, protection_plans: ir.Table) -> ir.Table:
    """Visits at which the child was seen, each with the plan it belongs to.

    A visit that does not say whether the child was seen is no evidence that the child was.
    """
    seen = protection_visits.filter(_.child_seen).select("child", "plan", "visited")
    return with_their_plan(seen, "visited", protection_plans)


def visits_without_child_seen(protection_visits: ir.Table, protection_plans: ir.Table) -> ir.Table:
    """Visits recorded as made with the child not seen, each with the plan it belongs to."""
    not_seen = protection_visits.filter(~_.child_seen).select("child", "plan", "visited")
    return with_their_plan(not_seen, "visited", protection_plans)
