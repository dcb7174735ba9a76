"""Whether the plan was reviewed before the day it ends, or an exception was written down."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.check import MOMENT, Check
from sightline.rules.journey.plan_decisions import (
    beside,
    beside_the_decision,
    reviews_of_the_plan,
)


def with_earlier_review(
    moments: ir.Table,
    plan_endings: ir.Table,
    protection_plans: ir.Table,
    review_conferences: ir.Table,
) -> ir.Table:
    """Beside each moment the decision, and the plan's last review before that day."""
    reviews = reviews_of_the_plan(review_conferences, protection_plans)
    counted = reviews.group_by(*MOMENT).agg(
        reviews=_.count(), earlier_review=_.held.max(where=_.held < _.asked_on)
    )
    return beside(beside_the_decision(moments, plan_endings, protection_plans), counted)


NOT_AT_THE_FIRST_REVIEW = Check(
    name="not_at_the_first_review",
    title="Not at the first review, or an exception is recorded",
    question="Had the plan been reviewed before, or is it written down why it ends so early?",
    asked_by="Teeswide and Lincolnshire procedures: not normally at the first review",
    themes=("plans_cp", "step_down_closure"),
    one_row_per="protection plan",
    judged=with_earlier_review,
    met=ibis.cases(
        (_.earlier_review.notnull() | _.exception_reason.notnull(), True),
        (_.reviews.notnull(), False),
    ),
    evidence={
        "plan started": _.subject_day,
        "reviewed before on": _.earlier_review,
        "why so early": _.exception_reason,
    },
    needs=("review_conferences.held",),
    readings=(
        "A review held before the day asked shows that this is not the first. A review on the day "
        "itself is the one that decides.",
        "An exception is a reason written down where the decision to end the plan was recorded.",
        "A plan whose only review is on the day asked, with no exception written down, is not met. "
        "Where no review of the plan is on record there is no evidence.",
    ),
    helps="Ask whether so short a time can show lasting change. If it can, write down why.",
    cannot_see="Whether the reason given is a good one.",
)
