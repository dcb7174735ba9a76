"""How long it takes from the first sign of harm to care."""

import ibis.expr.types as ir

from sightline.engine.clocks import Clocks
from sightline.engine.measure import LOWER, LengthOf, Measure
from sightline.measures.first_signs import until_protected
from sightline.rules.journey.responses import while_running
from sightline.rules.journey.signs_of_harm import enquiries_and_neglect, plans_begun


def first_sign_to_care(
    enquiries: ir.Table,
    assessment_factors: ir.Table,
    protection_plans: ir.Table,
    care_episodes: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """Every story of signs that ended with care, with its days."""
    signs = enquiries_and_neglect(enquiries, assessment_factors).union(
        plans_begun(protection_plans)
    )
    protective = while_running(care_episodes)
    return until_protected(signs, protective, clocks)


FIRST_SIGN_TO_CARE_LENGTH = Measure(
    name="first_sign_to_care_length",
    title="Time from the first sign of harm to care",
    definition=(
        "Of the entries to care in the period to which signs of harm had led, how many days "
        "after the first sign each came: the middle one, and what nine in ten did not exceed. "
        "A sign is an enquiry begun or an assessment that found neglect, or a protection plan "
        "begun; a sign stays in view for 12 months, and another in that time carries the same "
        "story on. Stories that faded with nothing done are not counted here: the rule of the "
        "same question shows them while they are open."
    ),
    themes=("entry_to_care", "neglect", "plo_preproceedings"),
    unit="children",
    better=LOWER,
    counts=LengthOf(events=first_sign_to_care, one_row_per="first sign of harm"),
    numerator_words="entries to care",
    denominator_words="entries to care",
    needs=(
        "enquiries.started",
        "assessment_factors.found",
        "assessment_factors.factor",
        "protection_plans.started",
        "care_episodes.started",
    ),
)
