"""Signs of neglect that gather over years with nothing protective done."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.records.codes import NEED_OF_ABUSE_OR_NEGLECT, NEGLECT, NEGLECT_CATEGORY
from sightline.rules.journey.days import day_after, in_right_order
from sightline.rules.journey.piling_up import piles
from sightline.rules.journey.responses import on_the_day, while_running


def gathered_signs_of_neglect(
    assessment_factors: ir.Table,
    protection_plans: ir.Table,
    referrals: ir.Table,
    legal_planning_meetings: ir.Table,
    care_episodes: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """Times with that many signs of neglect in the window and no protective action since the first."""
    protective = ibis.union(
        while_running(protection_plans),
        on_the_day(legal_planning_meetings, "held"),
        while_running(care_episodes),
    )
    return piles(
        _signs(assessment_factors, protection_plans, referrals),
        protective,
        clocks,
        number=clocks.number("NEG-01"),
        window_standard="NEG-02",
    )


def _signs(
    assessment_factors: ir.Table, protection_plans: ir.Table, referrals: ir.Table
) -> ir.Table:
    """Neglect found, a plan for neglect left behind, and referrals from the first of these on."""
    factors = assessment_factors.filter(_.factor == NEGLECT).select("child", day="found")
    for_neglect = in_right_order(protection_plans, "started", "ended").filter(
        _.initial_category == NEGLECT_CATEGORY, _.ended.notnull()
    )
    found = factors.union(for_neglect.select("child", day=day_after(_.ended)))
    first_found = found.group_by("child").agg(first_found=_.day.min())
    of_abuse_or_neglect = referrals.filter(_.primary_need == NEED_OF_ABUSE_OR_NEGLECT).select(
        "child", day="received"
    )
    since_found = of_abuse_or_neglect.inner_join(first_found, "child").filter(
        _.day >= _.first_found
    )
    return found.union(since_found.select("child", "day"))


CUMULATIVE_NEGLECT = Rule(
    name="cumulative_neglect",
    title="Signs of neglect gather over years with no protective action",
    question="Does anyone see the neglect as a whole, over years and not one incident at a time?",
    stage="neglect and domestic abuse",
    sources=("NEG-01", "NEG-02"),
    themes=("neglect", "assessment_quality", "step_down_closure"),
    one_row_per="sign of neglect",
    subject_day=_.opens,
    population=gathered_signs_of_neglect,
    span=Span(opens=_.opens, closes=_.closes),
    needs=(
        "assessment_factors.found",
        "assessment_factors.factor",
        "protection_plans.started",
        "protection_plans.ended",
        "protection_plans.initial_category",
        "referrals.received",
        "referrals.primary_need",
        "care_episodes.started",
    ),
    counted_in="assessment_factors",
    evidence={
        "first sign": Evidence(value=_.first),
        "this sign": Evidence(value=_.opens),
        "protected, or out of view": Evidence(value=_.closes),
    },
    readings=(
        "A sign is an assessment that found neglect (16A), the day after a protection plan for neglect "
        "ended, or, once either is known, a referral whose main reason is abuse or neglect (N1). Several "
        "on one day are one.",
        "The concern opens on the day of the fourth sign within 3 years. The anniversary itself is inside.",
        "From the day of the first of them on there was no protection plan, no legal planning meeting and "
        "no care. Help as a child in need is no protective action here.",
        "It closes on the first of these, or else on the day after the anniversary of the first of the "
        "last four. A further sign while it is open is the same concern.",
        "A plan that began for another reason than neglect is no sign, and protects all the same.",
    ),
    helps="Write one chronology of the child's care over the years, use a tool for neglect, and "
    "take both to supervision: what has lasted, and for whom?",
    cannot_see="What schools and health visitors saw and did not refer, and neglect under the name of "
    "another factor. N1 covers abuse as well. Legal planning counts only where its meetings are loaded.",
)
