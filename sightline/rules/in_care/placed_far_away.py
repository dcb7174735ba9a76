"""A child in care placed far from home."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.placements import placements_in_care


def placements_far_away(placements: ir.Table, care_episodes: ir.Table, clocks: Clocks) -> ir.Table:
    """Every placement beyond so many miles, and every one whose distance nobody recorded."""
    far = clocks.number("CLA-35")
    homes = placements_in_care(placements, care_episodes)
    return homes.filter((_.miles_from_home > far).fill_null(True)).mutate(
        opens=ibis.ifelse(_.miles_from_home.notnull(), _.placement_started, ibis.null("date"))
    )


PLACED_FAR_AWAY = Rule(
    name="placed_far_away",
    title="Placed more than twenty miles from home",
    question="Does the child live far from the people and places they know?",
    stage="in care",
    sources=("CLA-35",),
    themes=("placement_sufficiency",),
    one_row_per="placement",
    subject_day=_.placement_started,
    population=placements_far_away,
    span=Span(opens=_.opens, closes=_.left, unclear_from=_.placement_started),
    needs=(
        "care_episodes.started",
        "care_episodes.ended",
        "placements.started",
        "placements.ended",
        "placements.miles_from_home",
    ),
    counted_in="placements",
    evidence={
        "placement started": Evidence(value=_.placement_started),
        "miles from home": Evidence(value=_.miles_from_home),
        "left the placement": Evidence(value=_.left),
    },
    readings=(
        "The concern is open from the day a placement of more than twenty miles from home began until "
        "the child left it, or care. Exactly twenty is not far.",
        "Where no distance is recorded the answer is cannot tell.",
        "Of two placements begun on one day the nearer counts.",
        "Short breaks, and times away such as hospital or a holiday, are no placement.",
    ),
    helps="Ask who visits, how the child sees family and friends, and whether the council there was "
    "told. Ask what would bring the child nearer.",
    cannot_see="Whether distance was chosen to keep the child safe, or to live with a relative.",
)
