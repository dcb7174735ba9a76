"""Children in care with attendance below 90%."""

from sightline.engine.measure import LOWER, Measure, OpenOf
from sightline.measures.spans import children_in_care_or_on_breaks

LOW_ATTENDANCE_IN_CARE = Measure(
    name="low_attendance_in_care",
    title="Children in care with attendance below 90%",
    definition=(
        "At the end of the period, the children in care whose last record of school attendance "
        "was below 90% of half-days, of all children in care, those too young for school and "
        "those whose attendance is not recorded included."
    ),
    themes=("education_virtual_school", "corporate_parenting_political"),
    rule="attendance_below_90_in_care",
    unit="children",
    better=LOWER,
    counts=OpenOf(spans=children_in_care_or_on_breaks, one_span_per="care"),
    numerator_words="children with attendance below 90%",
    denominator_words="children in care",
    published=(
        "The published count of persistent absence takes children who missed a tenth of half-"
        "days or more over a whole year, of all pupils matched."
    ),
)
