"""The review that follows a move into a home the council provided."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.leaving_care import homes_from_the_council
from sightline.rules.journey.responses import first_from


def moves_with_review(
    care_leaver_accommodation: ir.Table, pathway_plan_reviews: ir.Table
) -> ir.Table:
    """Every move into a home from the council, with the first review from then on."""
    reviews = pathway_plan_reviews.select("child", happened="held")
    return first_from(homes_from_the_council(care_leaver_accommodation), "begins", reviews, "held")


PATHWAY_PLAN_NOT_REVIEWED_AFTER_MOVE = Rule(
    name="pathway_plan_not_reviewed_after_move",
    title="Pathway plan not reviewed after a move",
    question="Was the plan looked at again once the young person had settled into a new home?",
    stage="leaving care",
    sources=("PPN-03",),
    themes=("care_leavers", "care_leaver_housing"),
    one_row_per="home from",
    subject_day=_.begins,
    population=moves_with_review,
    clock=Clock(starts=_.begins, limit="PPN-03", met=_.held, lapses=_.over),
    needs=(
        "care_leaver_accommodation.started",
        "care_leaver_accommodation.ended",
        "care_leaver_accommodation.provided_by_council",
        "pathway_plan_reviews.held",
    ),
    counted_in="care_leaver_accommodation",
    evidence={
        "moved in": Evidence(value=_.begins),
        "next review": Evidence(value=_.held),
        "moved out": Evidence(value=_.over),
    },
    readings=(
        "The number of days has not been read in the regulations yet and is shown as unconfirmed.",
        "Only homes the council provided count. Two begun on one day are one.",
        "The day of the move is day 0 and the due day itself is in time. Any review of a pathway plan "
        "from that day on meets the duty.",
        "Moving out lapses the duty.",
    ),
    helps="Hold the review where the young person lives now, and ask whether they feel safe there and can "
    "afford it.",
    cannot_see="Reviews that nobody wrote down, and whether the home was provided as part of a plan.",
)
