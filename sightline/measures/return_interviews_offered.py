"""Return interviews offered in time."""

from sightline.engine.measure import HIGHER, Measure, ShareOfDuties
from sightline.engine.status import IN_TIME, LATE, OVERDUE

RETURN_INTERVIEWS_OFFERED = Measure(
    name="return_interviews_offered",
    title="Return interviews offered in time",
    definition=(
        "Of the offers of a return interview that fell due in the period, the share in which "
        "one was offered within 72 hours of the child coming back, read as three days. Those "
        "no longer required by the due day are not counted; those still waiting after it are."
    ),
    themes=("missing", "voice_participation"),
    rule="return_interview_not_offered",
    unit="returns",
    better=HIGHER,
    counts=ShareOfDuties(dated_by="due", counted=(IN_TIME, LATE, OVERDUE), reached=(IN_TIME,)),
    numerator_words="interviews offered in time",
    denominator_words="offers that fell due",
)
