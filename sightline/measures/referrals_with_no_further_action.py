"""Referrals closed with no further action."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.measure import NEITHER, Measure, ShareReached
from sightline.measures.who_told import who_told


def referrals_and_what_became_of_them(referrals: ir.Table) -> ir.Table:
    """Every referral, whether it ended with no further action, and who referred."""
    by_day = referrals.group_by("child", day=_.received).agg(
        reached=_.no_further_action.fill_null(False).all(), source=_.source.min()
    )
    return by_day.mutate(subject_day=_.day, split=who_told(by_day.source))


REFERRALS_WITH_NO_FURTHER_ACTION = Measure(
    name="referrals_with_no_further_action",
    title="Referrals closed with no further action",
    definition=(
        "Of the referrals received in the period, the share that were closed with no further "
        "action. Of two referrals of one child on one day, both have to be."
    ),
    themes=("front_door_thresholds", "early_help"),
    unit="referrals",
    better=NEITHER,
    counts=ShareReached(events=referrals_and_what_became_of_them, one_row_per="referral"),
    numerator_words="referrals with no further action",
    denominator_words="referrals received",
    published=(
        "The children in need statistics count the same; two referrals of one child on one day are "
        "two there where a council sent them so."
    ),
    needs=(
        "referrals.received",
        "referrals.no_further_action",
    ),
    split_by="who referred",
)
