"""Children in care."""

from sightline.engine.measure import NEITHER, Measure, NumberRunning
from sightline.measures.spans import children_in_care

NUMBER_OF_CHILDREN_IN_CARE = Measure(
    name="number_of_children_in_care",
    title="Children in care",
    definition=(
        "How many children were in care at the end of the period. Short breaks are not counted."
    ),
    themes=("entry_to_care",),
    unit="children",
    better=NEITHER,
    counts=NumberRunning(spans=children_in_care, one_span_per="care"),
    numerator_words="children in care",
    denominator_words="children in care",
    published=(
        "The published statistics of children looked after count the same at 31 March, and "
        "also tell it for every 10,000 children of the population, which no record of a "
        "council holds."
    ),
    needs=(
        "care_episodes.started",
        "care_episodes.ended",
    ),
)
