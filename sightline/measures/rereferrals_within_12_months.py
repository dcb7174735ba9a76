"""Referrals within 12 months of the one before."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.measure import LOWER, Measure, ShareReached
from sightline.measures.spans import days_of_referral


def referrals_beside_the_one_before(referrals: ir.Table, clocks: Clocks) -> ir.Table:
    """Every referral, and whether the one before it was in the window."""
    in_turn = ibis.window(group_by="child", order_by="day")
    beside = days_of_referral(referrals).mutate(earlier=_.day.lag().over(in_turn))
    windows = clocks.after(beside, day="earlier", standard="REF-02", into="window_ends")
    return windows.mutate(reached=_.day <= _.window_ends)


REREFERRALS_WITHIN_12_MONTHS = Measure(
    name="rereferrals_within_12_months",
    title="Referrals within 12 months of an earlier one",
    definition=(
        "Of the referrals received in the period, the share of children who had been referred "
        "within the 12 months before, whichever referral it was and whatever became of it. The "
        "anniversary itself is inside, and two referrals of one child on one day are one. "
        "Children on a plan or in care are counted, though the rule on re-referrals leaves "
        "them out."
    ),
    themes=("front_door_thresholds", "step_down_closure"),
    unit="referrals",
    better=LOWER,
    counts=ShareReached(events=referrals_beside_the_one_before, one_row_per="referral"),
    numerator_words="referrals within 12 months of an earlier one",
    denominator_words="referrals received",
    published=(
        "The children in need statistics count the same, year by year from April to March; two "
        "referrals of one child on one day are two there where a council sent them so."
    ),
    looks_back="REF-02",
    needs=("referrals.received",),
)
