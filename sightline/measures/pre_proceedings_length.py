"""How long pre-proceedings take."""

from sightline.engine.measure import LOWER, LengthOfConcerns, Measure

PRE_PROCEEDINGS_LENGTH = Measure(
    name="pre_proceedings_length",
    title="Length of pre-proceedings",
    definition=(
        "Of the times in pre-proceedings that ended in the period, how many days after the "
        "letter before proceedings each ended: the middle one, and what nine in ten did not "
        "exceed."
    ),
    themes=("plo_preproceedings", "step_down_closure"),
    rule="pre_proceedings_over_16_weeks",
    unit="times in pre-proceedings",
    better=LOWER,
    counts=LengthOfConcerns(ends="met"),
    numerator_words="times in pre-proceedings ended",
    denominator_words="times in pre-proceedings ended",
    unit_of_length="days",
)
