"""Who held the case: the worker and team behind each concern."""

from datetime import date

import ibis
import ibis.expr.types as ir

from sightline.engine.clocks import standing_alone
from sightline.records.codes import CASE_HOLDING_ROLES

TEAM_ROLE = "team"  # a team holds the case and no worker is named
BEGINNING = ibis.date("0001-01-01")  # before any record


def with_owner(concerns: ir.Table, allocations: ir.Table, day: date) -> ir.Table:
    """``concerns`` with ``worker`` and ``team``: who held the case on the day it came to rest.

    That is the day it closed, was met or lapsed; of a concern still running it is ``day``.
    ``concerns`` are rows of ``status_on``. Both columns are empty where nobody held the case.
    """
    return with_owner_of_turn(concerns, turns_of_holders(allocations), day)


def with_owner_of_turn(concerns: ir.Table, turns: ir.Table, day: date) -> ir.Table:
    """``with_owner``, from the rows of ``turns_of_holders`` instead of allocations."""
    at_rest = ibis.coalesce(concerns.closes, ibis.least(concerns.met, concerns.lapses))
    dated = standing_alone(concerns.mutate(held_on=ibis.coalesce(at_rest, ibis.literal(day))))
    return dated.left_join(
        turns,
        [
            dated.child == turns.child,
            dated.held_on >= turns.turn_begins,
            turns.turn_over.isnull() | (dated.held_on < turns.turn_over),
        ],
    ).select(*(dated[name] for name in concerns.columns), worker=turns.worker, team=turns.team)


def turns_of_holders(allocations: ir.Table) -> ir.Table:
    """Who held the case of each child with an allocation, in turns that never overlap.

    Columns: child, turn_begins, turn_over (the first day after it, empty for ever), worker, team.
    The turns of a child cover all time, those in which nobody held the case included. The last
    day of an allocation is a day with its worker. A worker goes before a team without one, and of
    several workers the one who began last holds the case.
    """
    holding = _holding(allocations)
    stretches = _stretches(holding)
    beside = stretches.left_join(
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
    held = standing_alone(beside)
    first = ibis.row_number().over(
        group_by=[held.child, held.turn_begins],
        order_by=[held.worker.isnull(), held.begins.desc(), held.worker, held.team],
    )
    ranked = held.mutate(place=first)
    return ranked.filter(ranked.place == 0).select(
        "child", "turn_begins", "turn_over", "worker", "team"
    )


def _holding(allocations: ir.Table) -> ir.Table:
    """Allocations that hold a case: of a worker in such a role, or of a team alone."""
    by_worker = allocations.worker.notnull() & allocations.role.isin(CASE_HOLDING_ROLES)
    by_team = allocations.worker.isnull() & (allocations.role == TEAM_ROLE)
    return standing_alone(
        allocations.filter(by_worker | by_team).select(
            "child",
            "worker",
            "team",
            begins=allocations.started,
            over=allocations.ended + ibis.interval(days=1),
        )
    )


def _stretches(holding: ir.Table) -> ir.Table:
    """The days between one change of any allocation and the next, from the beginning on."""
    changes = ibis.union(
        holding.select("child", turn_begins=BEGINNING),
        holding.select("child", turn_begins=holding.begins),
        holding.filter(holding.over.notnull()).select("child", turn_begins=holding.over),
        distinct=True,
    )
    next_change = changes.turn_begins.lead().over(
        group_by=changes.child, order_by=changes.turn_begins
    )
    return standing_alone(changes.mutate(turn_over=next_change))
