"""Reviews of children in care that were held, in the period of care in which they were held."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.steps import shared_step
from sightline.rules.journey.periods_of_care import first_done_in_care, periods_of_care


def reviews_held(care_reviews: ir.Table) -> ir.Table:
    """``child`` and ``day`` of every review held. One called off is none, though it carries a day."""
    held = care_reviews.filter(~_.cancelled.fill_null(False))
    return held.select("child", "agreement_confirmed", "permanence_plan_agreed", day="held")


@shared_step
def first_reviews(care_episodes: ir.Table, care_reviews: ir.Table) -> ir.Table:
    """The periods of care, each with its ``first_review``."""
    return first_done_in_care(
        reviews_held(care_reviews), periods_of_care(care_episodes), into="first_review"
    )
