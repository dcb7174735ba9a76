"""The second review of a child in care."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.periods_of_care import clocks_after_each, periods_of_care
from sightline.rules.journey.reviews_in_care import reviews_held


def second_reviews(care_episodes: ir.Table, care_reviews: ir.Table) -> ir.Table:
    """The first review of every period of care whose beginning the records hold, with the second."""
    begun_here = periods_of_care(care_episodes).filter(_.care_entered.notnull())
    in_turn = ibis.window(group_by=["child", "care_started"], order_by="clock_starts")
    reviews = clocks_after_each(begun_here, reviews_held(care_reviews))
    return reviews.mutate(place=ibis.row_number().over(in_turn)).filter(_.place == 0)


SECOND_CARE_REVIEW_OVERDUE = Rule(
    name="second_care_review_overdue",
    title="Second review of a child in care not held in three months",
    question="Was the child's care looked at again within three months of the first review?",
    stage="in care",
    sources=("CLA-10",),
    themes=("iro_cp_chairs", "permanence"),
    one_row_per="first review",
    subject_day=_.clock_starts,
    population=second_reviews,
    clock=Clock(starts=_.clock_starts, limit="CLA-10", met=_.next_done, lapses=_.care_ended),
    needs=("care_episodes.started", "care_episodes.ended", "care_reviews.held"),
    counted_in="care_reviews",
    evidence={
        "first review": Evidence(value=_.clock_starts),
        "second review": Evidence(value=_.next_done),
        "entered care": Evidence(value=_.care_started),
        "care ended": Evidence(value=_.care_ended),
    },
    readings=(
        "The clock starts with the first review held in the period of care. Months are calendar months "
        "and end where the month does. The due day itself is in time.",
        "Where the records begin in the middle of a period of care, nobody can say which review is "
        "the second: the rule on later reviews asks.",
        "A review called off is none. Two on one day are one.",
        "The end of care lapses the duty.",
    ),
    helps="Set the date. By this review the plan is to say where the child will grow up: ask now what "
    "is missing for that.",
    cannot_see="A review the reviewing officer asked for sooner, and one held in several sittings.",
)
