"""Private fostering: arrangements from the day the council was told, and the visits to them."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.steps import shared_step
from sightline.rules.journey.days import in_right_order, or_never


def arrangements(private_fostering_arrangements: ir.Table) -> ir.Table:
    """Every arrangement from the day the council was told, ``notified``, to its last, ``runs_to``."""
    told = private_fostering_arrangements.filter(_.notified.notnull())
    return in_right_order(told, "notified", "ended").select(
        "child", "arrangement", "notified", "ended", runs_to=or_never(_.ended)
    )


@shared_step
def visits_to_arrangements(
    private_fostering_arrangements: ir.Table, private_fostering_visits: ir.Table
) -> ir.Table:
    """Visits at which the child was seen, each beside its arrangement.

    A visit is of the arrangement it names or, naming none, of every one running that day.
    """
    seen = private_fostering_visits.filter(_.child_seen).select(
        "child", "visited", named="arrangement"
    )
    beside = arrangements(private_fostering_arrangements).inner_join(seen, "child")
    return beside.filter(
        (_.named == _.arrangement).fill_null(True), _.visited.between(_.notified, _.runs_to)
    )


@shared_step
def visit_clocks(
    private_fostering_arrangements: ir.Table, private_fostering_visits: ir.Table
) -> ir.Table:
    """One row per visit with ``visited_again``, the next. A visit on the last day starts no clock."""
    visits = visits_to_arrangements(private_fostering_arrangements, private_fostering_visits)
    days = visits.select(
        "child", "arrangement", "notified", "ended", "runs_to", "visited"
    ).distinct()
    in_turn = ibis.window(group_by=["child", "arrangement"], order_by="visited")
    beside_next = days.mutate(visited_again=_.visited.lead().over(in_turn))
    return beside_next.filter(_.visited < _.runs_to)
