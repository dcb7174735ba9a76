"""Return interviews held within 72 hours of a child coming back."""

from sightline.engine.measure import HIGHER, Measure, ShareOfDuties
from sightline.engine.status import IN_TIME, LATE, OVERDUE

RETURN_INTERVIEWS_IN_72_HOURS = Measure(
    name="return_interviews_in_72_hours",
    title="Return interviews held within 72 hours",
    definition=(
        "Of the returns from being missing whose interview fell due in the period, the share "
        "interviewed within 72 hours, read as three days. Children who declined by then are not "
        "counted."
    ),
    themes=("missing", "exploitation"),
    rule="return_interview_not_in_72_hours",
    unit="returns",
    better=HIGHER,
    counts=ShareOfDuties(dated_by="due", counted=(IN_TIME, LATE, OVERDUE), reached=(IN_TIME,)),
    numerator_words="interviews held in time",
    denominator_words="interviews that fell due",
)
