"""Care leavers with whom the council says it is not in touch."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Evidence, Rule, Span
from sightline.records.codes_about_the_child import IN_TOUCH
from sightline.rules.journey.leaving_care import times_said

NOT_IN_TOUCH = "NO"


def times_out_of_touch(care_leavers: ir.Table) -> ir.Table:
    """From each day on which the record says that the council is not in touch until it says otherwise."""
    sayings = care_leavers.select(
        "child",
        day="as_of",
        holds=ibis.ifelse(_.eligibility == "none", False, _.in_touch == NOT_IN_TOUCH),
        what=_.in_touch.substitute(IN_TOUCH),
    )
    return times_said(sayings)


CARE_LEAVER_OUT_OF_TOUCH = Rule(
    name="care_leaver_out_of_touch",
    title="Council not in touch with a care leaver",
    question="Does the council know how its care leavers are, from the young people themselves?",
    stage="leaving care",
    sources=("PAV-03",),
    themes=("care_leavers",),
    one_row_per="not in touch as of",
    subject_day=_.said,
    population=times_out_of_touch,
    span=Span(opens=_.said, closes=_.unsaid),
    needs=("care_leavers.in_touch", "care_leavers.as_of"),
    counted_in="care_leavers",
    evidence={
        "known as of": Evidence(value=_.said),
        "in touch": Evidence(value=_.what),
        "in touch again, or help ended": Evidence(value=_.unsaid),
    },
    readings=(
        "The record's own code says whether the council is in touch. The concern opens on the day this was "
        "last known to be so and closes when the record says anything else.",
        "Not wanting contact, needing no more help, having gone home for good and death are other codes "
        "and open no concern.",
        "A young person to whom no duties are owed any more opens none.",
    ),
    helps="Say who last heard from the young person and try that way first. Agree with a manager what is "
    "tried next, and keep trying.",
    cannot_see="The past: the Dataset keeps only the latest answer, and no day on which it was given.",
)
