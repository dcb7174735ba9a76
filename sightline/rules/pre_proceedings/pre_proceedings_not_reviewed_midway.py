"""A look, half-way through pre-proceedings, at whether anything changes."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule


def times_with_first_meeting(pre_proceedings: ir.Table) -> ir.Table:
    """Times in pre-proceedings whose first meeting was held, with the day each ended."""
    met_parents = pre_proceedings.filter(_.first_meeting.notnull())
    return met_parents.mutate(
        over=ibis.least(_.outcome_agreed, _.letter_of_issue_sent, _.application_issued)
    )


PRE_PROCEEDINGS_NOT_REVIEWED_MIDWAY = Rule(
    name="pre_proceedings_not_reviewed_midway",
    title="Pre-proceedings not reviewed half-way",
    question="Did anybody look half-way at whether the parents are changing what they were asked to?",
    stage="pre-proceedings",
    sources=("PLO-03",),
    themes=("plo_preproceedings", "supervision_mgmt_oversight"),
    one_row_per="first pre-proceedings meeting",
    subject_day=_.first_meeting,
    population=times_with_first_meeting,
    clock=Clock(starts=_.first_meeting, limit="PLO-03", met=_.midpoint_reviewed, lapses=_.over),
    needs=("pre_proceedings.first_meeting", "pre_proceedings.midpoint_reviewed"),
    counted_in="pre_proceedings",
    evidence={
        "first meeting": Evidence(value=_.first_meeting),
        "reviewed half-way": Evidence(value=_.midpoint_reviewed),
        "agreed how it ends, or gone to court": Evidence(value=_.over),
    },
    readings=(
        "The clock runs from the first pre-proceedings meeting. The limit is the council's own; "
        "without one it is six weeks, the shorter of what local procedures ask. The due day itself "
        "is in time.",
        "Only a review recorded as the half-way one counts.",
        "The duty lapses on the day it was agreed how pre-proceedings end, or the case went to court.",
    ),
    helps="Hold the review now, with the lawyer: go through the letter point by point, and decide what "
    "to do if the second half is like the first.",
    cannot_see="Meetings that did the same work under another name.",
)
