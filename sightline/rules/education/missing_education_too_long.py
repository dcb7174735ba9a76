"""A child who is on no school's roll and not taught elsewhere."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.childhood import beside_end_of_childhood


def times_missing_education(missing_education: ir.Table, children: ir.Table) -> ir.Table:
    """Every time a child was missing education, beside the 18th birthday."""
    return beside_end_of_childhood(missing_education, children)


MISSING_EDUCATION_TOO_LONG = Rule(
    name="missing_education_too_long",
    title="Child missing education for more than ten working days",
    question="Was the child soon at school again, or taught elsewhere?",
    stage="education",
    sources=("EDU-02",),
    themes=("education_virtual_school",),
    one_row_per="missing education from",
    subject_day=_.started,
    population=times_missing_education,
    clock=Clock(starts=_.started, limit="EDU-02", met=_.ended, lapses=_.childhood_ends),
    needs=("missing_education.started", "missing_education.ended"),
    counted_in="missing_education",
    evidence={
        "education stopped": Evidence(value=_.started),
        "council told": Evidence(value=_.notified),
        "where the child is, known": Evidence(value=_.whereabouts_known),
        "taught again": Evidence(value=_.ended),
        "eighteenth birthday or death": Evidence(value=_.childhood_ends),
    },
    readings=(
        "The clock runs from the day education stopped, not from the day the council was told. The "
        "limit is the council's own; without one it is 10 working days. The due day itself is in time.",
        "Every child in the records counts, with or without a social worker.",
        "School holidays are not known here: working days in them count.",
        "It is met when the child is taught again, and lapses on the 18th birthday or death. A young "
        "person past the age of compulsory school is not left out: records do not say when that is.",
    ),
    helps="Find out where the child is and who sees them, and get a place, or teaching, from next week on.",
    cannot_see="Children nobody has noticed, and those on a roll who are hardly ever there.",
)
