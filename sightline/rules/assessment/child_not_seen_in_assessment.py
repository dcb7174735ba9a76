"""An assessment signed off with the child not seen."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.responses import first_response, on_the_day


def assessments_without_the_child_seen(
    assessments: ir.Table,
    children: ir.Table,
    protection_visits: ir.Table,
    child_in_need_visits: ir.Table,
    care_visits: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """Days assessments were signed off with the child not seen, or with nothing said of it."""
    not_seen = _finished_without(assessments)
    born = children.select("child", "born")
    of_the_born = not_seen.inner_join(born, "child").filter(_.born <= _.authorised)
    in_view = clocks.after(of_the_born, day="authorised", standard="ASM-04", into="out_of_view")
    seen_later = ibis.union(
        on_the_day(assessments, "child_seen_on"),
        *(
            on_the_day(visits.filter(_.child_seen), "visited")
            for visits in (protection_visits, child_in_need_visits, care_visits)
        ),
    )
    beside_seen = first_response(in_view, "authorised", seen_later)
    closing = beside_seen.mutate(closes=ibis.least(_.responded, _.out_of_view))
    return closing.filter(_.closes > _.authorised).mutate(
        opens=_.said_not.ifelse(_.authorised, ibis.null("date"))
    )


def _finished_without(assessments: ir.Table) -> ir.Table:
    """One row per child and day of signing off with no assessment of that day that saw the child."""
    finished = assessments.filter(_.authorised.notnull()).mutate(
        seen=(_.child_seen | (_.child_seen_on <= _.authorised)).fill_null(False),
        not_seen=(~_.child_seen).fill_null(False),
    )
    by_day = finished.group_by("child", "authorised").agg(
        any_seen=_.seen.any(), said_not=_.not_seen.any(), started=_.started.min()
    )
    return by_day.filter(~_.any_seen)


CHILD_NOT_SEEN_IN_ASSESSMENT = Rule(
    name="child_not_seen_in_assessment",
    title="Assessment finished without seeing the child",
    question="Was the child seen before the assessment was signed off?",
    stage="assessment",
    sources=("ASM-02", "ASM-04"),
    themes=("assessment_quality", "visits_direct_work", "voice_participation"),
    one_row_per="assessment finished",
    subject_day=_.authorised,
    population=assessments_without_the_child_seen,
    span=Span(opens=_.opens, closes=_.closes, unclear_from=_.authorised),
    needs=("assessments.authorised", "assessments.child_seen", "children.born"),
    counted_in="assessments",
    evidence={
        "assessment started": Evidence(value=_.started),
        "assessment authorised": Evidence(value=_.authorised),
        "child seen after it": Evidence(value=_.responded),
    },
    readings=(
        "The concern opens on the day an assessment was authorised that says the child was not seen. "
        "A day on which the child was first seen, up to that day, says otherwise.",
        "Where the record says neither yes nor no, the answer is: cannot tell.",
        "It closes when the child is seen: at a visit, on a plan or in care, or in another assessment. "
        "Otherwise it leaves the view after 12 months. A child seen on the very day is no concern.",
        "A child not born by that day, or without a date of birth, is left out.",
        "Two assessments of one child authorised on one day are one; the child was seen if either says so.",
    ),
    helps="See the child, alone where that is possible, and write what the child's day is like into "
    "the assessment before anything is decided on it.",
    cannot_see="Whether the child was seen alone, or heard. Children seen at the door and children "
    "known well both count as seen.",
)
