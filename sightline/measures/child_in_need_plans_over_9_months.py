"""Child in need plans of more than nine months."""

from sightline.engine.measure import LOWER, Measure, OpenOf
from sightline.measures.spans import children_on_child_in_need_plans

CHILD_IN_NEED_PLANS_OVER_9_MONTHS = Measure(
    name="child_in_need_plans_over_9_months",
    title="Children on a child in need plan for more than nine months",
    definition=(
        "At the end of the period, the children whose child in need plan had run for more than "
        "nine months, of all children on one. The limit is the council’s own; without one it "
        "is nine months."
    ),
    themes=("plans_cin", "step_down_closure"),
    rule="child_in_need_plan_over_9_months",
    unit="children",
    better=LOWER,
    counts=OpenOf(spans=children_on_child_in_need_plans, one_span_per="child in need plan"),
    numerator_words="children on a plan for more than nine months",
    denominator_words="children on a child in need plan",
)
