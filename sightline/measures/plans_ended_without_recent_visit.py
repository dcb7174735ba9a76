"""Protection plans ended without a recent visit."""

from sightline.engine.measure import LOWER, Measure, ShareOfEvents
from sightline.measures.spans import protection_plans_ended

PLANS_ENDED_WITHOUT_RECENT_VISIT = Measure(
    name="plans_ended_without_recent_visit",
    title="Protection plans ended without a visit in the 20 working days before",
    definition=(
        "Of the protection plans that ended in the period because somebody decided so, the share "
        "in whose last 20 working days nobody had seen the child. Endings by entry to care, "
        "transfer, age, death or leaving the country are not counted."
    ),
    themes=("step_down_closure", "visits_direct_work"),
    rule="protection_plan_ended_without_recent_visit",
    unit="protection plans",
    better=LOWER,
    counts=ShareOfEvents(events=protection_plans_ended),
    numerator_words="plans ended without a recent visit",
    denominator_words="plans ended",
)
