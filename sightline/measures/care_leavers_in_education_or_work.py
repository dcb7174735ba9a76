"""Care leavers in education, work or training."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.measure import HIGHER, Measure, ShareRunning
from sightline.measures.care_leavers import last_known
from sightline.rules.leaving_care.care_leaver_not_in_education_or_work import IN_NEITHER


def care_leavers_and_what_they_do(care_leavers: ir.Table) -> ir.Table:
    """What was last known of every care leaver, and whether they are in education, work or training."""
    return last_known(care_leavers, ~_.activity.isin(IN_NEITHER))


CARE_LEAVERS_IN_EDUCATION_OR_WORK = Measure(
    name="care_leavers_in_education_or_work",
    title="Care leavers in education, work or training",
    definition=(
        "At the end of the period, the care leavers of whom the record last said that they are "
        "in education, work or training, of all of whom it said either. What is not recorded "
        "is not counted on either side. A source that keeps only the latest record of each "
        "young person cannot tell the past."
    ),
    themes=("care_leavers", "education_virtual_school"),
    unit="care leavers",
    better=HIGHER,
    counts=ShareRunning(spans=care_leavers_and_what_they_do, one_span_per="care leaver as of"),
    numerator_words="care leavers in education, work or training",
    denominator_words="care leavers of whom it is recorded",
    published=(
        "The published statistic asks about the time around the 17th to 21st birthdays, and "
        "counts those of whom nothing is known among all."
    ),
    needs=(
        "care_leavers.activity",
        "care_leavers.as_of",
    ),
)
