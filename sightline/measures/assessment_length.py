"""How long assessments take."""

from sightline.engine.measure import NEITHER, LengthOfConcerns, Measure

ASSESSMENT_LENGTH = Measure(
    name="assessment_length",
    title="Length of assessments",
    definition=(
        "Of the first assessments of referrals that a manager signed off in the period, how "
        "many days each took from the day it began: the middle one, and what nine in ten did "
        "not exceed."
    ),
    themes=("assessment_timeliness",),
    rule="assessment_over_45_days_from_start",
    unit="assessments",
    better=NEITHER,
    counts=LengthOfConcerns(ends="met"),
    numerator_words="assessments finished",
    denominator_words="assessments finished",
    published=(
        "The children in need statistics tell the share within 45 working days and bands of "
        "working days; here every day counts, weekends too."
    ),
    unit_of_length="days",
)
