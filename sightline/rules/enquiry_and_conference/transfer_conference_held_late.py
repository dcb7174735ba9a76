"""A child who moved in on another council's plan, and whose conference here was held late."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span


def transfer_conferences_held_late(initial_conferences: ir.Table, clocks: Clocks) -> ir.Table:
    """Conferences held after the day by which the plan was to be taken over."""
    notified = clocks.after(
        initial_conferences, day="move_notified", standard="TRF-01", into="due_by"
    )
    late = notified.filter(_.held > _.due_by)
    return clocks.after(late, day="held", standard="S47-06", into="leaves_view")


TRANSFER_CONFERENCE_HELD_LATE = Rule(
    name="transfer_conference_held_late",
    title="Transfer conference held late",
    question="When a child on a plan moved here for good, did a conference take the plan over in time?",
    stage="enquiry and conference",
    sources=("TRF-01", "S47-06"),
    themes=("strategy_s47", "partnership"),
    one_row_per="transfer conference",
    subject_day=_.held,
    population=transfer_conferences_held_late,
    span=Span(opens=_.held, closes=_.leaves_view),
    needs=("initial_conferences.held", "initial_conferences.move_notified"),
    counted_in="initial_conferences",
    evidence={
        "told of the move": Evidence(value=_.move_notified, known_by=_.held),
        "due by": Evidence(value=_.due_by, known_by=_.held),
        "conference held": Evidence(value=_.held),
    },
    readings=(
        "The clock runs from the day this council was told of the move. That is day 0 and the due "
        "day itself is in time.",
        "The concern opens on the day the conference was held, because a record of it begins then. It "
        "closes after 6 months in view.",
        "A conference that names no day of notice took over no plan, and is not judged.",
    ),
    helps="Check who saw the child between the two councils, and agree with the other council how "
    "the next family is handed over.",
    cannot_see="A child on a plan who moved in and for whom no conference was held at all, and a "
    "family that moved without anyone telling this council.",
)
