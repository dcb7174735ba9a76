"""Visits to children on protection plans made in time."""

from sightline.engine.measure import HIGHER, Measure, ShareOfDuties
from sightline.engine.status import IN_TIME, LATE, OVERDUE

PROTECTION_VISITS_IN_TIME = Measure(
    name="protection_visits_in_time",
    title="Visits to children on protection plans made in time",
    definition=(
        "Of the visits to children on protection plans that fell due in the period, the share at "
        "which the child was seen by the due day. The limit is the council’s own; without one it "
        "is 10 working days."
    ),
    themes=("visits_direct_work", "plans_cp"),
    rule="protection_visit_overdue",
    unit="visits",
    better=HIGHER,
    counts=ShareOfDuties(dated_by="due", counted=(IN_TIME, LATE, OVERDUE), reached=(IN_TIME,)),
    numerator_words="visits made in time",
    denominator_words="visits that fell due",
)
