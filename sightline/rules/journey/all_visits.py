"""Visits to a child of every kind: on a protection plan, on a child in need plan, and in care."""

import ibis
import ibis.expr.types as ir

from sightline.engine.steps import shared_step


@shared_step
def all_visits(
    protection_visits: ir.Table, child_in_need_visits: ir.Table, care_visits: ir.Table
) -> ir.Table:
    """Every visit: ``child``, ``day``, ``child_seen``, ``seen_alone``, ``recorded_on``."""
    visits = [
        rows.select("child", "child_seen", "seen_alone", "recorded_on", day="visited")
        for rows in (protection_visits, child_in_need_visits, care_visits)
    ]
    return ibis.union(*visits)
