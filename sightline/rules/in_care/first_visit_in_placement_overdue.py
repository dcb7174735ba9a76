"""The first visit to a child in a new placement."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.placements import placements_in_care
from sightline.rules.journey.visits_in_care import with_first_visit


def placements_with_first_visit(
    placements: ir.Table, care_episodes: ir.Table, care_visits: ir.Table
) -> ir.Table:
    """Every placement of a child in care, with the first visit at which the child was seen there."""
    return with_first_visit(placements_in_care(placements, care_episodes), care_visits)


FIRST_VISIT_IN_PLACEMENT_OVERDUE = Rule(
    name="first_visit_in_placement_overdue",
    title="Child not seen within a week of a new placement",
    question="Did a social worker see the child in the first week in a new place?",
    stage="in care",
    sources=("CLA-01",),
    themes=("visits_direct_work", "placement_sufficiency"),
    one_row_per="placement",
    subject_day=_.placement_started,
    population=placements_with_first_visit,
    clock=Clock(starts=_.placement_started, limit="CLA-01", met=_.first_seen, lapses=_.left),
    needs=(
        "care_episodes.started",
        "care_episodes.ended",
        "placements.started",
        "placements.ended",
        "placements.type",
        "care_visits.visited",
        "care_visits.child_seen",
    ),
    counted_in="placements",
    evidence={
        "placement started": Evidence(value=_.placement_started),
        "child seen": Evidence(value=_.first_seen),
        "left the placement": Evidence(value=_.left),
    },
    readings=(
        "The day the placement began is day 0, and a visit on it counts. The due day itself is in time.",
        "A visit counts at which the child was seen by somebody who was there. One by video, and one "
        "that does not say whether the child was seen, do not.",
        "A placement is one that began during a period of care. Short breaks, and times away such as "
        "hospital or a holiday, are no placement.",
        "Leaving the placement, or care, lapses the duty.",
        "Two placements begun on one day are one, until the later ends.",
    ),
    helps="Go and see the child where they now live, alone where age allows: do they feel safe, and "
    "what did they leave behind that they need?",
    cannot_see="Whether the visit took place in the new home, and a worker who moved the child in but "
    "wrote no visit.",
)
