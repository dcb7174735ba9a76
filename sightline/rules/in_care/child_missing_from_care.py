"""A child in care who is missing."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.days import in_right_order, or_never, unless_never
from sightline.rules.journey.periods_of_care import done_in_care, periods_of_care


def missing_from_care(missing_episodes: ir.Table, care_episodes: ir.Table) -> ir.Table:
    """Every day on which a child in care went missing, until they were back or no longer in care."""
    episodes = in_right_order(missing_episodes, "started", "returned")
    by_day = episodes.group_by("child", "started").agg(
        back=or_never(_.returned).max(), police_told=_.police_told.min()
    )
    in_care = done_in_care(by_day.mutate(day=_.started), periods_of_care(care_episodes))
    return in_care.mutate(closes=unless_never(ibis.least(_.back, _.care_runs_to))).filter(
        (_.closes > _.day).fill_null(True)
    )


CHILD_MISSING_FROM_CARE = Rule(
    name="child_missing_from_care",
    title="Child missing from care overnight",
    question="Is a child in the council's care missing today?",
    stage="in care",
    sources=("CLA-40",),
    themes=("missing", "placement_sufficiency"),
    one_row_per="missing episode",
    subject_day=_.day,
    population=missing_from_care,
    span=Span(opens=_.day, closes=_.closes),
    needs=(
        "care_episodes.started",
        "care_episodes.ended",
        "missing_episodes.started",
        "missing_episodes.returned",
    ),
    counted_in="missing_episodes",
    evidence={
        "last seen": Evidence(value=_.day),
        "police told": Evidence(value=_.police_told),
        "returned or care ended": Evidence(value=_.closes),
        "entered care": Evidence(value=_.care_started),
    },
    readings=(
        "The concern is open from the day a child in care was last seen until the day they were found "
        "or came back, or care ended.",
        "Both kinds count: whereabouts unknown, and away without leave with whereabouts known.",
        "A child back on the day they went is not shown: records hold days, not hours.",
        "Two episodes begun on one day are one, over when both are.",
    ),
    helps="Find out today who is looking, what the police and carers know, and who the child may be "
    "with. Plan now who will listen when they come back.",
    cannot_see="An episode nobody closed looks like a child still missing. A few hours' absence is not "
    "shown.",
)
