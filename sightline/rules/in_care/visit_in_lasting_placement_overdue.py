"""Visits to children who have lived for a year where they are to stay."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.visits_in_care import visits_in_turn, with_how_often


def three_monthly_visits(
    placements: ir.Table, care_episodes: ir.Table, care_visits: ir.Table, clocks: Clocks
) -> ir.Table:
    """One row per visit clock after the first year of a placement meant to last to 18."""
    visits = visits_in_turn(placements, care_episodes, care_visits)
    return with_how_often(visits, clocks).filter(_.less_often)


VISIT_IN_LASTING_PLACEMENT_OVERDUE = Rule(
    name="visit_in_lasting_placement_overdue",
    title="Child in a lasting placement not seen for three months",
    question="Is the child who is settled for good still seen every three months?",
    stage="in care",
    sources=("CLA-03", "CLA-23"),
    themes=("visits_direct_work", "permanence"),
    one_row_per="visit after",
    subject_day=_.clock_starts,
    population=three_monthly_visits,
    clock=Clock(starts=_.clock_starts, limit="CLA-03", met=_.next_seen, lapses=_.left),
    needs=(
        "care_episodes.started",
        "care_episodes.ended",
        "care_episodes.legal_status",
        "placements.started",
        "placements.ended",
        "placements.type",
        "care_visits.visited",
        "care_visits.child_seen",
    ),
    counted_in="care_visits",
    evidence={
        "child seen": Evidence(value=_.clock_starts),
        "child seen again": Evidence(value=_.next_seen),
        "placement started": Evidence(value=_.placement_started),
        "left the placement": Evidence(value=_.left),
    },
    readings=(
        "The clock starts with each visit at which the child was seen, from the anniversary of the "
        "placement on. Months are calendar months, not twelve weeks, and the due day is in time.",
        "A placement is meant to last to 18 if it is long-term fostering or the day this was agreed "
        "is recorded, by the day the clock starts.",
        "A visit by video, and one that does not say whether the child was seen, do not count.",
        "Leaving the placement, or care, lapses the clock.",
    ),
    helps="Visit and see the child alone. Settled children have news too: ask what would make this "
    "home better, and what they want to know about their family.",
    cannot_see="A child who agreed to be visited every six months, which regulations allow in long-term "
    "fostering: the amended text was not read (CLA-05).",
)
