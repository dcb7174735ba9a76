"""How long it takes from enquiry to conference."""

from sightline.engine.measure import LOWER, LengthOfConcerns, Measure

ENQUIRY_TO_CONFERENCE_LENGTH = Measure(
    name="enquiry_to_conference_length",
    title="Time from enquiry to conference",
    definition=(
        "Of the initial child protection conferences held in the period that an enquiry led "
        "to, how many days after the start of the enquiry each was held: the middle one, and "
        "what nine in ten did not exceed."
    ),
    themes=("strategy_s47", "plans_cp"),
    rule="conference_over_15_days",
    unit="conferences",
    better=LOWER,
    counts=LengthOfConcerns(ends="met"),
    numerator_words="conferences held",
    denominator_words="conferences held",
    published=(
        "The children in need statistics tell the share within 15 working days; here every day "
        "counts, weekends too."
    ),
    unit_of_length="days",
)
