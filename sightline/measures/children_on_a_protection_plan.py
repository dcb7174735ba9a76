"""Children on a protection plan."""

from sightline.engine.measure import NEITHER, Measure, NumberRunning
from sightline.measures.spans import children_on_protection_plans

CHILDREN_ON_A_PROTECTION_PLAN = Measure(
    name="children_on_a_protection_plan",
    title="Children on a protection plan",
    definition=(
        "How many children were on a protection plan at the end of the period. A plan that "
        "ended on that day no longer counts."
    ),
    themes=("plans_cp",),
    unit="children",
    better=NEITHER,
    counts=NumberRunning(spans=children_on_protection_plans, one_span_per="protection plan"),
    numerator_words="children on a protection plan",
    denominator_words="children on a protection plan",
    published=(
        "The children in need statistics count the same at 31 March, and also tell it for "
        "every 10,000 children of the population, which no record of a council holds."
    ),
    needs=(
        "protection_plans.started",
        "protection_plans.ended",
    ),
)
