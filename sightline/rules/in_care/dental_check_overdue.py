"""Dental checks of children in care."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.checks_in_care import DENTAL_CHECKS, checks_done
from sightline.rules.journey.periods_of_care import clocks_from_entry, periods_of_care


def dental_clocks(care_episodes: ir.Table, health_checks: ir.Table) -> ir.Table:
    """One row per clock: it starts on entry to care and anew with every dental check."""
    return clocks_from_entry(
        periods_of_care(care_episodes), checks_done(health_checks, DENTAL_CHECKS)
    )


DENTAL_CHECK_OVERDUE = Rule(
    name="dental_check_overdue",
    title="Child in care not seen by a dentist in a year",
    question="Has a dentist looked at the child's teeth in the last year?",
    stage="in care",
    sources=("CLA-22",),
    themes=("health_cic",),
    one_row_per="dental check after",
    subject_day=_.clock_starts,
    population=dental_clocks,
    clock=Clock(starts=_.clock_starts, limit="CLA-22", met=_.next_done, lapses=_.care_ended),
    needs=(
        "care_episodes.started",
        "care_episodes.ended",
        "health_checks.kind",
        "health_checks.status",
        "health_checks.checked",
    ),
    counted_in="care_episodes",
    evidence={
        "clock started": Evidence(value=_.clock_starts),
        "teeth checked": Evidence(value=_.next_done),
        "entered care": Evidence(value=_.care_started),
        "care ended": Evidence(value=_.care_ended),
    },
    readings=(
        "The clock starts on entry to care and anew with every check in care that took place. Months "
        "are calendar months and the due day itself is in time.",
        "Where the records begin in the middle of a period of care, it starts with the first check.",
        "It is asked of children of every age: the check of a baby is part of the health assessment in "
        "some councils, and is then recorded there only.",
        "The end of care lapses the duty.",
    ),
    helps="Find a dentist who takes the child now, and ask the carer whether anything hurts.",
    cannot_see="A check that was offered and refused, or waited for because no dentist had room.",
)
