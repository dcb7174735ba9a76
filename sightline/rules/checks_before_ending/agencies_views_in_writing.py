"""Whether each agency's view of ending the plan is held in writing."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.check import MOMENT, Check
from sightline.rules.journey.plan_decisions import (
    beside,
    beside_the_decision,
    part_of_reviews,
    reviews_of_the_plan,
)


def with_views(
    moments: ir.Table,
    plan_endings: ir.Table,
    protection_plans: ir.Table,
    review_conferences: ir.Table,
    decision_makers: ir.Table,
) -> ir.Table:
    """Beside each moment the decision, and whose view is recorded at the last review."""
    reviews = reviews_of_the_plan(review_conferences, protection_plans)
    agencies = part_of_reviews(decision_makers, reviews).filter(_.agency != "family")
    views = agencies.group_by(*MOMENT).agg(
        without_view=_["view"].isnull().cast("int64").sum(),
        disagreed=(_["view"] == "disagreed").cast("int64").sum(),
        last_review=_.held.max(),
    )
    return beside(beside_the_decision(moments, plan_endings, protection_plans), views)


AGENCIES_VIEWS_IN_WRITING = Check(
    name="agencies_views_in_writing",
    title="Each agency's view is held in writing, dissent too",
    question="Is each agency's view of ending the plan held in writing, and any dissent?",
    asked_by="Sightline's own question; a council's own procedure comes first",
    themes=("plans_cp", "partnership", "recording"),
    one_row_per="protection plan",
    judged=with_views,
    met=ibis.coalesce(_.agencies_written_views, _.without_view == 0),
    evidence={
        "recorded at the decision": _.agencies_written_views,
        "last review with agencies listed": _.last_review,
        "agencies without a view": _.without_view,
        "agencies that disagreed": _.disagreed,
    },
    needs=("plan_endings.agencies_written_views",),
    readings=(
        "What was written where the decision to end the plan was recorded counts. Where it says "
        "nothing, the list of those with a say in the plan's last review answers: it is met where each "
        "agency's view is there. The family is no agency.",
        "Where neither says, there is no evidence. Dissent that is written down is no reason for not met.",
    ),
    helps="Ask each agency that is missing for its view in writing, and write down who disagreed and why.",
    cannot_see="Agencies that work with the family and were never asked.",
)
