"""Visits to children in need made in time."""

from sightline.engine.measure import HIGHER, Measure, ShareOfDuties
from sightline.engine.status import IN_TIME, LATE, OVERDUE

CHILD_IN_NEED_VISITS_IN_TIME = Measure(
    name="child_in_need_visits_in_time",
    title="Visits to children in need made in time",
    definition=(
        "Of the visits to children on child in need plans that fell due in the period, the "
        "share at which the child was seen by the due day. The limit is the council’s own; "
        "without one it is 20 working days. Those no longer required by the due day are not "
        "counted; those still waiting after it are."
    ),
    themes=("visits_direct_work", "plans_cin"),
    rule="child_in_need_visit_overdue",
    unit="visits",
    better=HIGHER,
    counts=ShareOfDuties(dated_by="due", counted=(IN_TIME, LATE, OVERDUE), reached=(IN_TIME,)),
    numerator_words="visits made in time",
    denominator_words="visits that fell due",
)
