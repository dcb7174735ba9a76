"""Whether the reviewing officer keeps in touch with the child between reviews."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.periods_of_care import clocks_from_entry, periods_of_care

ATTEMPTED = "attempted"


def contact_clocks(care_episodes: ir.Table, reviewing_officer_contacts: ir.Table) -> ir.Table:
    """One row per clock: it starts on entry to care and anew each time they spoke."""
    spoke = reviewing_officer_contacts.filter((_.mode != ATTEMPTED).fill_null(True))
    return clocks_from_entry(periods_of_care(care_episodes), spoke.select("child", day="contacted"))


REVIEWING_OFFICER_NOT_IN_TOUCH = Rule(
    name="reviewing_officer_not_in_touch",
    title="Reviewing officer not in touch with the child for six months",
    question="Has the child's reviewing officer spoken with them between reviews?",
    stage="in care",
    sources=("IRO-01",),
    themes=("iro_cp_chairs", "voice_participation"),
    one_row_per="contact after",
    subject_day=_.clock_starts,
    population=contact_clocks,
    clock=Clock(starts=_.clock_starts, limit="IRO-01", met=_.next_done, lapses=_.care_ended),
    needs=(
        "care_episodes.started",
        "care_episodes.ended",
        "reviewing_officer_contacts.contacted",
    ),
    counted_in="care_episodes",
    evidence={
        "clock started": Evidence(value=_.clock_starts),
        "spoke with the child": Evidence(value=_.next_done),
        "entered care": Evidence(value=_.care_started),
        "care ended": Evidence(value=_.care_ended),
    },
    readings=(
        "The clock starts on entry to care and anew each time they spoke, in person or by video. An "
        "attempt does not count. The due day itself is in time.",
        "Where the records begin in the middle of a period of care, it starts with the first contact.",
        "Seeing the child at the review itself counts only where it is recorded as a contact.",
        "The end of care lapses the duty.",
    ),
    helps="Ring or visit the child before the next review, and ask what they want said there and what "
    "they would rather not have said in front of everybody.",
    cannot_see="What they spoke about. A source that keeps the latest contact only cannot tell of the "
    "ones before.",
)
