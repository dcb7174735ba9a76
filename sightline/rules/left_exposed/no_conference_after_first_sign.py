"""Signs of harm that go on for months with no conference, plan or care."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.responses import on_the_day, while_running
from sightline.rules.journey.signs_of_harm import enquiries_and_neglect, left_exposed


def signs_without_conference(
    enquiries: ir.Table,
    assessment_factors: ir.Table,
    initial_conferences: ir.Table,
    protection_plans: ir.Table,
    care_episodes: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """Runs of signs past the limit with no conference, protection plan or care."""
    protective = ibis.union(
        on_the_day(initial_conferences, "held"),
        while_running(protection_plans),
        while_running(care_episodes),
    )
    signs = enquiries_and_neglect(enquiries, assessment_factors)
    return left_exposed(signs, protective, clocks, limit_standard="LEX-01")


NO_CONFERENCE_AFTER_FIRST_SIGN = Rule(
    name="no_conference_after_first_sign",
    title="Six months from the first sign of harm and no conference",
    question="How long has the child been left since the first enquiry or sign of neglect without a conference?",
    stage="left exposed",
    sources=("LEX-01", "LEX-04"),
    themes=("strategy_s47", "neglect", "plans_cp"),
    one_row_per="first sign of harm",
    subject_day=_.first,
    population=signs_without_conference,
    span=Span(opens=_.opens, closes=_.closes),
    needs=(
        "enquiries.started",
        "assessment_factors.found",
        "assessment_factors.factor",
        "initial_conferences.held",
        "protection_plans.started",
        "care_episodes.started",
    ),
    counted_in="enquiries",
    evidence={
        "first sign": Evidence(value=_.first),
        "open since": Evidence(value=_.opens),
        "protected, or out of view": Evidence(value=_.closes),
    },
    readings=(
        "A sign is an enquiry begun, or an assessment that found neglect (16A) on the day it was authorised.",
        "The concern opens on the day after 6 months from the first sign with no initial conference, no "
        "protection plan and no care, provided that the latest sign is still in view.",
        "A sign stays in view for 12 months, and another in that time carries the same story on. The "
        "last day itself is in view.",
        "It closes on the first day of a conference, a plan or care, or on the day after the last sign "
        "left the view. A sign on a day with one of these is no beginning.",
        "An enquiry that found nothing is a sign like any other; whether there was harm is for people "
        "to say.",
    ),
    helps="Read the enquiries and assessments since the first sign in order. What would have to "
    "happen next for a conference to be held, and who says that it is not needed now?",
    cannot_see="Help that worked without a conference, family arrangements, and signs in contacts and "
    "chronologies that no enquiry followed.",
)
