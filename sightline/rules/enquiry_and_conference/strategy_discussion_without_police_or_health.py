"""A strategy discussion without the police or without health."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.days import day_after
from sightline.rules.journey.responses import first_from


def discussions_without_a_partner(strategy_discussions: ir.Table, clocks: Clocks) -> ir.Table:
    """Discussions that one of the two stayed away from, or that may not say so."""
    both = clocks.number("STR-02")
    counted = strategy_discussions.mutate(
        came=_came(_.police_attended, False) + _came(_.health_attended, False),
        may_have_come=_came(_.police_attended, True) + _came(_.health_attended, True),
    )
    full = counted.filter(_.came == both).select("child", happened="held")
    short = counted.filter(_.came < both).mutate(
        opens=ibis.ifelse(_.may_have_come < both, _.held, None), next_day=day_after(_.held)
    )
    beside_full = first_from(short, "next_day", full, "full_discussion")
    limited = clocks.after(beside_full, day="held", standard="S47-06", into="limit_of_view")
    return limited.mutate(leaves_view=ibis.least(_.limit_of_view, _.full_discussion))


def _came(attended: ir.BooleanValue, where_unknown: bool) -> ir.IntegerValue:
    return attended.fill_null(where_unknown).cast("int64")


STRATEGY_DISCUSSION_WITHOUT_POLICE_OR_HEALTH = Rule(
    name="strategy_discussion_without_police_or_health",
    title="Strategy discussion without the police or health",
    question="Did the police and health take part when it was decided whether to begin an enquiry?",
    stage="enquiry and conference",
    sources=("STR-02", "S47-06"),
    themes=("strategy_s47", "partnership"),
    one_row_per="strategy discussion",
    subject_day=_.held,
    population=discussions_without_a_partner,
    span=Span(opens=_.opens, closes=_.leaves_view, unclear_from=_.held),
    needs=(
        "strategy_discussions.held",
        "strategy_discussions.police_attended",
        "strategy_discussions.health_attended",
    ),
    counted_in="strategy_discussions",
    evidence={
        "discussion held": Evidence(value=_.held),
        "police took part": Evidence(value=_.police_attended),
        "health took part": Evidence(value=_.health_attended),
        "next discussion with both": Evidence(value=_.full_discussion),
    },
    readings=(
        "The concern opens on the day of a discussion that the police or health did not take part "
        "in. It closes with the child's next discussion, on a later day, that both took part in, or "
        "after 6 months in view.",
        "Where nobody wrote down whether one of them took part, and the other did, the records "
        "cannot tell.",
        "Others who know the child, such as the school, do not stand in for either.",
    ),
    helps="Ask the partner who was not there what they know of the child, add it to the record, and "
    "look again at the decision in its light.",
    cannot_see="What each of them said, and whether an absent partner sent what they knew in writing.",
)
