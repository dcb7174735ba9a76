"""Care leavers the council is in touch with."""

from sightline.engine.measure import HIGHER, Measure, ShareOfDuties
from sightline.engine.status import IN_TIME, LATE, OVERDUE

CARE_LEAVERS_IN_TOUCH = Measure(
    name="care_leavers_in_touch",
    title="Care leavers in touch around their birthday",
    definition=(
        "Of the 17th to 21st birthdays of care leavers whose month after the birthday ended in "
        "the period, the share around which the council was in touch: from three months before "
        "to one month after."
    ),
    themes=("care_leavers",),
    rule="care_leaver_not_in_touch_at_birthday",
    unit="birthdays",
    better=HIGHER,
    counts=ShareOfDuties(dated_by="due", counted=(IN_TIME, LATE, OVERDUE), reached=(IN_TIME,)),
    numerator_words="birthdays around which the council was in touch",
    denominator_words="birthdays of care leavers",
    published=(
        "The return on care leavers asks the same of each year from April to March, and tells "
        "young people who want no contact or went home for good apart."
    ),
)
