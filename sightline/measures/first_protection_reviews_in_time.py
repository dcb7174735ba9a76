"""First reviews of protection plans held in time."""

from sightline.engine.measure import HIGHER, Measure, ShareOfDuties
from sightline.engine.status import IN_TIME, LATE, OVERDUE

FIRST_PROTECTION_REVIEWS_IN_TIME = Measure(
    name="first_protection_reviews_in_time",
    title="First reviews of protection plans held in time",
    definition=(
        "Of the first review conferences of protection plans that fell due in the period, the "
        "share held within three months of the start of the plan. Those no longer required by "
        "the due day are not counted; those still waiting after it are."
    ),
    themes=("plans_cp", "iro_cp_chairs"),
    rule="first_review_over_3_months",
    unit="reviews",
    better=HIGHER,
    counts=ShareOfDuties(dated_by="due", counted=(IN_TIME, LATE, OVERDUE), reached=(IN_TIME,)),
    numerator_words="first reviews held in time",
    denominator_words="first reviews that fell due",
    published=(
        "The children in need statistics tell the share of children at 31 March, on a plan for "
        "three months or more, all of whose reviews were in time: one late review long ago "
        "still counts against a child there."
    ),
)
