"""The placement plan: what the carer is told and may decide."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.placements import placements_in_care


def placements_to_plan(placements: ir.Table, care_episodes: ir.Table) -> ir.Table:
    """Every placement of a child in care, with the day its plan was agreed."""
    return placements_in_care(placements, care_episodes)


PLACEMENT_PLAN_NOT_AGREED = Rule(
    name="placement_plan_not_agreed",
    title="No placement plan in the first five working days",
    question="Does the carer know what the child needs, and what they may decide for the child?",
    stage="in care",
    sources=("CLA-13",),
    themes=("placement_sufficiency", "fostering_kinship"),
    one_row_per="placement",
    subject_day=_.placement_started,
    population=placements_to_plan,
    clock=Clock(starts=_.placement_started, limit="CLA-13", met=_.plan_agreed, lapses=_.left),
    needs=(
        "care_episodes.started",
        "care_episodes.ended",
        "placements.started",
        "placements.ended",
        "placements.plan_agreed",
    ),
    counted_in="placements",
    evidence={
        "placement started": Evidence(value=_.placement_started),
        "placement plan agreed": Evidence(value=_.plan_agreed),
        "left the placement": Evidence(value=_.left),
    },
    readings=(
        "The day the placement began is day 0. The due day itself is in time, and so is a plan agreed "
        "before the child moved in.",
        "A placement is one that began during a period of care. Short breaks, and times away such as "
        "hospital or a holiday, are no placement.",
        "Leaving the placement, or care, lapses the duty.",
        "Two placements begun on one day are one, until the later ends.",
    ),
    helps="Agree the plan with the carer and the child: health, school, family time, and who may say "
    "yes to a sleepover or a haircut.",
    cannot_see="What the plan says, and whether the carer was given it.",
)
