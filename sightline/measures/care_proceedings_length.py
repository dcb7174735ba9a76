"""How long care proceedings take."""

from sightline.engine.measure import LOWER, LengthOfConcerns, Measure

CARE_PROCEEDINGS_LENGTH = Measure(
    name="care_proceedings_length",
    title="Length of care proceedings",
    definition=(
        "Of the care proceedings that ended in the period, how many days after the application "
        "each ended: the middle one, and what nine in ten did not exceed. The law asks for 26 "
        "weeks, which are 182 days."
    ),
    themes=("plo_preproceedings", "permanence"),
    rule="care_proceedings_over_26_weeks",
    unit="care proceedings",
    better=LOWER,
    counts=LengthOfConcerns(ends="met"),
    numerator_words="proceedings ended",
    denominator_words="proceedings ended",
    published=(
        "The family court statistics tell the same by court, as a mean and the share within 26 "
        "weeks."
    ),
    unit_of_length="days",
)
