"""How long overdue assessments stay overdue."""

from sightline.engine.measure import LOWER, LengthOfConcerns, Measure

OVERDUE_ASSESSMENT_LENGTH = Measure(
    name="overdue_assessment_length",
    title="How long assessments stayed overdue",
    definition=(
        "Of the assessments overdue 45 working days after the referral that came to an end in "
        "the period, because they were finished or the case closed, how many days each had "
        "been overdue: the middle one, and what nine in ten did not exceed."
    ),
    themes=("assessment_timeliness", "front_door_thresholds"),
    rule="assessment_over_45_days_from_referral",
    unit="overdue assessments",
    better=LOWER,
    counts=LengthOfConcerns(ends="closes"),
    numerator_words="overdue assessments ended",
    denominator_words="overdue assessments ended",
    unit_of_length="days",
)
