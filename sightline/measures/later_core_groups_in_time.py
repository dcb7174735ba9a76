"""Later core groups held in time."""

from sightline.engine.measure import HIGHER, Measure, ShareOfDuties
from sightline.engine.status import IN_TIME, LATE, OVERDUE

LATER_CORE_GROUPS_IN_TIME = Measure(
    name="later_core_groups_in_time",
    title="Later core groups held in time",
    definition=(
        "Of the core groups after the first that fell due in the period, the share held by the "
        "due day. The limit is the council’s own; without one it is six weeks after the core "
        "group before. Those no longer required by the due day are not counted; those still "
        "waiting after it are."
    ),
    themes=("plans_cp", "partnership"),
    rule="later_core_group_over_6_weeks",
    unit="core groups",
    better=HIGHER,
    counts=ShareOfDuties(dated_by="due", counted=(IN_TIME, LATE, OVERDUE), reached=(IN_TIME,)),
    numerator_words="core groups held in time",
    denominator_words="core groups that fell due",
)
