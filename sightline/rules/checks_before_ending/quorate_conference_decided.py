"""Whether enough agencies took part in the conference that ended the plan."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.check import MOMENT, Check
from sightline.engine.clocks import Clocks
from sightline.rules.journey.plan_decisions import (
    beside,
    beside_the_decision,
    last_of_each,
    part_of_reviews,
    reviews_of_the_plan,
)

SOCIAL_CARE = "social care"


def last_conferences(
    moments: ir.Table,
    plan_endings: ir.Table,
    protection_plans: ir.Table,
    review_conferences: ir.Table,
    decision_makers: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """Beside each moment the plan's last review, and which agencies with direct contact were there."""
    reviews = reviews_of_the_plan(review_conferences, protection_plans)
    last = last_of_each(reviews, "held", "review")
    was_there = part_of_reviews(decision_makers, reviews).filter(_.attended)
    agencies = was_there.group_by(*MOMENT).agg(
        agencies=_.agency.nunique(where=_.knows_the_child | (_.agency == SOCIAL_CARE)),
        social_care_there=(_.agency == SOCIAL_CARE).any(),
    )
    decision = beside_the_decision(moments, plan_endings, protection_plans).select(
        *MOMENT, "decided_at_conference"
    )
    conference = last.select(*MOMENT, "held", "quorate", "plan_continues")
    together = beside(beside(decision, conference), agencies)
    return together.mutate(
        enough_agencies=(_.agencies >= clocks.number("QUO-01")) & _.social_care_there
    )


QUORATE_CONFERENCE_DECIDED = Check(
    name="quorate_conference_decided",
    title="A quorate conference made the decision",
    question="Did a review conference with enough agencies decide that the plan ends?",
    asked_by="Sefton, West Midlands, Teeswide, Swindon and Norfolk procedures on ending a plan",
    sources=("QUO-01",),
    themes=("plans_cp", "iro_cp_chairs", "partnership"),
    one_row_per="protection plan",
    judged=last_conferences,
    met=ibis.cases(
        (~_.decided_at_conference | _.plan_continues, False),
        (_.quorate.notnull(), _.quorate),
        else_=_.enough_agencies,
    ),
    evidence={
        "last review held": _.held,
        "recorded as quorate": _.quorate,
        "agencies with direct contact there": _.agencies,
        "last review kept the plan": _.plan_continues,
        "decided at a conference": _.decided_at_conference,
    },
    needs=("review_conferences.held",),
    readings=(
        "The conference is the plan's last review by the day asked. A last review that kept the plan, or "
        "a decision recorded as made outside a conference, is not met.",
        "Where the review says whether it was quorate, that counts. Where it does not, it was if "
        "social care and others that work with the child or family themselves were there, as many "
        "agencies as the standard asks.",
        "Where neither is recorded, or no review of the plan is on record, there is no evidence.",
    ),
    helps="Where agencies were missing, send them the decision and ask for their view in writing "
    "before the plan ends.",
    cannot_see="Whether those who came knew the child well enough to judge.",
)
