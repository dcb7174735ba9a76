"""A child protection conference that too few agencies took part in."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.days import day_after
from sightline.rules.journey.responses import first_from


def conferences_not_quorate(
    initial_conferences: ir.Table, review_conferences: ir.Table, clocks: Clocks
) -> ir.Table:
    """Conferences, initial and review, without enough agencies, or that do not say."""
    columns = ("child", "held", "quorate", "agencies_attended")
    judged = (
        initial_conferences.select(*columns, kind=ibis.literal("initial conference"))
        .union(review_conferences.select(*columns, kind=ibis.literal("review conference")))
        .mutate(enough=ibis.coalesce(_.agencies_attended >= clocks.number("QUO-01"), _.quorate))
    )
    quorate = judged.filter(_.enough).select("child", happened="held")
    short = judged.filter(~_.enough.fill_null(False)).mutate(
        opens=ibis.ifelse(_.enough.isnull(), None, _.held), next_day=day_after(_.held)
    )
    beside_next = first_from(short, "next_day", quorate, "next_quorate")
    limited = clocks.after(beside_next, day="held", standard="S47-06", into="limit_of_view")
    return limited.mutate(leaves_view=ibis.least(_.limit_of_view, _.next_quorate))


CONFERENCE_NOT_QUORATE = Rule(
    name="conference_not_quorate",
    title="Conference that was not quorate",
    question="Were enough of the people who know the child there when the conference decided?",
    stage="enquiry and conference",
    sources=("QUO-01", "S47-06"),
    themes=("strategy_s47", "iro_cp_chairs", "partnership"),
    one_row_per="conference",
    subject_day=_.held,
    population=conferences_not_quorate,
    span=Span(opens=_.opens, closes=_.leaves_view, unclear_from=_.held),
    needs=(
        "initial_conferences.held",
        "initial_conferences.quorate",
        "review_conferences.held",
        "review_conferences.quorate",
    ),
    counted_in="review_conferences",
    evidence={
        "conference held": Evidence(value=_.held),
        "kind of conference": Evidence(value=_.kind),
        "agencies that took part": Evidence(value=_.agencies_attended),
        "recorded as quorate": Evidence(value=_.quorate),
        "next quorate conference": Evidence(value=_.next_quorate),
    },
    readings=(
        "Quorate is three agencies or more, social care among them, or what the council sets. Where "
        "the agencies are counted the count decides, otherwise what the record says.",
        "The concern opens on the day of the conference. It closes with the child's next quorate "
        "conference, on a later day, or after 6 months in view.",
        "Where neither the count nor the word is recorded, the records cannot tell.",
    ),
    helps="Ask the agencies that were missing for what they know, and have the chair say whether the "
    "decision stands or the conference must meet again.",
    cannot_see="Whether those who came work with the child directly, and reports sent by those who "
    "did not come.",
)
