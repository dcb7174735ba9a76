"""An allegation against somebody who works with children, told to the council late."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span


def allegations_reported_late(allegations: ir.Table, clocks: Clocks) -> ir.Table:
    """Allegations of a known child that came late, or do not say since when the employer knew."""
    reported = allegations.filter(_.child.notnull()).mutate(
        aware=ibis.ifelse(_.employer_aware <= _.reported, _.employer_aware, ibis.null("date"))
    )
    limited = clocks.after(reported, day="aware", standard="LAD-01", into="report_by")
    judged = limited.filter(_.aware.isnull() | (_.reported > _.report_by))
    return judged.mutate(opens=ibis.ifelse(_.aware.isnull(), ibis.null("date"), _.reported)).filter(
        (_.concluded > _.reported).fill_null(True)
    )


ALLEGATION_REPORTED_LATE = Rule(
    name="allegation_reported_late",
    title="Allegation against somebody in a position of trust reported late",
    question="Did the employer tell the council within a working day that a child may have been harmed?",
    stage="others to protect",
    sources=("LAD-01",),
    themes=("lado", "partnership"),
    one_row_per="allegation",
    subject_day=_.reported,
    population=allegations_reported_late,
    span=Span(opens=_.opens, closes=_.concluded, unclear_from=_.reported),
    needs=("allegations.reported", "allegations.employer_aware", "allegations.child"),
    counted_in="allegations",
    evidence={
        "employer aware": Evidence(value=_.aware),
        "reported": Evidence(value=_.reported),
        "kind of agency": Evidence(value=_.agency),
        "concluded": Evidence(value=_.concluded),
    },
    readings=(
        "The concern opens on the day of the report, where the employer had known for longer than a "
        "working day. It closes when the allegation is concluded; one concluded that day leaves none.",
        "Where it is not recorded since when the employer knew, or only a day after the report, the "
        "records cannot tell.",
        "The duty is the employer's. The concern helps the designated officer to see which kinds of "
        "agency need to hear of it again.",
        "Only allegations that name a child are asked about: a rule asks of a child. Two reported on "
        "one day about one child are one.",
    ),
    helps="Ask what the child and others lived with in the days between, and tell the employer what "
    "they must do the next time.",
    cannot_see="Allegations that name no child, and those nobody reported. The adult is not named here.",
)
