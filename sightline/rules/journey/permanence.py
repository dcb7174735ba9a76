"""When a plan for permanence, saying where the child is to grow up, was agreed."""

import ibis.expr.types as ir
from ibis import _

from sightline.records.codes_in_care import NOT_YET_PERMANENCE
from sightline.rules.journey.reviews_in_care import reviews_held


def permanence_agreed(care_plans: ir.Table, care_reviews: ir.Table) -> ir.Table:
    """``child`` and ``day`` for every care plan that says where the child is to grow up, and every
    review at whose end such a plan stood.

    "Home one day" and "another plan" alone do not say it. A plan without a day counts on none.
    """
    in_a_plan = care_plans.filter(~_.permanence_plan.isin(NOT_YET_PERMANENCE))
    at_a_review = reviews_held(care_reviews).filter(_.permanence_plan_agreed)
    return in_a_plan.select("child", day="started").union(at_a_review.select("child", "day"))
