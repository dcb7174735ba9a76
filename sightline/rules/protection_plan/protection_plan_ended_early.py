"""A protection plan that ended at or before its first review."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.endings import endings_to_judge
from sightline.rules.journey.plans import with_their_plan


def plans_ended_by_their_first_review(
    protection_plans: ir.Table,
    review_conferences: ir.Table,
    children: ir.Table,
    care_episodes: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """Plans that somebody decided to end before a review had been held on an earlier day."""
    endings = endings_to_judge(protection_plans, children, care_episodes, clocks)
    reviews = with_their_plan(review_conferences, "held", protection_plans)
    first_reviews = reviews.group_by("child", "plan_started").agg(first_review=_.held.min())
    beside_reviews = endings.left_join(first_reviews, ["child", "plan_started"])
    return beside_reviews.filter(_.first_review.isnull() | (_.plan_ended <= _.first_review))


PROTECTION_PLAN_ENDED_EARLY = Rule(
    name="protection_plan_ended_early",
    title="Protection plan ended at or before its first review",
    question="Did the protection plan end before a review had looked at whether the child was safer?",
    stage="protection plan",
    sources=("RCP-01", "CPE-08"),
    themes=("plans_cp", "step_down_closure"),
    one_row_per="protection plan",
    subject_day=_.plan_started,
    population=plans_ended_by_their_first_review,
    span=Span(opens=_.plan_ended, closes=_.leaves_view),
    needs=(
        "protection_plans.started",
        "protection_plans.ended",
        "review_conferences.held",
        "care_episodes.started",
        "children.born",
    ),
    counted_in="protection_plans",
    evidence={
        "plan started": Evidence(value=_.plan_started),
        "plan ended": Evidence(value=_.plan_ended),
        "review on the day it ended": Evidence(value=_.first_review),
        "reason it ended": Evidence(value=_.end_reason),
        "how the reason was read": Evidence(value=_.reason_read_from),
        "second record of the plan from": Evidence(value=_.overlapped_from),
        "next plan started": Evidence(value=_.next_plan_started),
        "entered care": Evidence(value=_.entered_care),
    },
    readings=(
        "A plan that ended on the day of its first review, or with no review held, ended early. "
        "One review on an earlier day is enough.",
        "Endings by entry to care, transfer to another council, the 18th birthday, death or leaving "
        "the country are left out.",
        "Where no reason is recorded, care, age and death are read from the other records on the "
        "day the plan ended, and the evidence says so.",
        "The concern opens on the day the plan ended. It closes after 12 months, or sooner on a new "
        "plan or entry to care.",
        "A review is of the plan it names or, where it names none, of the plan running that day.",
        "Overlapping plans of one child are one plan, from the earliest start to the latest end.",
    ),
    helps="Look again at what the decision to end rested on. If nobody has checked since that the "
    "child is safer, see the child, and say whether the support put in place is holding.",
    cannot_see="Why the conference or manager was confident, and whether the child was safer. A "
    "review held but not recorded looks the same as no review.",
)
