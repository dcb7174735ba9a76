"""Whether change was judged to last, since a day, and over more than one review."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.check import MOMENT, Check
from sightline.engine.clocks import Clocks
from sightline.rules.journey.plan_decisions import (
    beside,
    beside_the_decision,
    reviews_of_the_plan,
)


def with_reviews_since(
    moments: ir.Table,
    plan_endings: ir.Table,
    protection_plans: ir.Table,
    review_conferences: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """Beside each moment the decision, and on how many days since the change the plan was reviewed."""
    decision = beside_the_decision(moments, plan_endings, protection_plans)
    reviews = reviews_of_the_plan(review_conferences, protection_plans).select(*MOMENT, "held")
    beside_change = reviews.inner_join(decision.select(*MOMENT, "change_since"), list(MOMENT))
    since = beside_change.filter(_.held >= _.change_since).group_by(*MOMENT)
    counted = since.agg(reviews_since=_.held.nunique())
    return beside(decision, counted).mutate(
        seen_at_enough_reviews=_.reviews_since.fill_null(0) >= clocks.number("END-01")
    )


CHANGE_IS_LASTING = Check(
    name="change_is_lasting",
    title="Change is real and judged to last, since a stated day",
    question="Is the change real and likely to last, and has it held over more than one review?",
    asked_by="Newcastle's procedure on ending a plan",
    sources=("END-01",),
    themes=("plans_cp", "step_down_closure"),
    one_row_per="protection plan",
    judged=with_reviews_since,
    met=ibis.cases((_.change_lasting, _.seen_at_enough_reviews), (~_.change_lasting, False)),
    evidence={
        "judged to last": _.change_lasting,
        "change has held since": _.change_since,
        "reviews since": _.reviews_since,
    },
    needs=("plan_endings.change_lasting", "plan_endings.change_since", "review_conferences.held"),
    readings=(
        "It is met where the decision says that change is real and likely to last, since when, and "
        "as many reviews as the standard asks were held since that day, the deciding one included. "
        "Reviews on one day are one.",
        "Change judged to last without a day since when is not met: nobody can see for how long.",
        "Where the decision does not say, there is no evidence.",
    ),
    helps="Say in the minutes what changed, since when, and who saw it at which review.",
    cannot_see="What would show that the change does not last.",
)
