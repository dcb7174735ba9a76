"""Caseloads by weight."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.measure import LOWER, LengthOf, Measure
from sightline.measures.spans import children_in_care, children_on_protection_plans
from sightline.measures.workforce import children_held, of_no_child
from sightline.rules.journey.days import or_never


def caseloads(
    allocations: ir.Table, protection_plans: ir.Table, care_episodes: ir.Table, clocks: Clocks
) -> ir.Table:
    """One row for each worker who held a child at the end of each month, with the weight of all."""
    heavier = children_on_protection_plans(protection_plans).union(children_in_care(care_episodes))
    running = heavier.mutate(over=or_never(_.over))
    held = children_held(allocations)
    weighing_more = held.semi_join(
        running,
        [
            held.child == running.child,
            held.day >= running.begins,
            held.day < running.over,
        ],
    )
    weight = float(clocks.number("CAS-03"))
    weighed = held.mutate(length=ibis.literal(1.0)).union(
        weighing_more.mutate(length=ibis.literal(weight - 1.0))
    )
    by_worker = weighed.group_by("worker", "day").agg(length=_.length.sum())
    return of_no_child(by_worker)


WEIGHTED_CASELOAD = Measure(
    name="weighted_caseload",
    title="Children held by one worker, by weight",
    definition=(
        "At the end of each month of the period, how many children each case-holding worker "
        "held: the middle worker’s caseload, and what nine in ten did not exceed. A child on a "
        "protection plan or in care counts for more than another, one and a half unless the "
        "council sets its own weight. It is a load to look at and no pass mark; no worker is "
        "named or ranked."
    ),
    themes=("workforce_caseloads", "supervision_mgmt_oversight"),
    unit="workers",
    better=LOWER,
    counts=LengthOf(events=caseloads, one_row_per="worker at the end of"),
    numerator_words="workers’ caseloads",
    denominator_words="workers’ caseloads",
    published=(
        "The workforce statistics divide all children held by full-time workers, a mean at 30 "
        "September, with every child counting the same."
    ),
    needs=(
        "allocations.worker",
        "allocations.role",
        "allocations.started",
        "protection_plans.started",
        "care_episodes.started",
    ),
    unit_of_length="children",
    of_children=False,
)
