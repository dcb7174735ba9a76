"""The first review of a child in need plan."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.plans import plans_of, with_their_plan


def plans_with_first_review(
    child_in_need_plans: ir.Table, child_in_need_reviews: ir.Table
) -> ir.Table:
    """Every plan, with its first review."""
    reviews = with_their_plan(child_in_need_reviews, "held", child_in_need_plans)
    first_reviews = reviews.group_by("child", "plan_started").agg(first_review=_.held.min())
    return plans_of(child_in_need_plans).left_join(first_reviews, ["child", "plan_started"])


FIRST_CHILD_IN_NEED_REVIEW_OVER_6_WEEKS = Rule(
    name="first_child_in_need_review_over_6_weeks",
    title="First review of a child in need plan not held within six weeks",
    question="Did anyone check early that the child in need plan was helping?",
    stage="child in need",
    sources=("CIN-02",),
    themes=("plans_cin",),
    one_row_per="child in need plan",
    subject_day=_.plan_started,
    population=plans_with_first_review,
    clock=Clock(starts=_.plan_started, limit="CIN-02", met=_.first_review, lapses=_.plan_ended),
    needs=(
        "child_in_need_plans.started",
        "child_in_need_plans.ended",
        "child_in_need_reviews.held",
    ),
    counted_in="child_in_need_plans",
    evidence={
        "plan started": Evidence(value=_.plan_started),
        "first review": Evidence(value=_.first_review),
        "plan ended": Evidence(value=_.plan_ended),
        "second record of the plan from": Evidence(value=_.overlapped_from),
    },
    readings=(
        "The limit is the council's own; there is no national one, and without the council's it is "
        "six weeks from the day the plan started. The due day itself is in time.",
        "The end of the plan lapses the duty.",
        "A review is of the plan it names or, where it names none, of the plan running that day. A "
        "review that was booked and not held meets nothing.",
        "Overlapping plans of one child are one plan, from the earliest start to the latest end.",
    ),
    helps="Meet with the family and those who help: what is better for the child, what is not, and "
    "who does what next?",
    cannot_see="Why a review was put off, and meetings that were not recorded as a review.",
)
