"""Signs of harm that go on for more than a year with no legal planning."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.responses import on_the_day, while_running
from sightline.rules.journey.signs_of_harm import enquiries_and_neglect, left_exposed, plans_begun


def signs_without_legal_planning(
    enquiries: ir.Table,
    assessment_factors: ir.Table,
    protection_plans: ir.Table,
    legal_planning_meetings: ir.Table,
    pre_proceedings: ir.Table,
    care_episodes: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """Runs of signs past the limit with no legal planning, pre-proceedings or care."""
    protective = ibis.union(
        on_the_day(legal_planning_meetings, "held"),
        on_the_day(pre_proceedings, "decided"),
        while_running(care_episodes),
    )
    signs = enquiries_and_neglect(enquiries, assessment_factors).union(
        plans_begun(protection_plans)
    )
    return left_exposed(signs, protective, clocks, limit_standard="LEX-02")


NO_LEGAL_PLANNING_AFTER_FIRST_SIGN = Rule(
    name="no_legal_planning_after_first_sign",
    title="A year and a half of signs of harm and no legal planning",
    question="How long have signs of harm gone on without anyone asking a lawyer?",
    stage="left exposed",
    sources=("LEX-02", "LEX-04"),
    themes=("plo_preproceedings", "neglect", "strategy_s47"),
    one_row_per="first sign of harm",
    subject_day=_.first,
    population=signs_without_legal_planning,
    span=Span(opens=_.opens, closes=_.closes),
    needs=(
        "enquiries.started",
        "assessment_factors.found",
        "assessment_factors.factor",
        "protection_plans.started",
        "legal_planning_meetings.held",
        "care_episodes.started",
    ),
    counted_in="enquiries",
    evidence={
        "first sign": Evidence(value=_.first),
        "open since": Evidence(value=_.opens),
        "legal planning or care, or out of view": Evidence(value=_.closes),
    },
    readings=(
        "A sign is an enquiry begun, an assessment that found neglect (16A) on the day it was "
        "authorised, or a protection plan begun.",
        "The concern opens on the day after 18 months from the first sign with no legal planning meeting, "
        "no decision to enter pre-proceedings and no care, provided that the latest sign is still in "
        "view.",
        "A sign stays in view for 12 months, and another in that time carries the same story on. The last "
        "day itself is in view.",
        "It closes on the first day of one of these three, or on the day after the last sign left the "
        "view. A sign on such a day is no beginning.",
        "After legal planning a further sign begins a new story.",
    ),
    helps="Bring the child's chronology to a legal planning meeting, or write down why the threshold "
    "is not thought to be met and what would change that.",
    cannot_see="Advice from a lawyer given outside a meeting. Few systems hold these meetings: where "
    "the list is kept by hand it must be loaded.",
)
