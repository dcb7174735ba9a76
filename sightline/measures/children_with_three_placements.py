"""Children in care with three placements in a year."""

from sightline.engine.measure import LOWER, Measure, OpenOf
from sightline.measures.spans import children_in_care

CHILDREN_WITH_THREE_PLACEMENTS = Measure(
    name="children_with_three_placements",
    title="Children in care with three placements within a year",
    definition=(
        "At the end of the period, the children in care who had lived in three homes within 12 "
        "months, of all children in care. Short breaks and times away are no homes."
    ),
    themes=("placement_sufficiency", "permanence"),
    rule="three_placements_in_a_year",
    unit="children",
    better=LOWER,
    counts=OpenOf(spans=children_in_care, one_span_per="care"),
    numerator_words="children with three placements within a year",
    denominator_words="children in care",
    published=(
        "The published statistics count children in care at 31 March with three or more "
        "placements in the year to that day. A child stays in this measure for a year from the "
        "first of the moves."
    ),
)
