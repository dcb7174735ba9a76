"""What happened, and what answered it: the first answer on or after a day and the last before it."""

import ibis
import ibis.expr.types as ir
from ibis import _


def beside_answers(events: ir.Table, answers: ir.Table) -> ir.Table:
    """One row per child and day of an event, with ``next_answer`` and ``last_answer``.

    Both tables hold child and day. ``next_answer`` is the first answer on that day or later, and
    ``last_answer`` the latest on an earlier day; empty where there is none.
    """
    happened = events.select("child", "day", answer=ibis.null("date")).distinct()
    answered = answers.filter(_.day.notnull()).select("child", "day", answer="day")
    # An answer on the day of an event comes after it.
    in_turn = {"group_by": "child", "order_by": ["day", _.answer.notnull()]}
    beside = happened.union(answered).mutate(
        next_answer=_.answer.min().over(ibis.window(**in_turn, rows=(0, None))),
        last_answer=_.answer.max().over(ibis.window(**in_turn, rows=(None, -1))),
    )
    return beside.filter(_.answer.isnull()).select("child", "day", "next_answer", "last_answer")


def first_of_each_concern(events: ir.Table) -> ir.Table:
    """The events but those that another had opened before: both wait for the same next answer."""
    in_turn = ibis.window(group_by=["child", "next_answer"], order_by="day")
    return events.mutate(place=ibis.row_number().over(in_turn)).filter(_.place == 0)
