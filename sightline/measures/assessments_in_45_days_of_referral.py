"""Assessments finished within 45 working days of the referral."""

from sightline.engine.measure import HIGHER, Measure, ShareOfDuties
from sightline.engine.status import IN_TIME, LATE

ASSESSMENTS_IN_45_DAYS_OF_REFERRAL = Measure(
    name="assessments_in_45_days_of_referral",
    title="Assessments finished within 45 working days of the referral",
    definition=(
        "Of the first assessments of referrals that a manager signed off in the period, the share "
        "signed off within 45 working days of the referral. Assessments still running are not "
        "counted: see the assessments overdue."
    ),
    themes=("assessment_timeliness", "performance_data"),
    rule="assessment_over_45_days_from_referral",
    unit="assessments",
    better=HIGHER,
    counts=ShareOfDuties(dated_by="met", counted=(IN_TIME, LATE), reached=(IN_TIME,)),
    numerator_words="assessments finished in time",
    denominator_words="assessments finished",
    published=(
        "The published statistic counts from the start of the assessment, as assessments in 45 "
        "days of their start does here."
    ),
)
