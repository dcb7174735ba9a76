"""So many changes within a window: moves between homes, or from one social worker to the next."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.rules.journey.days import day_after


def too_many_in_the_window(
    arrivals: ir.Table, clocks: Clocks, *, how_many: str, window: str
) -> ir.Table:
    """The arrivals that made it so many within the window, within one period of care.

    ``arrivals`` holds child, care_started, care_ended and day, one row for each new home or worker;
    ``how_many`` and ``window`` are standards. With three, the child was with the first of them
    until the second arrived, so the window is from that arrival to the third.

    Adds ``first_change``, the change that began the window, ``next_change`` and ``closes``: the
    day the window is over, the next change, or the end of care, whichever comes first.
    """
    in_turn = ibis.window(group_by=["child", "care_started"], order_by="day")
    changes_before = clocks.number(how_many) - 1
    # The first arrival changes nothing: the change that begins the window is the one after it.
    numbered = arrivals.mutate(
        number=ibis.row_number().over(in_turn),
        first_change=_.day.lag(changes_before - 1).over(in_turn),
        next_change=_.day.lead().over(in_turn),
    )
    enough = numbered.filter(_.number >= changes_before)
    with_window = clocks.after(enough, day="first_change", standard=window, into="window_ends")
    beside = with_window.mutate(
        closes=ibis.least(day_after(_.window_ends), _.next_change, _.care_ended)
    )
    # An arrival after the window is over, too, would close before it opens. Where no standard said
    # how long the window was on the day it began, there is none.
    return beside.filter(_.closes > _.day, _.window_ends.notnull())
