"""A case closed once it was assessed, and referred again soon."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.records.codes import CLOSED_AFTER_ASSESSMENT
from sightline.rules.journey.coming_back import in_view_until_helped
from sightline.rules.journey.referrals import recorded_as_taken_on


def referrals_back_after_closing(
    referrals: ir.Table,
    protection_plans: ir.Table,
    child_in_need_plans: ir.Table,
    care_episodes: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """Referrals that follow soon on a closing after assessment, until a plan or out of view."""
    return in_view_until_helped(
        _back_within_the_window(referrals, clocks),
        protection_plans,
        child_in_need_plans,
        care_episodes,
        clocks,
    )


def _back_within_the_window(referrals: ir.Table, clocks: Clocks) -> ir.Table:
    """Days of referral, each with the latest such closing before it, where it is in the window."""
    closings = recorded_as_taken_on(referrals).filter(
        _.closure_reason.isin(CLOSED_AFTER_ASSESSMENT)
    )
    with_window = clocks.after(
        closings.select("child", "closed"), day="closed", standard="REF-06", into="window_ends"
    )
    days = referrals.select("child", "received").distinct()
    soon = days.inner_join(with_window, "child").filter(
        _.received > _.closed, _.received <= _.window_ends
    )
    return soon.group_by("child", "received").agg(case_closed=_.closed.max())


BACK_AFTER_CLOSING_ON_ASSESSMENT = Rule(
    name="back_after_closing_on_assessment",
    title="Closed after assessment and back within 6 months",
    question="Was the case closed on an assessment that did not see why the child would come back?",
    stage="front door",
    sources=("REF-06", "REF-05"),
    themes=("step_down_closure", "assessment_quality", "front_door_thresholds"),
    one_row_per="referral",
    subject_day=_.received,
    population=referrals_back_after_closing,
    span=Span(opens=_.received, closes=_.closes),
    needs=(
        "referrals.received",
        "referrals.closed",
        "referrals.closure_reason",
        "protection_plans.started",
        "child_in_need_plans.started",
        "care_episodes.started",
    ),
    counted_in="referrals",
    evidence={
        "closed after assessment": Evidence(value=_.case_closed),
        "this referral": Evidence(value=_.received),
        "on a plan or in care": Evidence(value=_.responded),
        "closed on": Evidence(value=_.closes),
    },
    readings=(
        "Closed after assessment means a closure reason of RC8 or RC9 on a referral that was taken on. "
        "One closed at once with no further action was never assessed.",
        "The new referral came after the day of closing and up to 6 months on, that day included. Of "
        "several closings the latest is shown.",
        "The concern opens on the day of the new referral. It closes on the first day the child has a "
        "protection plan, a child in need plan or is in care, and otherwise after 6 months.",
        "A child who is on a plan or in care that day is no concern of this kind. Two referrals on "
        "one day are one.",
    ),
    helps="Put the last assessment beside the new referral: what did it miss, whom did it not speak "
    "with? Begin from there.",
    cannot_see="Whether the new worry is the old one. RC9 is in use from 2023; before then a case "
    "passed to early help may be RC7 or RC8.",
)
