"""Help as a child in need once a protection plan has ended."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.steps import shared_step
from sightline.rules.journey.days import unless_never
from sightline.rules.journey.plans import next_plan_after, plans_of


@shared_step
def help_after(endings: ir.Table, child_in_need_plans: ir.Table) -> ir.Table:
    """Each ending of a protection plan beside each child in need plan that ran on after it.

    Adds ``help_plan_started``, ``help_starts`` (the later of the plan's start and the ending),
    ``help_runs_to`` (the last of all days while it runs), ``help_ended`` and
    ``next_help_started``. A plan that ended by the day of the ending is no help after it.
    """
    plans = next_plan_after(plans_of(child_in_need_plans)).select(
        "child",
        help_plan_started="plan_started",
        help_runs_to="plan_runs_to",
        help_ended=unless_never(_.plan_runs_to),
        next_help_started="next_plan_started",
    )
    return (
        endings.inner_join(plans, "child")
        .filter(_.help_runs_to > _.plan_ended)
        .mutate(help_starts=ibis.greatest(_.help_plan_started, _.plan_ended))
    )
