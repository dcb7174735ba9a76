"""An assessment given up, or still unfinished long after it began."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.days import day_after
from sightline.rules.journey.responses import first_response, on_the_day


def unfinished_assessments(assessments: ir.Table, clocks: Clocks) -> ir.Table:
    """Assessments cancelled or stuck, until one is begun or finished or they leave the view."""
    begun = clocks.after(
        assessments.select("child", "started", "authorised", "cancelled"),
        day="started",
        standard="ASM-05",
        into="still_running_on",
    )
    judged = begun.mutate(opens=ibis.least(_.cancelled, day_after(_.still_running_on)))
    unfinished = judged.filter((_.authorised >= _.opens).fill_null(True))
    limited = clocks.after(unfinished, day="opens", standard="ASM-06", into="out_of_view")
    begun_or_finished = ibis.union(
        on_the_day(assessments, "started"), on_the_day(assessments, "authorised")
    )
    beside_next = first_response(limited, "opens", begun_or_finished)
    closing = beside_next.mutate(closes=ibis.least(_.responded, _.out_of_view))
    return closing.filter(_.closes > _.opens)


ASSESSMENT_NEVER_FINISHED = Rule(
    name="assessment_never_finished",
    title="Assessment given up or never finished",
    question="Was an assessment begun and left without an end?",
    stage="assessment",
    sources=("ASM-05", "ASM-06"),
    themes=("assessment_timeliness", "assessment_quality"),
    one_row_per="assessment",
    subject_day=_.started,
    population=unfinished_assessments,
    span=Span(opens=_.opens, closes=_.closes),
    needs=("assessments.started", "assessments.authorised"),
    counted_in="assessments",
    evidence={
        "assessment started": Evidence(value=_.started),
        "given up": Evidence(value=_.cancelled),
        "assessment begun or finished": Evidence(value=_.responded),
        "closed on": Evidence(value=_.closes),
    },
    readings=(
        "The concern opens on the day the assessment was given up, or on the day after it has run for "
        "60 working days without being authorised, whichever is first.",
        "It closes when this or another assessment of the child is authorised, or another is begun, "
        "and otherwise leaves the view after 12 months. One begun on the very day takes its place.",
        "An assessment authorised before that was finished, whatever was written later.",
        "Two assessments begun on one day are one, given up when the first of them was; it closes "
        "when both would.",
        "It is no second count of lateness: those rules ask of the first assessment of a referral, "
        "this one of every assessment and whether it came to an end at all.",
    ),
    helps="Say why it stopped, who decided that and what the family was told. Finish it, or begin "
    "again with what is known.",
    cannot_see="Good reasons, such as a family that moved away, and assessments deleted from the system. "
    "Where the source does not hold the day one was given up, it shows only once it has run too long.",
)
