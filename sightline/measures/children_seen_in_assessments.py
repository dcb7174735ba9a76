"""Children seen in their assessment."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.measure import HIGHER, Measure, ShareReached


def assessments_and_whether_seen(assessments: ir.Table) -> ir.Table:
    """Every day an assessment was signed off that says whether the child was seen, and whether so."""
    seen_by_then = _.child_seen_on <= _.authorised
    seen = ibis.coalesce(_.child_seen | seen_by_then, _.child_seen, seen_by_then)
    saying = assessments.filter(_.authorised.notnull()).mutate(seen=seen)
    by_day = saying.filter(_.seen.notnull()).group_by("child", day=_.authorised)
    return by_day.agg(reached=_.seen.any()).mutate(subject_day=_.day)


CHILDREN_SEEN_IN_ASSESSMENTS = Measure(
    name="children_seen_in_assessments",
    title="Children seen in their assessment",
    definition=(
        "Of the assessments that a manager signed off in the period and that say whether the "
        "child was seen, the share in which the child was. Two of one child signed off on one "
        "day are one."
    ),
    themes=("assessment_quality", "visits_direct_work", "voice_participation"),
    unit="assessments",
    better=HIGHER,
    counts=ShareReached(events=assessments_and_whether_seen, one_row_per="assessment finished"),
    numerator_words="assessments in which the child was seen",
    denominator_words="assessments finished",
    needs=(
        "assessments.authorised",
        "assessments.child_seen",
    ),
)
