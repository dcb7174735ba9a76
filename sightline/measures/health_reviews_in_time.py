"""Health reviews of children in care made in time."""

from sightline.engine.measure import HIGHER, Measure, ShareOfDuties
from sightline.engine.status import IN_TIME, LATE, OVERDUE

HEALTH_REVIEWS_IN_TIME = Measure(
    name="health_reviews_in_time",
    title="Health reviews of children in care made in time",
    definition=(
        "Of the health reviews of children in care aged five or over that fell due in the "
        "period, the share that took place within 12 months of the assessment before. Those no "
        "longer required by the due day are not counted; those still waiting after it are."
    ),
    themes=("health_cic",),
    rule="health_review_overdue",
    unit="health reviews",
    better=HIGHER,
    counts=ShareOfDuties(dated_by="due", counted=(IN_TIME, LATE, OVERDUE), reached=(IN_TIME,)),
    numerator_words="health reviews in time",
    denominator_words="health reviews that fell due",
    published=(
        "The published statistics tell the share of children in care for a year at 31 March "
        "who had a review in that year."
    ),
)
