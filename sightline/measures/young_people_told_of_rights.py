"""Homeless young people told of their rights in time."""

from sightline.engine.measure import HIGHER, Measure, ShareOfDuties
from sightline.engine.status import IN_TIME, LATE, OVERDUE

YOUNG_PEOPLE_TOLD_OF_RIGHTS = Measure(
    name="young_people_told_of_rights",
    title="Homeless young people told of their rights in time",
    definition=(
        "Of the duties to tell homeless young people of 16 and 17 of their rights that fell "
        "due in the period, the share met by the due day. The limit is the council’s own; "
        "without one it is the next working day. Those no longer required by the due day are "
        "not counted; those still waiting after it are."
    ),
    themes=("homeless_16_17", "advocacy_iv"),
    rule="homeless_young_person_not_told_of_rights",
    unit="young people",
    better=HIGHER,
    counts=ShareOfDuties(dated_by="due", counted=(IN_TIME, LATE, OVERDUE), reached=(IN_TIME,)),
    numerator_words="told of their rights in time",
    denominator_words="young people to be told",
)
