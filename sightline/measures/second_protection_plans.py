"""Protection plans that are not the child's first."""

from sightline.engine.measure import LOWER, Measure, ShareOfEvents
from sightline.measures.spans import protection_plans_started

SECOND_PROTECTION_PLANS = Measure(
    name="second_protection_plans",
    title="Second or later protection plans",
    definition=(
        "Of the protection plans that started in the period, the share of children who had "
        "been on a plan of this council before, however long ago."
    ),
    themes=("plans_cp", "step_down_closure"),
    rule="second_protection_plan",
    unit="protection plans",
    better=LOWER,
    counts=ShareOfEvents(events=protection_plans_started),
    numerator_words="second or later plans",
    denominator_words="protection plans started",
    published=(
        "The children in need statistics count the same, and plans under other councils too "
        "where the council told of them."
    ),
)
