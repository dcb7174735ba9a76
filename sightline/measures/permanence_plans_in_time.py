"""Plans for permanence agreed in time."""

from sightline.engine.measure import HIGHER, Measure, ShareOfDuties
from sightline.engine.status import IN_TIME, LATE, OVERDUE

PERMANENCE_PLANS_IN_TIME = Measure(
    name="permanence_plans_in_time",
    title="Plans for permanence agreed in time",
    definition=(
        "Of the plans for permanence of children who came into care that fell due in the "
        "period, the share agreed within four months of entry, the time of the second review. "
        "Those no longer required by the due day are not counted; those still waiting after it "
        "are."
    ),
    themes=("permanence", "iro_cp_chairs"),
    rule="permanence_plan_not_agreed",
    unit="plans for permanence",
    better=HIGHER,
    counts=ShareOfDuties(dated_by="due", counted=(IN_TIME, LATE, OVERDUE), reached=(IN_TIME,)),
    numerator_words="plans agreed in time",
    denominator_words="plans that fell due",
)
