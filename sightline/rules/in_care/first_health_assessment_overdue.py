"""The first health assessment of a child in care."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.checks_in_care import HEALTH_ASSESSMENTS, checks_done
from sightline.rules.journey.periods_of_care import first_done_in_care, periods_of_care


def entries_with_health_assessment(care_episodes: ir.Table, health_checks: ir.Table) -> ir.Table:
    """Every period of care whose beginning the records hold, with its first health assessment."""
    begun_here = periods_of_care(care_episodes).filter(_.care_entered.notnull())
    assessments = checks_done(health_checks, HEALTH_ASSESSMENTS)
    return first_done_in_care(assessments, begun_here, into="first_assessed")


FIRST_HEALTH_ASSESSMENT_OVERDUE = Rule(
    name="first_health_assessment_overdue",
    title="First health assessment in care not done in 20 working days",
    question="Did a doctor see the child soon after they came into care?",
    stage="in care",
    sources=("CLA-15",),
    themes=("health_cic", "entry_to_care"),
    one_row_per="entry to care",
    subject_day=_.care_started,
    population=entries_with_health_assessment,
    clock=Clock(starts=_.care_started, limit="CLA-15", met=_.first_assessed, lapses=_.care_ended),
    needs=(
        "care_episodes.started",
        "care_episodes.ended",
        "health_checks.kind",
        "health_checks.status",
        "health_checks.checked",
    ),
    counted_in="care_episodes",
    evidence={
        "entered care": Evidence(value=_.care_started),
        "health assessed": Evidence(value=_.first_assessed),
        "care ended": Evidence(value=_.care_ended),
    },
    readings=(
        "The standard asks that the report is ready for the first review. Few sources hold the day of "
        "the report, so the day of the assessment is taken.",
        "The day of entry is day 0 and the due day itself is in time. Only an assessment that took "
        "place counts; one planned, refused or cancelled does not.",
        "Where the records begin in the middle of a period of care, its first assessment is not asked "
        "about. Short breaks are no period of care.",
        "The end of care lapses the duty.",
    ),
    helps="Ask the health team for the date, and send the consent and the history they wait for. Where "
    "the child is placed elsewhere, ask who there will do it.",
    cannot_see="Whether the delay was in asking or in answering, and when the report came.",
)
