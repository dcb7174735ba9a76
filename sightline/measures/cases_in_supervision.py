"""Open cases talked through in supervision in time."""

from sightline.engine.measure import HIGHER, Measure, ShareOfDuties
from sightline.engine.status import IN_TIME, LATE, OVERDUE

CASES_IN_SUPERVISION = Measure(
    name="cases_in_supervision",
    title="Open cases talked through in supervision in time",
    definition=(
        "Of the talks about an open case in supervision that fell due in the period, the share "
        "held by the due day. The limit is the council’s own; without one it is a month. Those "
        "no longer required by the due day are not counted; those still waiting after it are."
    ),
    themes=("supervision_mgmt_oversight", "workforce_caseloads"),
    rule="open_case_not_in_supervision",
    unit="talks in supervision",
    better=HIGHER,
    counts=ShareOfDuties(dated_by="due", counted=(IN_TIME, LATE, OVERDUE), reached=(IN_TIME,)),
    numerator_words="talks held in time",
    denominator_words="talks that fell due",
)
