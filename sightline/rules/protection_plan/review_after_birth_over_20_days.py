"""The review of a plan made before a child was born, once the child is."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.plans import plans_of, with_their_plan


def plans_made_before_birth(
    protection_plans: ir.Table, review_conferences: ir.Table, children: ir.Table
) -> ir.Table:
    """Plans that ran already when the child was born, with the first review from that day on."""
    births = children.select("child", "born")
    reviews = with_their_plan(review_conferences, "held", protection_plans)
    first_reviews = (
        reviews.inner_join(births, "child")
        .filter(_.held >= _.born)
        .group_by("child", "plan_started")
        .agg(first_review=_.held.min())
    )
    born_on_a_plan = (
        plans_of(protection_plans)
        .inner_join(births, "child")
        .filter(_.born > _.plan_started, _.born <= _.plan_runs_to)
    )
    return born_on_a_plan.left_join(first_reviews, ["child", "plan_started"])


REVIEW_AFTER_BIRTH_OVER_20_DAYS = Rule(
    name="review_after_birth_over_20_days",
    title="Plan made before birth not reviewed within 20 working days of the birth",
    question="Once the baby was born, did a conference look again at the plan made before?",
    stage="protection plan",
    sources=("PRB-01",),
    themes=("pre_birth_infants", "plans_cp"),
    one_row_per="protection plan",
    subject_day=_.plan_started,
    population=plans_made_before_birth,
    clock=Clock(starts=_.born, limit="PRB-01", met=_.first_review, lapses=_.plan_ended),
    needs=(
        "protection_plans.started",
        "protection_plans.ended",
        "review_conferences.held",
        "children.born",
    ),
    counted_in="protection_plans",
    evidence={
        "plan started": Evidence(value=_.plan_started),
        "child born": Evidence(value=_.born),
        "first review after the birth": Evidence(value=_.first_review),
        "plan ended": Evidence(value=_.plan_ended),
    },
    readings=(
        "The clock runs from the day of birth, for a plan that started on an earlier day. That is day "
        "0 and the due day itself is in time. The limit is the council's own; without one it is 20 "
        "working days.",
        "A review on the day of birth or after meets it. The first review of the plan, three months "
        "after it started, is a rule of its own: whichever is sooner comes first.",
        "The end of the plan lapses the duty.",
        "A review is of the plan it names or, where it names none, of the plan running that day.",
        "Overlapping plans of one child are one plan, from the earliest start to the latest end.",
    ),
    helps="Bring the review forward, with the midwife and health visitor: who is with the baby, day "
    "and night, and what did the birth change?",
    cannot_see="A birth recorded late, a baby recorded as another child than the unborn one, and "
    "decisions taken at a discharge meeting in the hospital.",
)
