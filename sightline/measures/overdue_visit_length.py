"""How long overdue visits stay overdue."""

from sightline.engine.measure import LOWER, LengthOfConcerns, Measure

OVERDUE_VISIT_LENGTH = Measure(
    name="overdue_visit_length",
    title="How long visits to children on protection plans stayed overdue",
    definition=(
        "Of the overdue visits to children on protection plans that came to an end in the "
        "period, because the child was seen or the plan ended, how many days each had been "
        "overdue: the middle one, and what nine in ten did not exceed."
    ),
    themes=("visits_direct_work", "plans_cp"),
    rule="protection_visit_overdue",
    unit="overdue visits",
    better=LOWER,
    counts=LengthOfConcerns(ends="closes"),
    numerator_words="overdue visits ended",
    denominator_words="overdue visits ended",
    unit_of_length="days",
)
