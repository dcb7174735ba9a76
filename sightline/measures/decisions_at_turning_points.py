"""Managers’ decisions at turning points made in time."""

from sightline.engine.measure import HIGHER, Measure, ShareOfDuties
from sightline.engine.status import IN_TIME, LATE, OVERDUE

DECISIONS_AT_TURNING_POINTS = Measure(
    name="decisions_at_turning_points",
    title="Managers’ decisions at turning points made in time",
    definition=(
        "Of the decisions of a manager at a turning point of a case that fell due in the "
        "period, the share recorded by the due day. The limit is the council’s own; without "
        "one it is five working days. Those no longer required by the due day are not counted; "
        "those still waiting after it are."
    ),
    themes=("supervision_mgmt_oversight", "recording"),
    rule="no_decision_at_turning_point",
    unit="turning points",
    better=HIGHER,
    counts=ShareOfDuties(dated_by="due", counted=(IN_TIME, LATE, OVERDUE), reached=(IN_TIME,)),
    numerator_words="decisions recorded in time",
    denominator_words="decisions that fell due",
)
