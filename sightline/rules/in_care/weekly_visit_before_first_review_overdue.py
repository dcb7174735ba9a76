"""Weekly visits to children placed with a parent or a relative before anyone has reviewed it."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.days import or_never
from sightline.rules.journey.visits_in_care import visits_in_turn, with_first_review


def weekly_visits(
    placements: ir.Table, care_episodes: ir.Table, care_visits: ir.Table, care_reviews: ir.Table
) -> ir.Table:
    """One row per visit clock that starts before the first review, while visits are to be weekly."""
    visits = visits_in_turn(placements, care_episodes, care_visits)
    reviewed = with_first_review(visits, care_episodes, care_reviews)
    return reviewed.filter(or_never(_.first_review) > _.clock_starts)


WEEKLY_VISIT_BEFORE_FIRST_REVIEW_OVERDUE = Rule(
    name="weekly_visit_before_first_review_overdue",
    title="Child with a parent or a newly approved relative not seen every week",
    question="Is the child seen every week until somebody independent has reviewed where they live?",
    stage="in care",
    sources=("CLA-07",),
    themes=("visits_direct_work", "fostering_kinship"),
    one_row_per="visit after",
    subject_day=_.clock_starts,
    population=weekly_visits,
    clock=Clock(starts=_.clock_starts, limit="CLA-07", met=_.next_seen, lapses=_.left),
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
        "The clock starts with each visit at which the child was seen, until the first review of the "
        "period of care. The first visit is a rule of its own. The due day itself is in time.",
        "A clock that started before the review still asks for a visit within the week.",
        "A visit by video, and one that does not say whether the child was seen, do not count.",
        "Leaving the placement, or care, lapses the clock.",
    ),
    helps="Visit this week. Ask whether the carer has what the assessment assumed, and bring what you "
    "see to the first review.",
    cannot_see="Relatives whose approval is kept in the fostering service's records only, and children "
    "placed with parents before the assessment was finished under a full care order.",
)
