"""Care leavers in suitable accommodation."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.measure import HIGHER, Measure, ShareRunning
from sightline.measures.care_leavers import last_known

SUITABLE = "1"


def care_leavers_and_their_homes(care_leavers: ir.Table) -> ir.Table:
    """What was last known of every care leaver, and whether their home is suitable."""
    return last_known(care_leavers, _.accommodation_suitable == SUITABLE)


CARE_LEAVERS_IN_SUITABLE_ACCOMMODATION = Measure(
    name="care_leavers_in_suitable_accommodation",
    title="Care leavers in suitable accommodation",
    definition=(
        "At the end of the period, the care leavers of whom the record last said that their "
        "home is suitable, of all of whom it said either. What is not recorded is not counted "
        "on either side. A source that keeps only the latest record of each young person "
        "cannot tell the past."
    ),
    themes=("care_leaver_housing", "care_leavers"),
    unit="care leavers",
    better=HIGHER,
    counts=ShareRunning(spans=care_leavers_and_their_homes, one_span_per="care leaver as of"),
    numerator_words="care leavers in suitable accommodation",
    denominator_words="care leavers of whom it is recorded",
    published=(
        "The published statistic asks about the time around the 17th to 21st birthdays, and "
        "counts those of whom nothing is known among all."
    ),
    needs=(
        "care_leavers.accommodation_suitable",
        "care_leavers.as_of",
    ),
)
