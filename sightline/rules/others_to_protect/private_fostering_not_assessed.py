"""A private fostering arrangement that nobody has judged."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule


def arrangements_told_of(private_fostering_arrangements: ir.Table) -> ir.Table:
    """Every arrangement of which the council was told."""
    return private_fostering_arrangements.filter(_.notified.notnull())


PRIVATE_FOSTERING_NOT_ASSESSED = Rule(
    name="private_fostering_not_assessed",
    title="Private fostering arrangement not assessed",
    question="Did the council soon judge whether the private home is right for the child?",
    stage="others to protect",
    sources=("PFO-05",),
    themes=("private_fostering", "assessment_timeliness"),
    one_row_per="private fostering arrangement",
    subject_day=_.notified,
    population=arrangements_told_of,
    clock=Clock(starts=_.notified, limit="PFO-05", met=_.assessed, lapses=_.ended),
    needs=("private_fostering_arrangements.notified", "private_fostering_arrangements.assessed"),
    counted_in="private_fostering_arrangements",
    evidence={
        "council told": Evidence(value=_.notified),
        "assessed": Evidence(value=_.assessed),
        "judged suitable": Evidence(value=_.suitable, known_by=_.assessed),
        "arrangement ended": Evidence(value=_.ended),
    },
    readings=(
        "The clock runs from the day the council was told. The limit is the council's own; without "
        "one it is 45 working days, as for other assessments. The due day itself is in time.",
        "An arrangement judged not suitable was assessed. What followed is shown elsewhere.",
        "The end of the arrangement lapses the duty. Two of which the council was told on one day are "
        "one.",
    ),
    helps="Finish the assessment: the home, who lives there, what the parents agreed, and what the child "
    "says.",
    cannot_see="Checks that were made and not written down, and conditions set for the carer.",
)
