"""Referrals received."""

from sightline.engine.measure import NEITHER, CountOf, Measure
from sightline.measures.spans import days_of_referral

REFERRALS = Measure(
    name="referrals",
    title="Referrals",
    definition=(
        "How many referrals were received in the period. Two referrals of one child on one day "
        "are one, and those closed with no further action count."
    ),
    themes=("front_door_thresholds",),
    unit="referrals",
    better=NEITHER,
    counts=CountOf(events=days_of_referral, one_row_per="referral"),
    numerator_words="referrals received",
    denominator_words="referrals received",
    published=(
        "The children in need statistics count the same, and also tell it for every 10,000 "
        "children of the population, which no record of a council holds."
    ),
    needs=("referrals.received",),
)
