"""Assessments open beyond 45 working days of the referral."""

from sightline.engine.measure import LOWER, Measure, OpenOf

ASSESSMENTS_OVERDUE = Measure(
    name="assessments_overdue",
    title="Assessments overdue",
    definition=(
        "At the end of the period, the referrals whose first assessment was not finished though "
        "45 working days had gone by, of all referrals waiting for their first assessment to be "
        "finished."
    ),
    themes=("assessment_timeliness", "front_door_thresholds"),
    rule="assessment_over_45_days_from_referral",
    unit="referrals waiting for an assessment",
    better=LOWER,
    counts=OpenOf(),
    numerator_words="assessments overdue",
    denominator_words="assessments running or waiting to begin",
)
