"""Times children went missing."""

import ibis.expr.types as ir

from sightline.engine.measure import NEITHER, CountOf, Measure
from sightline.measures.spans import days_of


def missing_episodes_begun(missing_episodes: ir.Table) -> ir.Table:
    """Every missing episode on the day the child was last seen."""
    return days_of(missing_episodes, "started")


MISSING_EPISODES = Measure(
    name="missing_episodes",
    title="Missing episodes",
    definition=(
        "How many times children were reported missing or away without authorisation in the "
        "period. Two of one child that began on one day are one."
    ),
    themes=("missing", "exploitation"),
    unit="missing episodes",
    better=NEITHER,
    counts=CountOf(events=missing_episodes_begun, one_row_per="missing episode"),
    numerator_words="missing episodes",
    denominator_words="missing episodes",
    published=(
        "The return on children looked after counts only children in care, and tells missing "
        "and away apart."
    ),
    needs=("missing_episodes.started",),
)
