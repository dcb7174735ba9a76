"""The third and every later review of a child in care."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.periods_of_care import clocks_after_each, periods_of_care
from sightline.rules.journey.reviews_in_care import reviews_held


def later_reviews(care_episodes: ir.Table, care_reviews: ir.Table) -> ir.Table:
    """Every review but the first of a period of care that began in the records, with the next."""
    in_turn = ibis.window(group_by=["child", "care_started"], order_by="clock_starts")
    reviews = clocks_after_each(periods_of_care(care_episodes), reviews_held(care_reviews))
    placed = reviews.mutate(place=ibis.row_number().over(in_turn))
    return placed.filter((_.place > 0) | _.care_entered.isnull())


LATER_CARE_REVIEW_OVERDUE = Rule(
    name="later_care_review_overdue",
    title="Review of a child in care not held in six months",
    question="Is the child's care reviewed before half a year has gone by?",
    stage="in care",
    sources=("CLA-11",),
    themes=("iro_cp_chairs",),
    one_row_per="review after",
    subject_day=_.clock_starts,
    population=later_reviews,
    clock=Clock(starts=_.clock_starts, limit="CLA-11", met=_.next_done, lapses=_.care_ended),
    needs=("care_episodes.started", "care_episodes.ended", "care_reviews.held"),
    counted_in="care_reviews",
    evidence={
        "review held": Evidence(value=_.clock_starts),
        "next review held": Evidence(value=_.next_done),
        "entered care": Evidence(value=_.care_started),
        "care ended": Evidence(value=_.care_ended),
    },
    readings=(
        "The clock starts with every review after the first of a period of care, and with every review "
        "where the records begin in the middle of the period. The due day itself is in time.",
        "Months are calendar months and end where the month does.",
        "A review called off is none. Two on one day are one.",
        "The end of care lapses the duty.",
    ),
    helps="Set the date with the reviewing officer, and ask the child how they want to take part.",
    cannot_see="Reasons for an earlier review, such as a move, a missing episode or the reviewing "
    "officer's request.",
)
