"""A child moved to and fro between child in need and protection plans."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.days import unless_never
from sightline.rules.journey.plans import plans_of


def moves_that_are_many(
    protection_plans: ir.Table, child_in_need_plans: ir.Table, clocks: Clocks
) -> ir.Table:
    """Plans whose start was a move to the other kind, with enough moves in the window by then."""
    in_turn = ibis.window(group_by="child", order_by=["plan_started", "kind"])
    plans = _of_kind(protection_plans, "protection plan").union(
        _of_kind(child_in_need_plans, "child in need plan")
    )
    moves = plans.mutate(kind_before=_.kind.lag().over(in_turn)).filter(_.kind != _.kind_before)
    moves_before = clocks.number("CPE-12") - 1
    beside_first = moves.mutate(first_move=_.plan_started.lag(moves_before).over(in_turn))
    with_window = clocks.after(
        beside_first, day="first_move", standard="CPE-13", into="window_ends"
    )
    return with_window.filter(
        _.plan_started <= _.window_ends, _.plan_started < _.plan_runs_to
    ).mutate(plan_ended=unless_never(_.plan_runs_to))


def _of_kind(plans_as_recorded: ir.Table, kind: str) -> ir.Table:
    return plans_of(plans_as_recorded).select(
        "child", "plan_started", "plan_runs_to", kind=ibis.literal(kind)
    )


MOVES_BETWEEN_KINDS_OF_PLAN = Rule(
    name="moves_between_kinds_of_plan",
    title="Third move between child in need and protection plans in three years",
    question="Is the child moved up and down between plans without anything changing for good?",
    stage="protection plan",
    sources=("CPE-12", "CPE-13"),
    themes=("plans_cp", "plans_cin", "step_down_closure"),
    one_row_per="plan",
    subject_day=_.plan_started,
    population=moves_that_are_many,
    span=Span(opens=_.plan_started, closes=_.plan_ended),
    needs=(
        "protection_plans.started",
        "protection_plans.ended",
        "child_in_need_plans.started",
        "child_in_need_plans.ended",
    ),
    counted_in="protection_plans",
    evidence={
        "this plan started": Evidence(value=_.plan_started),
        "kind of plan": Evidence(value=_.kind),
        "first of the moves": Evidence(value=_.first_move),
        "plan ended": Evidence(value=_.plan_ended),
    },
    readings=(
        "A move is the start of a plan of the other kind than the child's plan before it. The first "
        "plan is no move, and a second plan of the same kind is none either.",
        "The concern opens on the day of the third move within 36 months of the first of them, the "
        "anniversary inside, and closes when the plan moved to ends.",
        "Overlapping plans of one kind are one plan, from the earliest start to the latest end. Of two "
        "plans begun on one day the child in need plan comes first.",
    ),
    helps="Lay the plans side by side: what was the harm each time, and what made each step down look "
    "safe? Ask with a legal adviser whether another kind of answer is needed.",
    cannot_see="Plans under another council, and early help between the plans.",
)
