"""Care leavers who are in no education, work or training."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Evidence, Rule, Span
from sightline.records.codes_about_the_child import ACTIVITY
from sightline.rules.journey.leaving_care import times_said

IN_NEITHER = ("G4", "G5", "G6")


def times_in_neither(care_leavers: ir.Table) -> ir.Table:
    """From each day on which the record says that the young person is in neither until it says otherwise."""
    sayings = care_leavers.select(
        "child",
        day="as_of",
        holds=ibis.ifelse(_.eligibility == "none", False, _.activity.isin(IN_NEITHER)),
        what=_.activity.substitute(ACTIVITY),
    )
    return times_said(sayings)


CARE_LEAVER_NOT_IN_EDUCATION_OR_WORK = Rule(
    name="care_leaver_not_in_education_or_work",
    title="Care leaver in no education, work or training",
    question="Is the young person in education, work or training, and if not, who helps?",
    stage="leaving care",
    sources=("CLV-02",),
    themes=("care_leavers", "education_virtual_school"),
    one_row_per="in no education or work as of",
    subject_day=_.said,
    population=times_in_neither,
    span=Span(opens=_.said, closes=_.unsaid),
    needs=("care_leavers.activity", "care_leavers.as_of"),
    counted_in="care_leavers",
    evidence={
        "known as of": Evidence(value=_.said),
        "why": Evidence(value=_.what),
        "no longer so": Evidence(value=_.unsaid),
    },
    readings=(
        "The return counts young people in neither for illness or disability, pregnancy or parenting, or "
        "another reason. All three open the concern; the reason is shown, and the help differs.",
        "The concern opens on the day this was last known to be so and closes when the record says that "
        "the young person does something, full time or part time.",
        "A young person to whom no duties are owed any more opens none.",
    ),
    helps="Ask what the young person would like to try, and what stands in the way: money, travel, care of "
    "a child, health. Bring in the virtual school and the council's own apprenticeships.",
    cannot_see="Whether what they do is what they want, and unpaid or casual work nobody recorded.",
)
