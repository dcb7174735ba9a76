"""An enquiry that was concluded though the child had not been seen in it."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.responses import first_from


def concluded_without_sight(
    enquiries: ir.Table,
    protection_visits: ir.Table,
    child_in_need_visits: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """Ended enquiries in which the child was not seen, or that do not say."""
    not_known_seen = enquiries.filter(~_.child_seen.fill_null(False)).mutate(
        opens=ibis.ifelse(_.child_seen.isnull(), None, _.ended)
    )
    sightings = ibis.union(
        protection_visits.filter(_.child_seen).select("child", happened="visited"),
        child_in_need_visits.filter(_.child_seen).select("child", happened="visited"),
    )
    beside_next = first_from(not_known_seen, "ended", sightings, "seen_after")
    limited = clocks.after(beside_next, day="ended", standard="S47-06", into="limit_of_view")
    return limited.mutate(leaves_view=ibis.least(_.limit_of_view, _.seen_after)).filter(
        _.leaves_view > _.ended
    )


ENQUIRY_CONCLUDED_WITHOUT_CHILD_SEEN = Rule(
    name="enquiry_concluded_without_child_seen",
    title="Enquiry concluded without the child being seen",
    question="Did anyone see the child before the enquiry was concluded?",
    stage="enquiry and conference",
    sources=("S47-03", "S47-06"),
    themes=("strategy_s47", "visits_direct_work"),
    one_row_per="enquiry",
    subject_day=_.started,
    population=concluded_without_sight,
    span=Span(opens=_.opens, closes=_.leaves_view, unclear_from=_.ended),
    needs=(
        "enquiries.started",
        "enquiries.ended",
        "enquiries.child_seen",
        "protection_visits.visited",
        "child_in_need_visits.visited",
    ),
    counted_in="enquiries",
    evidence={
        "enquiry started": Evidence(value=_.started),
        "enquiry ended": Evidence(value=_.ended),
        "what was found": Evidence(value=_.outcome, known_by=_.ended),
        "child seen on a visit afterwards": Evidence(value=_.seen_after),
    },
    readings=(
        "The concern opens on the day an enquiry ended that says the child was not seen in it. It "
        "closes when the child is next seen on a visit under a plan, or after 6 months in view. A "
        "visit on the day the enquiry ended is enough.",
        "Where the enquiry does not say whether the child was seen, the records cannot tell.",
        "An enquiry about a child not yet born is judged like any other.",
    ),
    helps="See the child now, on their own where age allows, and look again at what the enquiry "
    "concluded.",
    cannot_see="Why the child was not seen, sight of the child by the police or a doctor, and "
    "children not yet born.",
)
