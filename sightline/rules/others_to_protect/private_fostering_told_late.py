"""A child who lived with others for weeks before the council was told."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span


def arrangements_told_of_late(private_fostering_arrangements: ir.Table, clocks: Clocks) -> ir.Table:
    """Arrangements of which the council was told later than it should have been."""
    limited = clocks.after(
        private_fostering_arrangements, day="started", standard="PFO-06", into="told_by"
    )
    late = limited.filter(_.notified > _.told_by)
    judged = late.mutate(closes=ibis.least(_.assessed, _.ended))
    return judged.filter((_.closes > _.notified).fill_null(True))


PRIVATE_FOSTERING_TOLD_LATE = Rule(
    name="private_fostering_told_late",
    title="Council told late of a private fostering arrangement",
    question="Had the child lived with others for weeks before the council was told?",
    stage="others to protect",
    sources=("PFO-06",),
    themes=("private_fostering", "partnership"),
    one_row_per="private fostering arrangement",
    subject_day=_.notified,
    population=arrangements_told_of_late,
    span=Span(opens=_.notified, closes=_.closes),
    needs=("private_fostering_arrangements.notified", "private_fostering_arrangements.started"),
    counted_in="private_fostering_arrangements",
    evidence={
        "arrangement began": Evidence(value=_.started),
        "council told": Evidence(value=_.notified),
        "assessed": Evidence(value=_.assessed),
        "arrangement ended": Evidence(value=_.ended),
    },
    readings=(
        "The concern opens on the day the council was told, where the arrangement had begun more than "
        "28 days before. The twenty-eighth day itself is in time.",
        "It closes when the arrangement is assessed or ends. One assessed by the day of telling leaves "
        "none.",
        "It speaks of the arrangement, not of a fault of the family or the council.",
    ),
    helps="Assess first those that began long ago. Ask who saw the child in those weeks, such as the "
    "school, and help them to know when to tell.",
    cannot_see="Arrangements of which nobody has told the council yet.",
)
