"""Visits to children in care made in time."""

from sightline.engine.measure import HIGHER, Measure, ShareOfDuties
from sightline.engine.status import IN_TIME, LATE, OVERDUE

CARE_VISITS_IN_TIME = Measure(
    name="care_visits_in_time",
    title="Visits to children in care made in time",
    definition=(
        "Of the visits to children in care that the law wants every six weeks that fell due in "
        "the period, the share at which the child was seen by the due day. Visits wanted more "
        "often, or less often in lasting placements, have rules of their own. Those no longer "
        "required by the due day are not counted; those still waiting after it are."
    ),
    themes=("visits_direct_work", "placement_sufficiency"),
    rule="care_visit_overdue",
    unit="visits",
    better=HIGHER,
    counts=ShareOfDuties(dated_by="due", counted=(IN_TIME, LATE, OVERDUE), reached=(IN_TIME,)),
    numerator_words="visits made in time",
    denominator_words="visits that fell due",
)
