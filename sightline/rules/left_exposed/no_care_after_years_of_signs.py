"""Signs of harm that go on for years with the child at home."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.responses import while_running
from sightline.rules.journey.signs_of_harm import enquiries_and_neglect, left_exposed, plans_begun


def signs_without_care(
    enquiries: ir.Table,
    assessment_factors: ir.Table,
    protection_plans: ir.Table,
    care_episodes: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """Runs of signs past the limit with the child never in care."""
    signs = enquiries_and_neglect(enquiries, assessment_factors).union(
        plans_begun(protection_plans)
    )
    return left_exposed(signs, while_running(care_episodes), clocks, limit_standard="LEX-03")


NO_CARE_AFTER_YEARS_OF_SIGNS = Rule(
    name="no_care_after_years_of_signs",
    title="Three years of signs of harm with the child at home",
    question="After years of signs of harm, has anyone asked again whether home is safe enough?",
    stage="left exposed",
    sources=("LEX-03", "LEX-04"),
    themes=("entry_to_care", "neglect", "plo_preproceedings"),
    one_row_per="first sign of harm",
    subject_day=_.first,
    population=signs_without_care,
    span=Span(opens=_.opens, closes=_.closes),
    needs=(
        "enquiries.started",
        "assessment_factors.found",
        "assessment_factors.factor",
        "protection_plans.started",
        "care_episodes.started",
    ),
    counted_in="enquiries",
    evidence={
        "first sign": Evidence(value=_.first),
        "open since": Evidence(value=_.opens),
        "came into care, or out of view": Evidence(value=_.closes),
    },
    readings=(
        "A sign is an enquiry begun, an assessment that found neglect (16A) on the day it was "
        "authorised, or a protection plan begun.",
        "The concern opens on the day after 3 years from the first sign with no day in care, provided "
        "that the latest sign is still in view.",
        "A sign stays in view for 12 months, and another in that time carries the same story on. The "
        "last day itself is in view.",
        "It closes on the first day in care, or on the day after the last sign left the view. A sign "
        "while the child is in care is no beginning.",
        "It is a question, not an answer: most children rightly stay at home.",
    ),
    helps="Ask with the reviewing chair and a lawyer what three years of help have changed for the "
    "child, and write down the decision with its reasons.",
    cannot_see="Children who moved to relatives without coming into care, and help that has begun to work.",
)
