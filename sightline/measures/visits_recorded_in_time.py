"""Visits recorded in time."""

from sightline.engine.measure import HIGHER, Measure, ShareOfDuties
from sightline.engine.status import IN_TIME, LATE, OVERDUE

VISITS_RECORDED_IN_TIME = Measure(
    name="visits_recorded_in_time",
    title="Visits recorded in time",
    definition=(
        "Of the records of visits that fell due in the period, the share written up by the due "
        "day. The limit is the council’s own; without one it is two working days. Those no "
        "longer required by the due day are not counted; those still waiting after it are."
    ),
    themes=("recording", "visits_direct_work"),
    rule="visit_recorded_late",
    unit="visits",
    better=HIGHER,
    counts=ShareOfDuties(dated_by="due", counted=(IN_TIME, LATE, OVERDUE), reached=(IN_TIME,)),
    numerator_words="visits recorded in time",
    denominator_words="visits whose record fell due",
)
