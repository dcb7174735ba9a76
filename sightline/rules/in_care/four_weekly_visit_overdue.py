"""Visits to children placed with a parent or a relative, once it has been reviewed."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.visits_in_care import visits_in_turn, with_first_review


def four_weekly_visits(
    placements: ir.Table, care_episodes: ir.Table, care_visits: ir.Table, care_reviews: ir.Table
) -> ir.Table:
    """One row per visit clock from the first review on, while visits are to be close."""
    visits = visits_in_turn(placements, care_episodes, care_visits)
    reviewed = with_first_review(visits, care_episodes, care_reviews)
    return reviewed.filter(_.first_review <= _.clock_starts)


FOUR_WEEKLY_VISIT_OVERDUE = Rule(
    name="four_weekly_visit_overdue",
    title="Child with a parent or a newly approved relative not seen for four weeks",
    question="Is the child with a parent or a newly approved relative still seen every four weeks?",
    stage="in care",
    sources=("CLA-24",),
    themes=("visits_direct_work", "fostering_kinship"),
    one_row_per="visit after",
    subject_day=_.clock_starts,
    population=four_weekly_visits,
    clock=Clock(starts=_.clock_starts, limit="CLA-24", met=_.next_seen, lapses=_.left),
    needs=(
        "care_episodes.started",
        "care_episodes.ended",
        "care_episodes.legal_status",
        "placements.started",
        "placements.ended",
        "placements.type",
        "care_visits.visited",
        "care_visits.child_seen",
        "care_reviews.held",
    ),
    counted_in="care_visits",
    evidence={
        "child seen": Evidence(value=_.clock_starts),
        "child seen again": Evidence(value=_.next_seen),
        "placement started": Evidence(value=_.placement_started),
        "relative approved for the time being": Evidence(value=_.temporary_approval),
        "first review": Evidence(value=_.first_review),
        "left the placement": Evidence(value=_.left),
    },
    readings=(
        "It applies while a relative is approved for the time being and no decision on full approval "
        "is recorded, and while a child under an interim care order lives with a parent.",
        "The clock starts with each visit at which the child was seen, from the day of the first "
        "review of the period of care on. The due day itself is in time.",
        "A visit by video, and one that does not say whether the child was seen, do not count.",
        "Leaving the placement, or care, lapses the clock.",
    ),
    helps="Visit, and ask what stands in the way of a decision: on the carer's approval, or on the "
    "order. Close visiting is meant to be for a short time.",
    cannot_see="Relatives whose approval is kept in the fostering service's records only.",
)
