"""Who held the case: the worker and team behind each concern."""

from datetime import date

import ibis
import ibis.expr.types as ir

from sightline.engine.clocks import standing_alone
from sightline.records.codes import CASE_HOLDING_ROLES


def with_owner(concerns: ir.Table, allocations: ir.Table, day: date) -> ir.Table:
    """``concerns`` with ``worker`` and ``team``: who held the case on the day it came to rest.

    That is the day it closed, was met or lapsed; of a concern still running it is ``day``. The
    last day of an allocation is a day with its worker. Of several workers the one who began last
    holds the case. Empty where nobody held it. ``concerns`` are rows of ``status_on``.
    """
    at_rest = ibis.coalesce(concerns.closes, ibis.least(concerns.met, concerns.lapses))
    dated = standing_alone(concerns.mutate(held_on=ibis.coalesce(at_rest, ibis.literal(day))))
    turns = turns_of_holders(allocations)
    return dated.left_join(
        turns,
        [
            dated.child == turns.child,
            dated.held_on >= turns.turn_begins,
            turns.turn_over.isnull() | (dated.held_on < turns.turn_over),
        ],
    ).select(*(dated[name] for name in concerns.columns), worker=turns.worker, team=turns.team)


def turns_of_holders(allocations: ir.Table) -> ir.Table:
    """Who held each child's case, in turns that never overlap.

    Columns: child, turn_begins (its first day), turn_over (the first day after it, empty for
    ever), worker, team. A turn ends whenever any allocation of the child begins or ends.
    """
    holding = allocations.filter(
        allocations.worker.notnull() & allocations.role.isin(sorted(CASE_HOLDING_ROLES))
    ).select(
        "child",
        "worker",
        "team",
        begins=allocations.started,
        over=(allocations.ended + ibis.interval(days=1)).cast("timestamp").cast("date"),
    )
    changes = (
        holding.select("child", day=holding.begins)
        .union(holding.filter(holding.over.notnull()).select("child", day=holding.over))
        .distinct()
    )
    window = ibis.window(group_by=changes.child, order_by=changes.day)
    stretches = standing_alone(
        changes.select("child", turn_begins=changes.day, turn_over=changes.day.lead().over(window))
    )
    held = stretches.inner_join(
        holding,
        [
            stretches.child == holding.child,
            stretches.turn_begins >= holding.begins,
            holding.over.isnull() | (stretches.turn_begins < holding.over),
        ],
    ).select(
        stretches.child,
        stretches.turn_begins,
        stretches.turn_over,
        holding.worker,
        holding.team,
        holding.begins,
    )
    latest = ibis.row_number().over(
        group_by=[held.child, held.turn_begins],
        order_by=[held.begins.desc(), held.worker, held.team],
    )
    ranked = held.mutate(place=latest)
    return ranked.filter(ranked.place == 0).drop("place", "begins")
