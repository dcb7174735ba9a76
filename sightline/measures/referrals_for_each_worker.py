"""Referrals beside the workers there are."""

import ibis.expr.types as ir

from sightline.engine.measure import LOWER, Measure, RateOf
from sightline.measures.spans import days_of_referral
from sightline.measures.workforce import children_held, of_no_child


def workers_holding_cases(allocations: ir.Table) -> ir.Table:
    """One row for each worker who held a case at the end of each month."""
    return of_no_child(children_held(allocations).select("worker", "day").distinct())


REFERRALS_FOR_EACH_WORKER = Measure(
    name="referrals_for_each_worker",
    title="Referrals for each case-holding worker",
    definition=(
        "How many referrals were received in the period for each worker who held a case at the "
        "end of each of its months: of a quarter or a year, the referrals a month. It shows a "
        "surge beside the capacity to meet it."
    ),
    themes=("front_door_thresholds", "workforce_caseloads"),
    unit="referrals",
    better=LOWER,
    counts=RateOf(
        events=days_of_referral,
        one_row_per="referral",
        beside=workers_holding_cases,
        one_beside_per="worker at the end of",
    ),
    numerator_words="referrals received",
    denominator_words="workers holding cases, by month",
    needs=(
        "referrals.received",
        "allocations.worker",
        "allocations.role",
        "allocations.started",
    ),
)
