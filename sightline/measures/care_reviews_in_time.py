"""Later reviews of children in care held in time."""

from sightline.engine.measure import HIGHER, Measure, ShareOfDuties
from sightline.engine.status import IN_TIME, LATE, OVERDUE

CARE_REVIEWS_IN_TIME = Measure(
    name="care_reviews_in_time",
    title="Later reviews of children in care held in time",
    definition=(
        "Of the reviews of children in care after the second that fell due in the period, the "
        "share held within six months of the one before. Those no longer required by the due "
        "day are not counted; those still waiting after it are."
    ),
    themes=("iro_cp_chairs", "permanence"),
    rule="later_care_review_overdue",
    unit="reviews",
    better=HIGHER,
    counts=ShareOfDuties(dated_by="due", counted=(IN_TIME, LATE, OVERDUE), reached=(IN_TIME,)),
    numerator_words="reviews held in time",
    denominator_words="reviews that fell due",
)
