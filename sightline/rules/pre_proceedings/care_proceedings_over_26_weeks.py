"""Care proceedings that the court has not finished in the time the law sets."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.childhood import beside_end_of_childhood


def applications_to_court(pre_proceedings: ir.Table, children: ir.Table) -> ir.Table:
    """Every application that was issued, beside the child's 18th birthday."""
    issued = pre_proceedings.filter(_.application_issued.notnull())
    return beside_end_of_childhood(issued, children)


CARE_PROCEEDINGS_OVER_26_WEEKS = Rule(
    name="care_proceedings_over_26_weeks",
    title="Care proceedings longer than 26 weeks",
    question="Did the child learn within 26 weeks what the court decided?",
    stage="pre-proceedings",
    sources=("PLO-04",),
    themes=("plo_preproceedings", "permanence"),
    one_row_per="application issued",
    subject_day=_.application_issued,
    population=applications_to_court,
    clock=Clock(
        starts=_.application_issued,
        limit="PLO-04",
        met=_.proceedings_ended,
        lapses=_.childhood_ends,
    ),
    needs=("pre_proceedings.application_issued", "pre_proceedings.proceedings_ended"),
    counted_in="pre_proceedings",
    evidence={
        "application issued": Evidence(value=_.application_issued),
        "last order": Evidence(value=_.proceedings_ended),
        "eighteenth birthday or death": Evidence(value=_.childhood_ends),
    },
    readings=(
        "The clock runs from the day the court issued the application. The day 26 weeks on is in time.",
        "The court may extend the time where that is needed to decide justly; records do not say "
        "whether it did, so an extended case shows as overdue.",
        "It is met by the court's last order, and lapses on the child's 18th birthday or death.",
    ),
    helps="Ask the lawyer what the case waits for, and whether the council can hurry it: an assessment, "
    "a statement, a carer to be approved. Tell the child what happens next.",
    cannot_see="Extensions that the court granted, and how much of the wait was the council's doing.",
)
