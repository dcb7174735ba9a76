"""Private fostering: arrangements from the day the council was told, and the visits to them."""

import ibis.expr.types as ir
from ibis import _

from sightline.rules.journey.plans import plans_of
from sightline.rules.journey.visits import visits_with_child_seen


def arrangements(private_fostering_arrangements: ir.Table) -> ir.Table:
    """One row per arrangement to judge, those that share a day as one.

    ``plan_started`` is the day the council was told and ``plan_ended`` the day it ended: an
    arrangement is read as plans are.
    """
    return plans_of(_as_plans(private_fostering_arrangements))


def visits_to_arrangements(
    private_fostering_visits: ir.Table, private_fostering_arrangements: ir.Table
) -> ir.Table:
    """Visits at which the child was seen, each with its arrangement (``plan_started``) and ``day``."""
    visits = private_fostering_visits.select("child", "visited", "child_seen", plan="arrangement")
    return visits_with_child_seen(visits, _as_plans(private_fostering_arrangements))


def _as_plans(private_fostering_arrangements: ir.Table) -> ir.Table:
    told = private_fostering_arrangements.filter(_.notified.notnull())
    return told.select("child", "ended", plan="arrangement", started="notified")
