"""Protection plans that are repeat plans."""

from sightline.engine.measure import LOWER, Measure, ShareOfEvents
from sightline.measures.spans import protection_plans_started

REPEAT_PROTECTION_PLANS = Measure(
    name="repeat_protection_plans",
    title="Protection plans started within 24 months of an earlier one",
    definition=(
        "Of the protection plans that started in the period, the share of children whose earlier "
        "plan had ended no more than 24 months before."
    ),
    themes=("plans_cp", "step_down_closure"),
    rule="repeat_protection_plan",
    unit="protection plans",
    better=LOWER,
    counts=ShareOfEvents(events=protection_plans_started),
    numerator_words="repeat plans",
    denominator_words="protection plans started",
    published=(
        "The published statistic counts second or subsequent plans however long ago the earlier "
        "one was."
    ),
    looks_back="CPE-07",
)
