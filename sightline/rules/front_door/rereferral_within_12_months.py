"""A child referred again within a year."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.coming_back import in_view_until_helped


def referrals_within_a_year(
    referrals: ir.Table,
    protection_plans: ir.Table,
    child_in_need_plans: ir.Table,
    care_episodes: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """Referrals with an earlier one in the window, until the child has a plan or they leave the view."""
    in_turn = ibis.window(group_by="child", order_by="received")
    days = referrals.select("child", "received").distinct()
    beside_earlier = days.mutate(earlier=_.received.lag().over(in_turn))
    with_window = clocks.after(beside_earlier, day="earlier", standard="REF-02", into="window_ends")
    return in_view_until_helped(
        with_window.filter(_.received <= _.window_ends),
        protection_plans,
        child_in_need_plans,
        care_episodes,
        clocks,
    )


REREFERRAL_WITHIN_12_MONTHS = Rule(
    name="rereferral_within_12_months",
    title="Referred again within 12 months",
    question="Did the child come back within a year of the last referral, and do we know why?",
    stage="front door",
    sources=("REF-02", "REF-05"),
    themes=("front_door_thresholds", "step_down_closure"),
    one_row_per="referral",
    subject_day=_.received,
    population=referrals_within_a_year,
    span=Span(opens=_.received, closes=_.closes),
    needs=(
        "referrals.received",
        "protection_plans.started",
        "child_in_need_plans.started",
        "care_episodes.started",
    ),
    counted_in="referrals",
    evidence={
        "referral before": Evidence(value=_.earlier),
        "this referral": Evidence(value=_.received),
        "on a plan or in care": Evidence(value=_.responded),
        "closed on": Evidence(value=_.closes),
    },
    readings=(
        "As in the published statistic the window is 12 months from the referral before, whichever it "
        "was and whatever became of it. The anniversary itself is inside.",
        "The concern opens on the day of the new referral. It closes on the first day the child has a "
        "protection plan, a child in need plan or is in care, and otherwise after 6 months.",
        "A child who is on a plan or in care that day is no concern of this kind.",
        "Every referral that comes back is a concern of its own. Two on one day are one.",
    ),
    helps="Read why the case was closed last time, and ask what the family says has changed since.",
    cannot_see="Referrals under another council. Where a referral was logged while the case was still "
    "open, which should not be, it counts all the same.",
)
