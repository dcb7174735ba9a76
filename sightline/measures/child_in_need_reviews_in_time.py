"""Later reviews of child in need plans held in time."""

from sightline.engine.measure import HIGHER, Measure, ShareOfDuties
from sightline.engine.status import IN_TIME, LATE, OVERDUE

CHILD_IN_NEED_REVIEWS_IN_TIME = Measure(
    name="child_in_need_reviews_in_time",
    title="Later reviews of child in need plans held in time",
    definition=(
        "Of the reviews of child in need plans after the first that fell due in the period, "
        "the share held by the due day. The limit is the council’s own; without one it is "
        "three months after the one before. Those no longer required by the due day are not "
        "counted; those still waiting after it are."
    ),
    themes=("plans_cin", "step_down_closure"),
    rule="later_child_in_need_review_over_3_months",
    unit="reviews",
    better=HIGHER,
    counts=ShareOfDuties(dated_by="due", counted=(IN_TIME, LATE, OVERDUE), reached=(IN_TIME,)),
    numerator_words="reviews held in time",
    denominator_words="reviews that fell due",
)
