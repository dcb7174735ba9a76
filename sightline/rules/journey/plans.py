"""A child's plans, overlapping ones read as one plan, and what belongs to each.

Protection plans and child in need plans are read alike.

Overlapping plans of one child are a data fault to show and one plan to judge: it runs from the
earliest start to the latest end. A plan that starts on the day another ends shares that day with
it, so the child was never without a plan and the two are one.
"""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.steps import shared_step
from sightline.records.codes import ENDINGS_OUTSIDE_A_REVIEW
from sightline.rules.journey.days import in_right_order, or_never, unless_never


@shared_step
def recorded_plans(plans_as_recorded: ir.Table) -> ir.Table:
    """Every plan as recorded, with the first and last day of the plan it is judged as part of.

    Adds ``plan_started``, ``plan_ended`` (empty while it runs) and ``plan_runs_to`` (the last of
    all days while it runs).
    """
    reason = [name for name in plans_as_recorded.columns if name == "end_reason"]
    plans = in_right_order(plans_as_recorded, "started", "ended").select(
        "child", "plan", "started", "ended", *reason, runs_to=or_never(_.ended)
    )
    earlier = ibis.window(group_by="child", order_by=["started", "runs_to"], rows=(None, -1))
    up_to_now = ibis.window(group_by="child", order_by=["started", "runs_to"], rows=(None, 0))
    beside_earlier = plans.mutate(earlier_runs_to=_.runs_to.max().over(earlier))
    numbered = beside_earlier.mutate(
        # The number goes up wherever a plan starts after every earlier one has ended.
        number=(_.earlier_runs_to < _.started).fill_null(False).cast("int64").sum().over(up_to_now)
    )
    together = ibis.window(group_by=["child", "number"])
    return numbered.mutate(
        plan_started=_.started.min().over(together), plan_runs_to=_.runs_to.max().over(together)
    ).mutate(plan_ended=unless_never(_.plan_runs_to))


@shared_step
def plans_of(plans_as_recorded: ir.Table) -> ir.Table:
    """One row per plan to judge: ``plan_started``, ``plan_ended``, why it ended and any overlap.

    ``overlapped_from`` is the day from which a second record of the plan ran beside the first.
    """
    recorded = recorded_plans(plans_as_recorded).mutate(
        first_in_line=ibis.row_number().over(
            ibis.window(group_by=["child", "plan_started"], order_by=["started", "runs_to"])
        )
        == 0
    )
    reason = {"end_reason": _why_it_ended()} if "end_reason" in recorded.columns else {}
    return recorded.group_by("child", "plan_started").agg(
        plan_runs_to=_.plan_runs_to.max(),
        plan_ended=_.plan_ended.max(),
        **reason,
        overlapped_from=_.started.min(where=~_.first_in_line),
    )


def _why_it_ended() -> ir.StringScalar:
    """The reason recorded for the last day; of several, one that is no judgement of a review."""
    on_the_last_day = _.runs_to == _.plan_runs_to
    outside_a_review = on_the_last_day & _.end_reason.isin(ENDINGS_OUTSIDE_A_REVIEW)
    return ibis.coalesce(
        _.end_reason.min(where=outside_a_review), _.end_reason.min(where=on_the_last_day)
    )


def with_their_plan(rows: ir.Table, day: str, plans_as_recorded: ir.Table) -> ir.Table:
    """Each row with the ``plan_started`` and ``plan_runs_to`` of the plan it belongs to.

    A row belongs to the plan it names or, where it names none, to the child's plan running on
    its ``day``. Rows outside the days of their plan are left out: they are no part of it.
    """
    recorded = recorded_plans(plans_as_recorded).select(
        "child", "plan", "plan_started", "plan_runs_to"
    )
    named = rows.inner_join(recorded, ["child", "plan"])
    plans = recorded.select("child", "plan_started", "plan_runs_to").distinct()
    naming_none = rows.filter(_.plan.isnull()).inner_join(plans, "child")
    columns = [*rows.columns, "plan_started", "plan_runs_to"]
    return (
        named.select(columns)
        .union(naming_none.select(columns))
        .filter(lambda row: row[day].between(row.plan_started, row.plan_runs_to))
    )


def next_plan_after(plans: ir.Table) -> ir.Table:
    """The plans with ``next_plan_started``: when the child's next plan began, empty where none has."""
    in_turn = ibis.window(group_by="child", order_by="plan_started")
    return plans.mutate(next_plan_started=_.plan_started.lead().over(in_turn))


def plan_before(plans: ir.Table) -> ir.Table:
    """The plans with ``earlier_plan_ended``: when the plan before it ended, empty for a first plan."""
    in_turn = ibis.window(group_by="child", order_by="plan_started")
    return plans.mutate(earlier_plan_ended=_.plan_ended.lag().over(in_turn))
