"""When a child had a social worker because of a plan, or was in care: spells that do not overlap."""

import ibis
import ibis.expr.types as ir

from sightline.engine.steps import shared_step
from sightline.rules.journey.days import in_right_order
from sightline.rules.journey.plans import plans_of


@shared_step
def times_with_a_plan(protection_plans: ir.Table, child_in_need_plans: ir.Table) -> ir.Table:
    """Spells on a protection or child in need plan, those that share a day as one.

    Columns ``child``, ``spell_began``, ``spell_ended`` (empty while it runs), ``spell_runs_to``.
    """
    return _spells(protection_plans, child_in_need_plans)


@shared_step
def times_in_care(care_episodes: ir.Table) -> ir.Table:
    """Spells in care, those that share a day as one; the columns of ``times_with_a_plan``."""
    return _spells(care_episodes)


def _spells(*records: ir.Table) -> ir.Table:
    # What joins rows to a plan is of no use for a spell of several.
    spans = [
        in_right_order(rows, "started", "ended").select(
            "child", "started", "ended", plan=ibis.null("string")
        )
        for rows in records
    ]
    together = spans[0].union(*spans[1:]) if spans[1:] else spans[0]
    return plans_of(together).select(
        "child",
        spell_began="plan_started",
        spell_ended="plan_ended",
        spell_runs_to="plan_runs_to",
    )
