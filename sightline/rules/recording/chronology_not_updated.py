"""Whether the chronology is kept up while a case is open."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.stretches import cases, clocks_while


def clocks_of_updates(
    referrals: ir.Table,
    protection_plans: ir.Table,
    child_in_need_plans: ir.Table,
    care_episodes: ir.Table,
    chronology_updates: ir.Table,
) -> ir.Table:
    """One row per clock: it starts when the case opens and anew at every update."""
    open_cases = cases(referrals, protection_plans, child_in_need_plans, care_episodes)
    return clocks_while(open_cases, chronology_updates.select("child", day="updated"))


CHRONOLOGY_NOT_UPDATED = Rule(
    name="chronology_not_updated",
    title="Chronology not brought up to date",
    question="Is the story of the child's life, and what it meant, brought up to date?",
    stage="recording",
    sources=("REC-04",),
    themes=("recording", "assessment_quality"),
    one_row_per="chronology after",
    subject_day=_.clock_starts,
    population=clocks_of_updates,
    clock=Clock(starts=_.clock_starts, limit="REC-04", met=_.next_done, lapses=_.over),
    needs=("referrals.received", "referrals.closed", "chronology_updates.updated"),
    counted_in="referrals",
    evidence={
        "clock started": Evidence(value=_.clock_starts),
        "next update": Evidence(value=_.next_done),
        "case open since": Evidence(value=_.began),
        "case closed": Evidence(value=_.over),
    },
    readings=(
        "The limit is the council's own; there is no national one, and without the council's it is "
        "three months. Months are calendar months and end where the month does. The due day is in time.",
        "The clock starts on the day the case opens and anew at every update. Two on one day are one.",
        "A case is open from the day a referral not closed with no further action is received until the "
        "day it is closed, and while a plan or care runs. What follows without a day between is one case.",
        "Closing the case lapses the clock. An update on that day meets it.",
    ),
    helps="Add the few events that mattered since the last update, with what each meant for the child, and read the whole from the start.",
    cannot_see="Whether it holds what mattered and says what it meant, which one has to read to know.",
)
