"""Referrals that led to an assessment."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.measure import NEITHER, Measure, ShareReached
from sightline.measures.who_told import who_told
from sightline.rules.journey.referrals import first_assessments


def referrals_beside_their_assessment(
    referrals: ir.Table, assessments: ir.Table, clocks: Clocks
) -> ir.Table:
    """Every referral on its 45th working day, whether it was being assessed, and who referred."""
    by_day = (
        referrals.filter(_.received.notnull())
        .group_by("child", "received")
        .agg(source=_.source.min())
    )
    limited = clocks.after(by_day, day="received", standard="ASM-01", into="day")
    begun = first_assessments(referrals, assessments).select("child", "received", "started")
    beside = limited.left_join(begun, ["child", "received"])
    return beside.select(
        "child",
        "day",
        subject_day=limited.received,
        reached=(begun.started <= limited.day).fill_null(False),
        split=who_told(limited.source),
    )


REFERRALS_THAT_LED_TO_ASSESSMENT = Measure(
    name="referrals_that_led_to_assessment",
    title="Referrals that led to an assessment",
    definition=(
        "Of the referrals whose 45 working days ended in the period, the share of which an "
        "assessment had begun by then. Two referrals of one child on one day are one. Told by "
        "who referred, so that a service can see whether its threshold is the same for all; "
        "never by who decided."
    ),
    themes=("front_door_thresholds", "assessment_timeliness"),
    unit="referrals",
    better=NEITHER,
    counts=ShareReached(events=referrals_beside_their_assessment, one_row_per="referral"),
    numerator_words="referrals that led to an assessment",
    denominator_words="referrals received 45 working days before",
    published=(
        "The children in need statistics tell referrals that ended with no further action and "
        "those assessed as not in need, by the year of the referral; they wait for no number "
        "of days."
    ),
    needs=(
        "referrals.received",
        "assessments.started",
    ),
    split_by="who referred",
)
