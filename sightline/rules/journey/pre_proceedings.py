"""A child's times in pre-proceedings: the decision, the letter that tells the parents, the end."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.steps import shared_step


@shared_step
def times_in_pre_proceedings(
    pre_proceedings: ir.Table, letters_before_proceedings: ir.Table
) -> ir.Table:
    """One row per recorded time in pre-proceedings that has a day of decision.

    ``letter`` is the first letter sent and ``ended`` the day it was agreed how it ends or, sooner,
    the case went to court.
    """
    times = pre_proceedings.filter(_.decided.notnull()).select(
        "child", "pre_proceedings", "decided", "gateway_outcome", "letter_sent", ended=_ended()
    )
    letters = _first_letters(times, letters_before_proceedings)
    beside = times.left_join(letters, ["child", "decided"])
    return beside.mutate(letter=ibis.least(_.letter_sent, _.first_letter)).select(
        *times.columns, "letter"
    )


def _ended() -> ir.DateValue:
    return ibis.least(_.outcome_agreed, _.letter_of_issue_sent, _.application_issued)


def _first_letters(times: ir.Table, letters_before_proceedings: ir.Table) -> ir.Table:
    """The first letter of each time: it names it or, naming none, follows the latest decision."""
    letters = letters_before_proceedings.select("child", "pre_proceedings", "sent")
    named = letters.inner_join(
        times.select("child", "pre_proceedings", "decided"), ["child", "pre_proceedings"]
    )
    in_turn = ibis.window(group_by="child", order_by="decided")
    decisions = times.select("child", "decided").distinct()
    with_next = decisions.mutate(next_decided=_.decided.lead().over(in_turn))
    following = (
        letters.filter(_.pre_proceedings.isnull())
        .inner_join(with_next, "child")
        .filter(_.sent >= _.decided, (_.sent < _.next_decided).fill_null(True))
    )
    columns = ["child", "decided", "sent"]
    both = named.select(columns).union(following.select(columns))
    return both.group_by("child", "decided").agg(first_letter=_.sent.min())
