"""First core groups held within 10 working days."""

from sightline.engine.measure import HIGHER, Measure, ShareOfDuties
from sightline.engine.status import IN_TIME, LATE, OVERDUE

FIRST_CORE_GROUPS_IN_TIME = Measure(
    name="first_core_groups_in_time",
    title="First core groups held within 10 working days",
    definition=(
        "Of the first core groups of protection plans that fell due in the period, the share "
        "held within 10 working days of the start of the plan. Those no longer required by the "
        "due day are not counted; those still waiting after it are."
    ),
    themes=("plans_cp", "partnership"),
    rule="first_core_group_over_10_days",
    unit="core groups",
    better=HIGHER,
    counts=ShareOfDuties(dated_by="due", counted=(IN_TIME, LATE, OVERDUE), reached=(IN_TIME,)),
    numerator_words="first core groups held in time",
    denominator_words="first core groups that fell due",
)
