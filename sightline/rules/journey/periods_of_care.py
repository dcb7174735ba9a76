"""Periods of care, and what was done in each.

A period of care is an unbroken stretch of episodes: an episode that starts on the day another
ends, or before, goes on with it. Short breaks are left out: the child lives at home.
"""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.steps import shared_step
from sightline.records.codes_in_care import SHORT_BREAKS
from sightline.rules.journey.days import in_right_order, or_never, unless_never


@shared_step
def periods_of_care(care_episodes: ir.Table) -> ir.Table:
    """One row per period of care: ``care_started``, ``care_ended`` (empty while it runs), ``care_runs_to``.

    ``care_entered`` is the day it started, or empty where the records begin in the middle of the
    period: they then do not hold what was due soon after entry.
    """
    in_care = care_episodes.filter(~_.legal_status.isin(SHORT_BREAKS).fill_null(False))
    stretches = unbroken_stretches(in_care)
    from_the_middle = (stretches.entered_earlier_on == stretches.since).fill_null(False)
    return stretches.select(
        "child",
        care_started="since",
        care_runs_to="runs_to",
        care_ended=unless_never(stretches.runs_to),
        care_entered=ibis.ifelse(from_the_middle, ibis.null("date"), stretches.since),
    )


@shared_step
def times_under(care_episodes: ir.Table, legal_status: str) -> ir.Table:
    """One row per unbroken time under one legal status: ``since``, ``until`` (empty while it lasts), ``runs_to``."""
    stretches = unbroken_stretches(care_episodes.filter(_.legal_status == legal_status))
    return stretches.select("child", "since", "runs_to", until=unless_never(stretches.runs_to))


def unbroken_stretches(care_episodes: ir.Table) -> ir.Table:
    """Episodes that touch or overlap, put together: ``since`` and ``runs_to``.

    ``entered_earlier_on`` is the start of the first episode that names an earlier day of entry.
    """
    episodes = in_right_order(care_episodes, "started", "ended").select(
        "child", "started", "entered_care", runs_to=or_never(_.ended)
    )
    earlier = ibis.window(group_by="child", order_by=["started", "runs_to"], rows=(None, -1))
    up_to_now = ibis.window(group_by="child", order_by=["started", "runs_to"], rows=(None, 0))
    beside_earlier = episodes.mutate(earlier_runs_to=_.runs_to.max().over(earlier))
    numbered = beside_earlier.mutate(
        # The number goes up wherever an episode starts after every earlier one has ended.
        number=(_.earlier_runs_to < _.started).fill_null(False).cast("int64").sum().over(up_to_now)
    )
    return numbered.group_by("child", "number").agg(
        since=_.started.min(),
        runs_to=_.runs_to.max(),
        entered_earlier_on=_.started.min(where=_.entered_care < _.started),
    )


PERIOD = ("child", "care_started", "care_ended", "care_runs_to", "care_entered")


def done_in_care(rows: ir.Table, periods: ir.Table) -> ir.Table:
    """The ``rows`` whose ``day`` lies in a period of care, first and last day included, beside it."""
    beside = rows.inner_join(periods, "child")
    return beside.filter(_.day.between(_.care_started, _.care_runs_to))


def first_done_in_care(rows: ir.Table, periods: ir.Table, into: str) -> ir.Table:
    """The periods with ``into``: the first day on which any of the ``rows`` was done in each."""
    first = done_in_care(rows, periods).group_by("child", "care_started").agg(**{into: _.day.min()})
    return periods.left_join(first, ["child", "care_started"])


def clocks_from_entry(periods: ir.Table, done: ir.Table) -> ir.Table:
    """One row per clock: it starts on entry to care and anew on every ``day`` it was done.

    Adds ``clock_starts`` and ``next_done``, empty while it has not been done again. A day on which
    care ends starts no clock, nor does a beginning that lies before the records.
    """
    entries = periods.filter(_.care_entered.notnull()).select(*PERIOD, day="care_started")
    days = done_in_care(done, periods).select(*PERIOD, "day")
    return _in_turn(entries.union(days))


def clocks_after_each(periods: ir.Table, done: ir.Table) -> ir.Table:
    """The same for what another rule asks for the first time: no clock starts on entry."""
    return _in_turn(done_in_care(done, periods).select(*PERIOD, "day"))


def _in_turn(starts: ir.Table) -> ir.Table:
    in_turn = ibis.window(group_by=["child", "care_started"], order_by="clock_starts")
    days = starts.select(*PERIOD, clock_starts="day").distinct()
    clocks_in_turn = days.mutate(next_done=_.clock_starts.lead().over(in_turn))
    return clocks_in_turn.filter(_.clock_starts < _.care_runs_to)
