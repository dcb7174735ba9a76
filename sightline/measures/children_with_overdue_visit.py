"""Children on protection plans not seen for too long."""

from sightline.engine.measure import LOWER, Measure, OpenOf
from sightline.measures.spans import children_on_protection_plans

CHILDREN_WITH_OVERDUE_VISIT = Measure(
    name="children_with_overdue_visit",
    title="Children on a protection plan whose visit is overdue",
    definition=(
        "At the end of the period, the children on a protection plan who had not been seen by the "
        "day a visit was due, of all children on a protection plan."
    ),
    themes=("visits_direct_work", "plans_cp"),
    rule="protection_visit_overdue",
    unit="children",
    better=LOWER,
    counts=OpenOf(spans=children_on_protection_plans, one_span_per="protection plan"),
    numerator_words="children not seen in time",
    denominator_words="children on a protection plan",
)
