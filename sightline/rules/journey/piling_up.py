"""Things that happen to one child again and again while nothing is done about them."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.rules.journey.days import day_after
from sightline.rules.journey.responses import first_response


def piles(
    events: ir.Table, responses: ir.Table, clocks: Clocks, *, number: int, window_standard: str
) -> ir.Table:
    """One row per stretch of days on which that many events stood in the window with no response.

    ``events`` hold child and day; several on one day are one. ``opens`` is the day of the event
    that made the window full, ``first`` that of the first in it; ``closes`` is the day of the
    first response from then on, or the first day on which the window is no longer full.
    """
    days = events.select("child", "day").distinct()
    in_turn = ibis.window(group_by="child", order_by="day")
    beside_first = days.mutate(first=_.day.lag(number - 1).over(in_turn))
    with_window = clocks.after(
        beside_first, day="first", standard=window_standard, into="window_ends"
    )
    full = with_window.filter(_.day <= _.window_ends)
    with_response = first_response(full, "first", responses)
    without = with_response.filter((_.responded > _.day).fill_null(True))
    return _put_together(without.mutate(over=ibis.least(day_after(_.window_ends), _.responded)))


def _put_together(full: ir.Table) -> ir.Table:
    """Full windows of one child that touch, as one: a further event while it is open is the same."""
    in_turn = ibis.window(group_by="child", order_by="day")
    so_far = ibis.window(group_by="child", order_by="day", rows=(None, 0))
    beside_last = full.mutate(last_over=_.over.lag().over(in_turn))
    numbered = beside_last.mutate(
        pile=(_.last_over < _.day).fill_null(True).cast("int64").sum().over(so_far)
    )
    return numbered.group_by("child", "pile").agg(
        opens=_.day.min(), first=_.first.min(), closes=_.over.max()
    )
