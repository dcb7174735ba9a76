"""Protection plans of more than 15 months."""

from sightline.engine.measure import LOWER, Measure, OpenOf
from sightline.measures.spans import children_on_protection_plans

PROTECTION_PLANS_OVER_15_MONTHS = Measure(
    name="protection_plans_over_15_months",
    title="Children on a protection plan for more than 15 months",
    definition=(
        "At the end of the period, the children whose protection plan had run for more than 15 "
        "months, of all children on a protection plan. The limit is the council’s own; without "
        "one it is 15 months."
    ),
    themes=("plans_cp", "step_down_closure"),
    rule="protection_plan_over_15_months",
    unit="children",
    better=LOWER,
    counts=OpenOf(spans=children_on_protection_plans, one_span_per="protection plan"),
    numerator_words="children on a plan for more than 15 months",
    denominator_words="children on a protection plan",
)
