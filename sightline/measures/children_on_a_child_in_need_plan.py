"""Children on a child in need plan."""

from sightline.engine.measure import NEITHER, Measure, NumberRunning
from sightline.measures.spans import children_on_child_in_need_plans

CHILDREN_ON_A_CHILD_IN_NEED_PLAN = Measure(
    name="children_on_a_child_in_need_plan",
    title="Children on a child in need plan",
    definition=(
        "How many children were on a child in need plan at the end of the period. A plan that "
        "ended on that day no longer counts."
    ),
    themes=("plans_cin",),
    unit="children",
    better=NEITHER,
    counts=NumberRunning(spans=children_on_child_in_need_plans, one_span_per="child in need plan"),
    numerator_words="children on a child in need plan",
    denominator_words="children on a child in need plan",
    published=(
        "The published number of children in need is far larger: it counts every child with an "
        "open case, children on protection plans and in care too."
    ),
    needs=(
        "child_in_need_plans.started",
        "child_in_need_plans.ended",
    ),
)
