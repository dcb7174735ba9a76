"""Protection plans ended at or before their first review."""

from sightline.engine.measure import LOWER, Measure, ShareOfEvents
from sightline.measures.spans import protection_plans_ended

PLANS_ENDED_EARLY = Measure(
    name="plans_ended_early",
    title="Protection plans ended at or before their first review",
    definition=(
        "Of the protection plans that ended in the period because somebody decided so, the share "
        "that ended at or before the first review conference. Endings by entry to care, transfer, "
        "age, death or leaving the country are not counted."
    ),
    themes=("step_down_closure", "plans_cp"),
    rule="protection_plan_ended_early",
    unit="protection plans",
    better=LOWER,
    counts=ShareOfEvents(events=protection_plans_ended),
    numerator_words="plans ended early",
    denominator_words="plans ended",
)
