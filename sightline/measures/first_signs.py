"""How long it took from the first sign of harm until something protective was done."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.rules.journey.piling_up import piles
from sightline.rules.journey.responses import first_response


def until_protected(signs: ir.Table, protective: ir.Table, clocks: Clocks) -> ir.Table:
    """Every run of signs that ended with something protective, on that day, with its days from the first."""
    runs = piles(signs, protective, clocks, number=1, window_standard="LEX-04")
    beside = first_response(runs.select("child", "first", "closes"), "first", protective)
    return beside.filter(_.responded == _.closes).select(
        "child",
        day="closes",
        subject_day="first",
        length=_.closes.delta(_.first, unit="day").cast("float64"),
    )
