"""Pre-proceedings ended within 16 weeks."""

from sightline.engine.measure import HIGHER, Measure, ShareOfDuties
from sightline.engine.status import IN_TIME, LATE

PRE_PROCEEDINGS_IN_16_WEEKS = Measure(
    name="pre_proceedings_in_16_weeks",
    title="Pre-proceedings ended within 16 weeks",
    definition=(
        "Of the times in pre-proceedings that ended in the period, the share that ended within "
        "16 weeks of the letter before proceedings. Without a letter there is no clock."
    ),
    themes=("plo_preproceedings", "step_down_closure"),
    rule="pre_proceedings_over_16_weeks",
    unit="times in pre-proceedings",
    better=HIGHER,
    counts=ShareOfDuties(dated_by="met", counted=(IN_TIME, LATE), reached=(IN_TIME,)),
    numerator_words="ended within 16 weeks",
    denominator_words="times in pre-proceedings ended",
)
