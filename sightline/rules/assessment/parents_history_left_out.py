"""A parent's difficulty that an earlier assessment found and a later one does not name."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.records.codes import PARENTS_DIFFICULTIES


def assessments_that_leave_out(
    assessments: ir.Table, assessment_factors: ir.Table, clocks: Clocks
) -> ir.Table:
    """Days assessments were finished that lack a parent's difficulty found not long before."""
    finished = assessments.filter(_.authorised.notnull()).select("child", day="authorised")
    in_turn = ibis.window(group_by="child", order_by="day")
    beside_next = finished.distinct().mutate(next_finished=_.day.lead().over(in_turn))
    in_view = clocks.after(beside_next, day="day", standard="ASM-10", into="out_of_view")
    left_out = _left_out(finished.distinct(), assessment_factors, clocks)
    named = in_view.inner_join(left_out, ["child", "day"])
    return named.mutate(closes=ibis.least(_.next_finished, _.out_of_view))


def _left_out(finished: ir.Table, assessment_factors: ir.Table, clocks: Clocks) -> ir.Table:
    """The difficulties known by the day an assessment was finished and not found in it."""
    found = assessment_factors.filter(_.factor.isin(PARENTS_DIFFICULTIES)).select(
        "child", "found", "factor"
    )
    expected_until = clocks.after(found, day="found", standard="ASM-09", into="expected_until")
    known = finished.inner_join(expected_until, "child").filter(
        _.day.between(_.found, _.expected_until)
    )
    missing = known.select("child", "day", "found", "factor").anti_join(
        found.select("child", "factor", day="found"), ["child", "day", "factor"]
    )
    return missing.group_by("child", "day").agg(
        first_found=_.found.min(), last_found=_.found.max(), factor=_.factor.min()
    )


PARENTS_HISTORY_LEFT_OUT = Rule(
    name="parents_history_left_out",
    title="A parent's known difficulty is missing from the assessment",
    question="Does the assessment still see what was known about the parents?",
    stage="assessment",
    sources=("ASM-09", "ASM-10"),
    themes=("assessment_quality", "parental_mh_substance", "domestic_abuse"),
    one_row_per="assessment finished",
    subject_day=_.day,
    population=assessments_that_leave_out,
    span=Span(opens=_.day, closes=_.closes),
    needs=("assessments.authorised", "assessment_factors.found", "assessment_factors.factor"),
    counted_in="assessments",
    evidence={
        "first found": Evidence(value=_.first_found),
        "last found": Evidence(value=_.last_found),
        "factor not named again": Evidence(value=_.factor),
        "this assessment authorised": Evidence(value=_.day),
        "next assessment authorised": Evidence(value=_.next_finished),
    },
    readings=(
        "A parent's difficulty is one of the factors alcohol, drugs, domestic abuse suffered, mental "
        "health and learning disability of a parent or carer.",
        "The concern opens on the day an assessment was authorised where an earlier one, up to 24 months "
        "before, found such a difficulty and this one does not. The anniversary itself is inside.",
        "The factors of an assessment are those found on the day it was authorised. An assessment with no "
        "factors recorded names none.",
        "It closes when the next assessment is authorised, which is judged anew, or after 12 months. Of "
        "several difficulties left out the first by code is shown.",
        "Two assessments authorised on one day are one.",
    ),
    helps="Ask what has changed for the parent, and who says so. If it is over, write that; if not, "
    "add it and ask what it means for the child.",
    cannot_see="What the parents lived through as children, what brothers' and sisters' assessments "
    "found, and difficulties that are truly over.",
)
