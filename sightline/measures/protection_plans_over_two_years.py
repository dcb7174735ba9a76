"""Protection plans of more than two years."""

from sightline.engine.measure import LOWER, Measure, OpenOf
from sightline.measures.spans import children_on_protection_plans

PROTECTION_PLANS_OVER_TWO_YEARS = Measure(
    name="protection_plans_over_two_years",
    title="Children on a protection plan for more than two years",
    definition=(
        "At the end of the period, the children whose protection plan had run for more than "
        "two years, of all children on a protection plan. Overlapping plans of one child are "
        "one plan."
    ),
    themes=("plans_cp", "step_down_closure"),
    rule="protection_plan_over_two_years",
    unit="children",
    better=LOWER,
    counts=OpenOf(spans=children_on_protection_plans, one_span_per="protection plan"),
    numerator_words="children on a plan for more than two years",
    denominator_words="children on a protection plan",
    published=(
        "The children in need statistics count children at 31 March whose plan has lasted two "
        "years or more: a plan of exactly two years counts there and not here."
    ),
)
