"""How much of school a child was there for, and since when it was too little."""

import ibis
import ibis.expr.types as ir
from ibis import _

PER_CENT = 100  # what "percent" means, not a limit to be set


def low_attendance(school_attendance: ir.Table, spells: ir.Table, *, enough: float) -> ir.Table:
    """Since when attendance was below ``enough`` percent while a spell of social work ran.

    ``opens`` is the last day of the first stretch that was too low, ``closes`` that of the next
    that was not or, sooner, the end of the spell. Stretches that end on one day are one.
    """
    stretches = _judged(school_attendance, enough)
    during = (
        stretches.filter(_.low)
        .inner_join(spells, "child")
        .filter(_.until.between(_.spell_began, _.spell_runs_to))
    )
    closing = during.mutate(closes=ibis.least(_.next_enough, _.spell_ended)).filter(
        (_.closes > _.until).fill_null(True)
    )
    in_turn = ibis.window(group_by=["child", "closes"], order_by="until")
    return closing.mutate(place=ibis.row_number().over(in_turn)).filter(_.place == 0)


def _judged(school_attendance: ir.Table, enough: float) -> ir.Table:
    """Stretches with their ``percentage``, whether it is ``low``, and the ``next_enough``."""
    counted = school_attendance.filter(_.sessions_possible > 0, _.sessions_attended.notnull())
    by_day = counted.group_by("child", "until").agg(
        possible=_.sessions_possible.sum(), attended=_.sessions_attended.sum()
    )
    in_turn = ibis.window(group_by="child", order_by="until", rows=(1, None))
    return by_day.mutate(low=_.attended * PER_CENT < _.possible * enough).mutate(
        percentage=(_.attended * PER_CENT / _.possible).round(1),
        next_enough=ibis.ifelse(_.low, ibis.null("date"), _.until).min().over(in_turn),
    )
