"""How long it takes from the first sign of harm to a conference, a protection plan or care."""

import ibis
import ibis.expr.types as ir

from sightline.engine.clocks import Clocks
from sightline.engine.measure import LOWER, LengthOf, Measure
from sightline.measures.first_signs import until_protected
from sightline.rules.journey.responses import on_the_day, while_running
from sightline.rules.journey.signs_of_harm import enquiries_and_neglect


def first_sign_to_conference(
    enquiries: ir.Table,
    assessment_factors: ir.Table,
    initial_conferences: ir.Table,
    protection_plans: ir.Table,
    care_episodes: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """Every story of signs that ended with a conference, a protection plan or care, with its days."""
    signs = enquiries_and_neglect(enquiries, assessment_factors)
    protective = ibis.union(
        on_the_day(initial_conferences, "held"),
        while_running(protection_plans),
        while_running(care_episodes),
    )
    return until_protected(signs, protective, clocks)


FIRST_SIGN_TO_CONFERENCE_LENGTH = Measure(
    name="first_sign_to_conference_length",
    title="Time from the first sign of harm to a conference",
    definition=(
        "Of the conferences, protection plans or entries to care in the period to which signs "
        "of harm had led, how many days after the first sign each came: the middle one, and "
        "what nine in ten did not exceed. A sign is an enquiry begun or an assessment that "
        "found neglect; a sign stays in view for 12 months, and another in that time carries "
        "the same story on. Stories that faded with nothing done are not counted here: the "
        "rule of the same question shows them while they are open."
    ),
    themes=("strategy_s47", "neglect", "plans_cp"),
    unit="children",
    better=LOWER,
    counts=LengthOf(events=first_sign_to_conference, one_row_per="first sign of harm"),
    numerator_words="conferences, protection plans or entries to care",
    denominator_words="conferences, protection plans or entries to care",
    needs=(
        "enquiries.started",
        "assessment_factors.found",
        "assessment_factors.factor",
        "protection_plans.started",
        "care_episodes.started",
        "initial_conferences.held",
    ),
)
