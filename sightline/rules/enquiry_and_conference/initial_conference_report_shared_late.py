"""An initial conference before which the family did not have the report in time."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.conference_reports import reports_shared_late


def conferences_with_late_report(initial_conferences: ir.Table, clocks: Clocks) -> ir.Table:
    """Conferences whose report was shared too late, or not at all."""
    return reports_shared_late(initial_conferences, clocks, standard="CPC-01")


INITIAL_CONFERENCE_REPORT_SHARED_LATE = Rule(
    name="initial_conference_report_shared_late",
    title="Report to an initial conference shared late",
    question="Could the family read the social worker's report before the initial conference?",
    stage="enquiry and conference",
    sources=("CPC-01", "S47-06"),
    themes=("strategy_s47", "voice_participation"),
    one_row_per="initial conference",
    subject_day=_.held,
    population=conferences_with_late_report,
    span=Span(opens=_.held, closes=_.leaves_view),
    needs=("initial_conferences.held", "initial_conferences.report_shared"),
    counted_in="initial_conferences",
    evidence={
        "report to be shared by": Evidence(value=_.share_by),
        "report shared": Evidence(value=_.report_shared),
        "conference held": Evidence(value=_.held),
    },
    readings=(
        "The report is in time where the family had it two working days before the conference or "
        "sooner. The last day counted is inside. Before a conference on a day nobody works, the last "
        "working day is day 1.",
        "A conference with no day recorded for its report counts as one whose report was not shared.",
        "The concern opens on the day of the conference and closes after 6 months in view. Sharing "
        "the report afterwards does not close it.",
        "Of two conferences of one child on one day, one late report is enough.",
    ),
    helps="Go through the report with the family and the child now, and write down what they say of "
    "it. Put the day of sharing into the plan for the next conference.",
    cannot_see="Whether the report was explained, translated or read, and reports of other agencies.",
)
