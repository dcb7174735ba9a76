"""Protection plans started."""

from sightline.engine.measure import NEITHER, CountOf, Measure
from sightline.measures.spans import protection_plans_started

PROTECTION_PLANS_STARTED = Measure(
    name="protection_plans_started",
    title="Protection plans started",
    definition=(
        "How many protection plans started in the period. Plans of one child that overlap, or "
        "of which one starts on the day another ends, are one."
    ),
    themes=("plans_cp",),
    unit="protection plans",
    better=NEITHER,
    counts=CountOf(events=protection_plans_started, one_row_per="protection plan"),
    numerator_words="plans started",
    denominator_words="plans started",
    published=(
        "The children in need statistics count the same, but for plans that follow one another "
        "without a day between."
    ),
    needs=(
        "protection_plans.started",
        "protection_plans.ended",
    ),
)
