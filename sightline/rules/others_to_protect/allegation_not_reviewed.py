"""An open allegation that nobody looks at again."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule


def allegations_met_about(allegations: ir.Table) -> ir.Table:
    """Allegations of a known child about which a meeting was held."""
    return allegations.filter(_.child.notnull(), _.meeting_held.notnull())


ALLEGATION_NOT_REVIEWED = Rule(
    name="allegation_not_reviewed",
    title="Open allegation not reviewed within 28 days",
    question="Is anybody keeping the allegation moving until it is concluded?",
    stage="others to protect",
    sources=("LAD-03",),
    themes=("lado", "supervision_mgmt_oversight"),
    one_row_per="meeting about an allegation",
    subject_day=_.meeting_held,
    population=allegations_met_about,
    clock=Clock(starts=_.meeting_held, limit="LAD-03", met=_.reviewed, lapses=_.concluded),
    needs=("allegations.meeting_held", "allegations.reviewed", "allegations.child"),
    counted_in="allegations",
    evidence={
        "meeting held": Evidence(value=_.meeting_held),
        "reviewed": Evidence(value=_.reviewed),
        "concluded": Evidence(value=_.concluded),
    },
    readings=(
        "The clock runs from the first meeting. The limit is the council's own; without one it is 28 "
        "days, every day counted. The due day itself is in time.",
        "The record holds the first review after the meeting. Reviews after it are not asked about.",
        "The duty lapses when the allegation is concluded.",
        "Only allegations that name a child are asked about. Two met about on one day are one.",
    ),
    helps="Review it with police and employer: what is still waited for, who hurries it, and how are "
    "children safe meanwhile?",
    cannot_see="Later reviews, allegations that name no child, and those for which no meeting was held.",
)
