"""The first review of a protection plan."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.plans import plans_of, with_their_plan


def plans_with_first_review(protection_plans: ir.Table, review_conferences: ir.Table) -> ir.Table:
    """Every plan, with its first review."""
    reviews = with_their_plan(review_conferences, "held", protection_plans)
    first_reviews = reviews.group_by("child", "plan_started").agg(first_review=_.held.min())
    return plans_of(protection_plans).left_join(first_reviews, ["child", "plan_started"])


FIRST_REVIEW_OVER_3_MONTHS = Rule(
    name="first_review_over_3_months",
    title="First review conference not held within three months",
    question="Did anyone check early that the plan was making the child safer?",
    stage="protection plan",
    sources=("RCP-01",),
    themes=("plans_cp", "iro_cp_chairs"),
    one_row_per="protection plan",
    subject_day=_.plan_started,
    population=plans_with_first_review,
    clock=Clock(starts=_.plan_started, limit="RCP-01", met=_.first_review, lapses=_.plan_ended),
    needs=(
        "protection_plans.started",
        "protection_plans.ended",
        "review_conferences.held",
    ),
    counted_in="protection_plans",
    evidence={
        "plan started": Evidence(value=_.plan_started),
        "first review": Evidence(value=_.first_review),
        "plan ended": Evidence(value=_.plan_ended),
        "second record of the plan from": Evidence(value=_.overlapped_from),
    },
    readings=(
        "The clock runs from the day the plan started, which is the day of the conference that agreed "
        "it. A plan cannot be late for its review before it exists.",
        "Months are calendar months and end where the month does. The due day itself is in time.",
        "A plan taken over from another council starts its clock here in the same way.",
        "The end of the plan lapses the duty.",
        "A review is of the plan it names or, where it names none, of the plan running that day.",
        "Overlapping plans of one child are one plan, from the earliest start to the latest end.",
    ),
    helps="Set the date, and ask the core group before then what has changed for the child.",
    cannot_see="A review put forward because of new worries counts like any other, and a review of a "
    "plan made before birth may be due sooner.",
)
