"""Whether a manager decided on a referral by the next working day."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule


def referrals_received(referrals: ir.Table) -> ir.Table:
    """Every referral, those later closed with no further action included: that is a decision too."""
    return referrals.select("child", "received", "decided", "closed")


REFERRAL_NOT_DECIDED_IN_A_WORKING_DAY = Rule(
    name="referral_not_decided_in_a_working_day",
    title="Referral not decided within a working day",
    question="Did a manager decide within a working day what the referral called for?",
    stage="front door",
    sources=("REF-01",),
    themes=("front_door_thresholds",),
    one_row_per="referral",
    subject_day=_.received,
    population=referrals_received,
    clock=Clock(starts=_.received, limit="REF-01", met=_.decided, lapses=_.closed),
    needs=("referrals.received", "referrals.decided"),
    counted_in="referrals",
    evidence={
        "referral received": Evidence(value=_.received),
        "decided": Evidence(value=_.decided),
        "case closed": Evidence(value=_.closed),
    },
    readings=(
        "The day the referral was received is day 0 and the next working day itself is in time.",
        "Every referral counts: closing it with no further action is a decision, and its day is the "
        "day decided. Where that day is not recorded the referral waits until it is closed.",
        "Two referrals of one child on one day are one, decided when the first of them is, and closed "
        "when both are.",
        "Closing the case without a recorded decision lapses the duty.",
    ),
    helps="Decide, write down why, and tell whoever referred what will happen.",
    cannot_see="The hour. A referral received late in the evening has as long as one in the morning.",
)
