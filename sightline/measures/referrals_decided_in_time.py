"""Referrals decided within a working day."""

from sightline.engine.measure import HIGHER, Measure, ShareOfDuties
from sightline.engine.status import IN_TIME, LATE, OVERDUE

REFERRALS_DECIDED_IN_TIME = Measure(
    name="referrals_decided_in_time",
    title="Referrals decided within a working day",
    definition=(
        "Of the decisions on referrals that fell due in the period, the share made within a "
        "working day of the day the referral was received. Two referrals of one child on one "
        "day are one. Those no longer required by the due day are not counted; those still "
        "waiting after it are."
    ),
    themes=("front_door_thresholds",),
    rule="referral_not_decided_in_a_working_day",
    unit="referrals",
    better=HIGHER,
    counts=ShareOfDuties(dated_by="due", counted=(IN_TIME, LATE, OVERDUE), reached=(IN_TIME,)),
    numerator_words="referrals decided in time",
    denominator_words="referrals whose decision fell due",
)
