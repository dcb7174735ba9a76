"""Whether the written plan was brought up to date after a review."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.responses import first_from
from sightline.rules.journey.stretches import times_on_plan_or_in_care


def reviews_with_updated_plan(
    protection_plans: ir.Table,
    child_in_need_plans: ir.Table,
    care_episodes: ir.Table,
    review_conferences: ir.Table,
    child_in_need_reviews: ir.Table,
    care_reviews: ir.Table,
    plan_updates: ir.Table,
) -> ir.Table:
    """Every day of review, with the first update of a plan from then on and what ends the duty."""
    reviews = _days_of_review(review_conferences, child_in_need_reviews, care_reviews)
    updates = plan_updates.select("child", happened="updated")
    updated = first_from(reviews, "held", updates, "updated")
    supported = times_on_plan_or_in_care(protection_plans, child_in_need_plans, care_episodes)
    endings = supported.select("child", happened="over")
    return first_from(updated, "held", endings, "ended")


def _days_of_review(
    review_conferences: ir.Table, child_in_need_reviews: ir.Table, care_reviews: ir.Table
) -> ir.Table:
    """One row per child and day of review, with the day of the next."""
    held_care_reviews = care_reviews.filter(~_.cancelled.fill_null(False))
    days = [
        rows.filter(_.held.notnull()).select("child", "held")
        for rows in (review_conferences, child_in_need_reviews, held_care_reviews)
    ]
    reviews = ibis.union(*days, distinct=True)
    in_turn = ibis.window(group_by="child", order_by="held")
    return reviews.mutate(next_review=_.held.lead().over(in_turn))


PLAN_NOT_UPDATED_AFTER_REVIEW = Rule(
    name="plan_not_updated_after_review",
    title="Plan not brought up to date after a review",
    question="Does the plan the family holds say what the last review decided?",
    stage="recording",
    sources=("REC-06",),
    themes=("recording", "plans_cp", "plans_cin"),
    one_row_per="review",
    subject_day=_.held,
    population=reviews_with_updated_plan,
    clock=Clock(
        starts=_.held,
        limit="REC-06",
        met=_.updated,
        lapses=ibis.least(_.ended, _.next_review),
    ),
    needs=(
        "review_conferences.held",
        "child_in_need_reviews.held",
        "care_reviews.held",
        "plan_updates.updated",
    ),
    counted_in="plan_updates",
    evidence={
        "review": Evidence(value=_.held),
        "plan brought up to date": Evidence(value=_.updated),
        "next review": Evidence(value=_.next_review),
        "plan or care ended": Evidence(value=_.ended),
    },
    readings=(
        "Reviews of a protection plan, of a child in need plan and of a child in care count. Several on "
        "one day are one, and one called off is none.",
        "The limit is the council's own; without one it is ten working days. The due day is in time.",
        "Any update of a written plan from the day of the review on meets the duty, whichever plan.",
        "The next review lapses the duty and begins its own, and so does the end of plan and care: a review "
        "that ended the plan asks for no update.",
    ),
    helps="Write what the review decided into the plan, take out what is done, and give the family a copy.",
    cannot_see="Whether the plan says what the review decided, and whether the family can read it.",
)
