"""Workers who left."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.measure import LOWER, Measure, ShareReached
from sightline.measures.workforce import months, of_no_child
from sightline.rules.journey.days import in_right_order, or_never


def workers_in_each_month(workers: ir.Table) -> ir.Table:
    """One row for each worker in post when a month began, and whether the month was the last."""
    in_post = in_right_order(workers, "started", "ended").select(
        "worker", "started", runs_to=or_never(_.ended)
    )
    of_month = months()
    beside = in_post.inner_join(
        of_month, [in_post.started <= of_month.first_day, in_post.runs_to >= of_month.first_day]
    )
    return of_no_child(beside.select("worker", day="last_day", reached=_.runs_to <= _.last_day))


WORKERS_WHO_LEFT = Measure(
    name="workers_who_left",
    title="Workers who left",
    definition=(
        "Of the workers in post at the beginning of each month of the period, the share who left in "
        "that month. A quarter and a year add their months up on both sides, so they tell the share "
        "who left in a month too: about twelve times as much left in a year."
    ),
    themes=("workforce_caseloads", "resources_finance"),
    unit="workers",
    better=LOWER,
    counts=ShareReached(events=workers_in_each_month, one_row_per="worker in"),
    numerator_words="workers who left",
    denominator_words="workers in post, by month",
    published=(
        "The workforce statistics divide those who left in a year to 30 September by those in "
        "post at its end."
    ),
    needs=(
        "workers.started",
        "workers.ended",
    ),
    of_children=False,
)
