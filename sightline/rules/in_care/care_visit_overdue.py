"""Visits to children in care, at most six weeks apart."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.visits_in_care import visits_in_turn, with_how_often


def six_weekly_visits(
    placements: ir.Table, care_episodes: ir.Table, care_visits: ir.Table, clocks: Clocks
) -> ir.Table:
    """One row per visit clock in the first year of a placement, or later where it is not meant to last."""
    visits = visits_in_turn(placements, care_episodes, care_visits)
    return with_how_often(visits, clocks).filter(~_.less_often)


CARE_VISIT_OVERDUE = Rule(
    name="care_visit_overdue",
    title="Child in care not seen for more than six weeks",
    question="Does a social worker see the child in care at least every six weeks?",
    stage="in care",
    sources=("CLA-02", "CLA-04", "CLA-23"),
    themes=("visits_direct_work",),
    one_row_per="visit after",
    subject_day=_.clock_starts,
    population=six_weekly_visits,
    clock=Clock(starts=_.clock_starts, limit="CLA-02", met=_.next_seen, lapses=_.left),
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
        "The clock starts with each visit in a placement at which the child was seen. The first visit "
        "is a rule of its own. The day of the visit is day 0 and the due day itself is in time.",
        "Six weeks is the law's limit in the first year of any placement, and afterwards where the "
        "placement is not meant to last to 18. The day the clock starts says which it is.",
        "A placement is meant to last if it is long-term fostering or the day this was agreed is "
        "recorded.",
        "Where the law asks for weekly or four-weekly visits, other rules ask.",
        "A visit by video, and one that does not say whether the child was seen, do not count.",
        "Leaving the placement, or care, lapses the clock.",
    ),
    helps="Visit, see the child alone where age allows, and look at where they sleep. Where a visit "
    "was put off, tell the child why.",
    cannot_see="What the visit was like for the child, and a visit not yet written up.",
)
