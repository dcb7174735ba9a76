"""Whether a manager looks in on an assessment while it runs."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule


def assessments_begun(assessments: ir.Table) -> ir.Table:
    """Every assessment, with the day it was over: authorised or given up."""
    return assessments.select(
        "child",
        "started",
        "manager_looked",
        "authorised",
        "cancelled",
        over=ibis.least(_.authorised, _.cancelled),
    )


MANAGER_HAS_NOT_LOOKED_AT_ASSESSMENT = Rule(
    name="manager_has_not_looked_at_assessment",
    title="No manager looked in on the assessment in its first 10 working days",
    question="Did a manager look early at where the assessment was going?",
    stage="assessment",
    sources=("ASM-03",),
    themes=("supervision_mgmt_oversight", "assessment_timeliness"),
    one_row_per="assessment",
    subject_day=_.started,
    population=assessments_begun,
    clock=Clock(starts=_.started, limit="ASM-03", met=_.manager_looked, lapses=_.over),
    needs=("assessments.started", "assessments.manager_looked", "assessments.authorised"),
    counted_in="assessments",
    evidence={
        "assessment started": Evidence(value=_.started),
        "manager looked": Evidence(value=_.manager_looked),
        "assessment authorised": Evidence(value=_.authorised),
        "given up": Evidence(value=_.cancelled),
    },
    readings=(
        "The limit is the council's own; many look in after 10 working days. The day it started is "
        "day 0 and the due day itself is in time.",
        "Only the first look is asked about. Councils that look in again later ask for more.",
        "Finishing the assessment, or giving it up, lapses the duty.",
        "Two assessments of one child begun on one day are one, looked at when the first of them is.",
    ),
    helps="Ask today: has the child been seen, who has been spoken with, what is missing, and does "
    "this need the full time?",
    cannot_see="Talks between worker and manager that nobody recorded against the assessment.",
)
