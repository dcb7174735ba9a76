"""Children on protection plans talked through in supervision in time."""

from sightline.engine.measure import HIGHER, Measure, ShareOfDuties
from sightline.engine.status import IN_TIME, LATE, OVERDUE

PROTECTED_CHILDREN_IN_SUPERVISION = Measure(
    name="protected_children_in_supervision",
    title="Children on protection plans talked through in supervision in time",
    definition=(
        "Of the talks in supervision about a child on a protection plan that fell due in the "
        "period, the share held by the due day. The limit is the council’s own; without one it "
        "is two months. Those no longer required by the due day are not counted; those still "
        "waiting after it are."
    ),
    themes=("supervision_mgmt_oversight", "workforce_caseloads"),
    rule="protected_child_not_in_supervision",
    unit="talks in supervision",
    better=HIGHER,
    counts=ShareOfDuties(dated_by="due", counted=(IN_TIME, LATE, OVERDUE), reached=(IN_TIME,)),
    numerator_words="talks held in time",
    denominator_words="talks that fell due",
)
