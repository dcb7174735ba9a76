"""First health assessments in care made in time."""

from sightline.engine.measure import HIGHER, Measure, ShareOfDuties
from sightline.engine.status import IN_TIME, LATE, OVERDUE

FIRST_HEALTH_ASSESSMENTS_IN_TIME = Measure(
    name="first_health_assessments_in_time",
    title="First health assessments in care made in time",
    definition=(
        "Of the first health assessments of children who came into care that fell due in the "
        "period, the share that took place within 20 working days of entry. Those no longer "
        "required by the due day are not counted; those still waiting after it are."
    ),
    themes=("health_cic", "entry_to_care"),
    rule="first_health_assessment_overdue",
    unit="health assessments",
    better=HIGHER,
    counts=ShareOfDuties(dated_by="due", counted=(IN_TIME, LATE, OVERDUE), reached=(IN_TIME,)),
    numerator_words="first health assessments in time",
    denominator_words="first health assessments that fell due",
)
