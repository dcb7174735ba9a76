"""How long protection plans last."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.measure import NEITHER, LengthOf, Measure
from sightline.rules.journey.plans import plans_of


def plans_with_their_length(protection_plans: ir.Table) -> ir.Table:
    """Every plan on the day it ended, with the days it lasted."""
    ended = plans_of(protection_plans).filter(_.plan_ended.notnull())
    return ended.select(
        "child",
        day="plan_ended",
        subject_day="plan_started",
        length=_.plan_ended.delta(_.plan_started, unit="day").cast("float64"),
    )


PROTECTION_PLAN_LENGTH = Measure(
    name="protection_plan_length",
    title="Length of protection plans when they end",
    definition=(
        "Of the protection plans that ended in the period, for whatever reason, how many days "
        "each had lasted: the middle one, and what nine in ten did not exceed."
    ),
    themes=("plans_cp", "step_down_closure"),
    unit="protection plans",
    better=NEITHER,
    counts=LengthOf(events=plans_with_their_length, one_row_per="protection plan"),
    numerator_words="plans ended",
    denominator_words="plans ended",
    published=(
        "The children in need statistics tell the same plans in bands, from three months or "
        "less to two years or more."
    ),
    needs=(
        "protection_plans.started",
        "protection_plans.ended",
    ),
)
