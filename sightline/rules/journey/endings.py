"""How a protection plan ended, and how long that ending stays in view.

An ending by entry to care, transfer, eighteenth birthday, death or leaving the country is not a
judgement that the child is safer, so rules that ask about endings leave it out.
"""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.steps import shared_step
from sightline.records.codes import ENDINGS_OUTSIDE_A_REVIEW
from sightline.rules.journey.care import next_entry_to_care, was_in_care
from sightline.rules.journey.plans import next_plan_after, plans_of

AGE_OF_MAJORITY = ibis.interval(years=18)  # what "adult" means in law, not a limit to be set

AS_RECORDED = "as recorded"
READ_FROM_OTHER_RECORDS = "no reason recorded: not in care, under 18 and alive by the other records"


@shared_step
def endings_to_judge(
    protection_plans: ir.Table, children: ir.Table, care_episodes: ir.Table, clocks: Clocks
) -> ir.Table:
    """Plans that ended because somebody decided so, each with the day its ending leaves the view.

    ``leaves_view`` is 12 months on (CPE-08), or sooner a new plan or entry to care. An ending
    that one of them follows on the very day was never in view on any day.
    """
    decided = decided_endings(protection_plans, children, care_episodes)
    limited = clocks.after(decided, day="plan_ended", standard="CPE-08", into="limit_of_view")
    return limited.mutate(
        leaves_view=ibis.least(_.limit_of_view, _.next_plan_started, _.entered_care)
    ).filter(_.leaves_view > _.plan_ended)


@shared_step
def decided_endings(
    protection_plans: ir.Table, children: ir.Table, care_episodes: ir.Table
) -> ir.Table:
    """Plans that ended because somebody decided so, with the next plan and entry to care.

    Where no reason is recorded, care, age and death are read from the other records, and
    ``reason_read_from`` says so.
    """
    plans = next_plan_after(plans_of(protection_plans))
    ended = plans.filter(_.plan_ended.notnull())
    beside_care = was_in_care(ended, "plan_ended", care_episodes)
    life = children.select("child", "born", "died")
    beside_life = beside_care.left_join(life, "child").drop("child_right")
    decided = beside_life.filter(~_left_out()).mutate(
        reason_read_from=ibis.ifelse(_.end_reason.isnull(), READ_FROM_OTHER_RECORDS, AS_RECORDED)
    )
    return next_entry_to_care(decided, "plan_ended", care_episodes)


def _left_out() -> ir.BooleanValue:
    """Whether the plan ended by care, transfer, age, death or leaving, recorded or read."""
    read_from_other_records = (
        _.in_care
        | (_.plan_ended >= _.born + AGE_OF_MAJORITY).fill_null(False)
        | (_.died <= _.plan_ended).fill_null(False)
    )
    return ibis.ifelse(
        _.end_reason.isnull(), read_from_other_records, _.end_reason.isin(ENDINGS_OUTSIDE_A_REVIEW)
    )
