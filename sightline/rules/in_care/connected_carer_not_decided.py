"""The decision on a relative who was approved as a carer for the time being."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.placements import placements_in_care


def relatives_approved_for_now(placements: ir.Table, care_episodes: ir.Table) -> ir.Table:
    """Every placement with a relative approved for the time being."""
    with_carer = placements_in_care(placements, care_episodes)
    return with_carer.filter(_.temporary_approval.notnull())


CONNECTED_CARER_NOT_DECIDED = Rule(
    name="connected_carer_not_decided",
    title="Relative's approval as a carer not decided in 16 weeks",
    question="Was it decided in time whether the relative is the child's carer for good?",
    stage="in care",
    sources=("CLA-14",),
    themes=("fostering_kinship", "permanence"),
    one_row_per="placement",
    subject_day=_.placement_started,
    population=relatives_approved_for_now,
    clock=Clock(
        starts=_.temporary_approval, limit="CLA-14", met=_.full_approval_decided, lapses=_.left
    ),
    needs=(
        "care_episodes.started",
        "care_episodes.ended",
        "placements.started",
        "placements.ended",
        "placements.temporary_approval",
        "placements.full_approval_decided",
    ),
    counted_in="placements",
    evidence={
        "approved for the time being": Evidence(value=_.temporary_approval),
        "full approval decided": Evidence(value=_.full_approval_decided),
        "placement started": Evidence(value=_.placement_started),
        "left the placement": Evidence(value=_.left),
    },
    readings=(
        "The day of the approval for the time being is day 0 and the due day itself is in time.",
        "Either decision meets the duty: approved, or not approved.",
        "Leaving the placement, or care, lapses the duty.",
        "Two placements begun on one day are one, until the later ends.",
    ),
    helps="Ask the fostering service what is missing for panel, and whether more time was agreed. Tell "
    "the carer and the child where it stands.",
    cannot_see="The up to eight weeks more that regulations allow in some cases, and the assessment's "
    "progress in the fostering service's own records.",
)
