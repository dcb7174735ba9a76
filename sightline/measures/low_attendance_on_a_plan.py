"""Children on a plan with attendance below 90%."""

from sightline.engine.measure import LOWER, Measure, OpenOf
from sightline.measures.spans import children_with_a_plan

LOW_ATTENDANCE_ON_A_PLAN = Measure(
    name="low_attendance_on_a_plan",
    title="Children on a plan with attendance below 90%",
    definition=(
        "At the end of the period, the children on a plan whose last record of school "
        "attendance was below 90% of half-days, of all children on a plan, those too young for "
        "school and those whose attendance is not recorded included."
    ),
    themes=("education_virtual_school", "visits_direct_work"),
    rule="attendance_below_90_with_social_worker",
    unit="children",
    better=LOWER,
    counts=OpenOf(spans=children_with_a_plan, one_span_per="plan"),
    numerator_words="children with attendance below 90%",
    denominator_words="children on a plan",
    published=(
        "The published count of persistent absence takes children who missed a tenth of half-"
        "days or more over a whole year, of all pupils matched."
    ),
)
