"""Assessments finished within 45 working days of their own start."""

from sightline.engine.measure import HIGHER, Measure, ShareOfDuties
from sightline.engine.status import IN_TIME, LATE

ASSESSMENTS_IN_45_DAYS_OF_START = Measure(
    name="assessments_in_45_days_of_start",
    title="Assessments finished within 45 working days of their start",
    definition=(
        "Of the first assessments of referrals that a manager signed off in the period, the share "
        "signed off within 45 working days of the day the assessment began."
    ),
    themes=("assessment_timeliness", "performance_data"),
    rule="assessment_over_45_days_from_start",
    unit="assessments",
    better=HIGHER,
    counts=ShareOfDuties(dated_by="met", counted=(IN_TIME, LATE), reached=(IN_TIME,)),
    numerator_words="assessments finished in time",
    denominator_words="assessments finished",
    published=(
        "The children in need statistics count every assessment completed in the year; here only "
        "the first of each referral is counted."
    ),
)
