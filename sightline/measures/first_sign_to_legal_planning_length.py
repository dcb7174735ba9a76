"""How long it takes from the first sign of harm to legal planning, pre-proceedings or care."""

import ibis
import ibis.expr.types as ir

from sightline.engine.clocks import Clocks
from sightline.engine.measure import LOWER, LengthOf, Measure
from sightline.measures.first_signs import until_protected
from sightline.rules.journey.responses import on_the_day, while_running
from sightline.rules.journey.signs_of_harm import enquiries_and_neglect, plans_begun


def first_sign_to_legal_planning(
    enquiries: ir.Table,
    assessment_factors: ir.Table,
    protection_plans: ir.Table,
    legal_planning_meetings: ir.Table,
    pre_proceedings: ir.Table,
    care_episodes: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """Every story of signs that ended with legal planning, pre-proceedings or care, with its days."""
    signs = enquiries_and_neglect(enquiries, assessment_factors).union(
        plans_begun(protection_plans)
    )
    protective = ibis.union(
        on_the_day(legal_planning_meetings, "held"),
        on_the_day(pre_proceedings, "decided"),
        while_running(care_episodes),
    )
    return until_protected(signs, protective, clocks)


FIRST_SIGN_TO_LEGAL_PLANNING_LENGTH = Measure(
    name="first_sign_to_legal_planning_length",
    title="Time from the first sign of harm to legal planning",
    definition=(
        "Of the legal planning meetings, decisions to enter pre-proceedings or entries to care "
        "in the period to which signs of harm had led, how many days after the first sign each "
        "came: the middle one, and what nine in ten did not exceed. A sign is an enquiry begun "
        "or an assessment that found neglect, or a protection plan begun; a sign stays in view "
        "for 12 months, and another in that time carries the same story on. Stories that faded "
        "with nothing done are not counted here: the rule of the same question shows them "
        "while they are open."
    ),
    themes=("plo_preproceedings", "neglect", "strategy_s47"),
    unit="children",
    better=LOWER,
    counts=LengthOf(events=first_sign_to_legal_planning, one_row_per="first sign of harm"),
    numerator_words="legal planning meetings, decisions to enter pre-proceedings or entries to care",
    denominator_words="legal planning meetings, decisions to enter pre-proceedings or entries to care",
    needs=(
        "enquiries.started",
        "assessment_factors.found",
        "assessment_factors.factor",
        "protection_plans.started",
        "care_episodes.started",
        "legal_planning_meetings.held",
    ),
)
