"""A strategy discussion held later than it should be once harm was suspected."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span


def discussions_held_late(strategy_discussions: ir.Table, clocks: Clocks) -> ir.Table:
    """Discussions held after the day by which they were needed."""
    needed = clocks.after(
        strategy_discussions, day="needed_since", standard="STR-01", into="needed_by"
    )
    late = needed.filter(_.held > _.needed_by)
    return clocks.after(late, day="held", standard="S47-06", into="leaves_view")


STRATEGY_DISCUSSION_HELD_LATE = Rule(
    name="strategy_discussion_held_late",
    title="Strategy discussion held late",
    question="When significant harm was suspected, did agencies talk within a working day?",
    stage="enquiry and conference",
    sources=("STR-01", "S47-06"),
    themes=("strategy_s47", "partnership"),
    one_row_per="strategy discussion",
    subject_day=_.held,
    population=discussions_held_late,
    span=Span(opens=_.held, closes=_.leaves_view),
    needs=("strategy_discussions.held", "strategy_discussions.needed_since"),
    counted_in="strategy_discussions",
    evidence={
        "needed since": Evidence(value=_.needed_since, known_by=_.held),
        "needed by": Evidence(value=_.needed_by, known_by=_.held),
        "discussion held": Evidence(value=_.held),
    },
    readings=(
        "The clock runs from the day somebody first thought that the child may be suffering "
        "significant harm. That is day 0 and the due day itself is in time. Where it is a day nobody "
        "works, the first working day after it is day 1.",
        "The concern opens on the day the discussion was held, because a record of it begins then. It "
        "closes after 6 months in view.",
        "A discussion that does not say since when it was needed is not judged.",
        "Of two discussions on one day the day counts once.",
    ),
    helps="Ask what kept the child safe in the days between, and who could have called the others "
    "sooner. Say so to the partner whose diary it was.",
    cannot_see="A discussion that was needed and never held, and whether the harm was so near that "
    "a working day was too long.",
)
