"""A child in care who has lived in three homes within a year."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.changes_in_a_year import too_many_in_the_window
from sightline.rules.journey.placements import moves


def third_homes(placements: ir.Table, care_episodes: ir.Table, clocks: Clocks) -> ir.Table:
    """Every move that made it three homes in twelve months."""
    return too_many_in_the_window(
        moves(placements, care_episodes), clocks, how_many="CLA-31", window="CLA-21"
    )


THREE_PLACEMENTS_IN_A_YEAR = Rule(
    name="three_placements_in_a_year",
    title="Third placement within a year",
    question="Does the child keep being moved from one home to the next?",
    stage="in care",
    sources=("CLA-21", "CLA-31"),
    themes=("placement_sufficiency", "permanence"),
    one_row_per="placement",
    subject_day=_.day,
    population=third_homes,
    span=Span(opens=_.day, closes=_.closes),
    needs=(
        "care_episodes.started",
        "care_episodes.ended",
        "placements.started",
        "placements.ended",
        "placements.type",
    ),
    counted_in="placements",
    evidence={
        "left the first of the homes": Evidence(value=_.first_change),
        "moved here": Evidence(value=_.day),
        "moved on": Evidence(value=_.next_change),
        "care ended": Evidence(value=_.care_ended),
    },
    readings=(
        "The concern opens on the day of a move by which the child has lived in three homes within "
        "twelve months: they left the first of them, by coming to the second, no more than a year "
        "before. The anniversary itself is inside.",
        "Placements of one period of care are counted. Short breaks, and times away such as hospital "
        "or a holiday, are none. Two begun on one day are one.",
        "A placement that follows one which ended because only its standing changed is the same home.",
        "The concern closes when the child is a year away from the first move, when care ends, or with "
        "a further move, which opens a concern of its own where it makes three again.",
    ),
    helps="Ask what ended each home, and what this one needs to hold: who will help the carer on the "
    "hard days? Think about a stability meeting before the child is moved again.",
    cannot_see="Whether a move was for the better, such as to live with a brother or sister.",
)
