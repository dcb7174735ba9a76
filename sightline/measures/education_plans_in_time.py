"""Personal education plans renewed in time."""

from sightline.engine.measure import HIGHER, Measure, ShareOfDuties
from sightline.engine.status import IN_TIME, LATE, OVERDUE

EDUCATION_PLANS_IN_TIME = Measure(
    name="education_plans_in_time",
    title="Personal education plans renewed in time",
    definition=(
        "Of the personal education plans to be made anew that fell due in the period, the "
        "share finished by the due day. Guidance asks for one every term; the limit is the "
        "council’s own, and without one it is five months after the one before. Those no "
        "longer required by the due day are not counted; those still waiting after it are."
    ),
    themes=("education_virtual_school",),
    rule="personal_education_plan_not_renewed",
    unit="personal education plans",
    better=HIGHER,
    counts=ShareOfDuties(dated_by="due", counted=(IN_TIME, LATE, OVERDUE), reached=(IN_TIME,)),
    numerator_words="plans renewed in time",
    denominator_words="plans that fell due",
)
