"""The meeting about an allegation against somebody who works with children."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule


def allegations_that_call_for_a_meeting(allegations: ir.Table) -> ir.Table:
    """Allegations of a known child, but those recorded as needing no meeting."""
    return allegations.filter(
        _.child.notnull(), _.reported.notnull(), _.meeting_needed.fill_null(True)
    )


ALLEGATION_MEETING_LATE = Rule(
    name="allegation_meeting_late",
    title="No meeting within five working days of an allegation",
    question="Did those who must protect the child soon meet about the adult they may need protection from?",
    stage="others to protect",
    sources=("LAD-02",),
    themes=("lado", "partnership"),
    one_row_per="allegation",
    subject_day=_.reported,
    population=allegations_that_call_for_a_meeting,
    clock=Clock(starts=_.reported, limit="LAD-02", met=_.meeting_held, lapses=_.concluded),
    needs=("allegations.reported", "allegations.meeting_held", "allegations.child"),
    counted_in="allegations",
    evidence={
        "reported": Evidence(value=_.reported),
        "kind of agency": Evidence(value=_.agency),
        "meeting held": Evidence(value=_.meeting_held),
        "concluded": Evidence(value=_.concluded),
    },
    readings=(
        "The clock runs from the day the designated officer was told. The limit is the council's own; "
        "without one it is five working days. The due day itself is in time.",
        "An allegation recorded as needing no meeting is left out. Where that is not recorded, one is "
        "due.",
        "The duty lapses when the allegation is concluded.",
        "Only allegations that name a child are asked about. Two reported on one day about one child "
        "are one.",
    ),
    helps="Set the meeting, with police and employer, and agree today how children are safe until then.",
    cannot_see="Allegations that name no child, and what was agreed by telephone in the first days.",
)
