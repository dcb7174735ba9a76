"""When a child came into care, and whether the child was in care on a day."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.steps import shared_step
from sightline.rules.journey.days import in_right_order, or_never


@shared_step
def entries_to_care(care_episodes: ir.Table) -> ir.Table:
    """One row for each day a child came into care: ``child``, ``entered``.

    Entry to care is the first episode of a period of care. The period is the one the source
    names (``entered_care``); where it names none, a period begins with an episode that no
    earlier one ran up to.
    """
    episodes = in_right_order(care_episodes, "started", "ended").select(
        "child", "started", "entered_care", runs_to=or_never(_.ended)
    )
    earlier = ibis.window(group_by="child", order_by=["started", "runs_to"], rows=(None, -1))
    of_the_period = ibis.window(group_by=["child", "entered_care"])
    beside_earlier = episodes.mutate(
        earlier_runs_to=_.runs_to.max().over(earlier),
        first_of_period=_.started.min().over(of_the_period),
    )
    begins_a_period = ibis.ifelse(
        _.entered_care.isnull(),
        (_.earlier_runs_to < _.started).fill_null(True),
        _.started == _.first_of_period,
    )
    return beside_earlier.filter(begins_a_period).select("child", entered="started").distinct()


def next_entry_to_care(rows: ir.Table, day: str, care_episodes: ir.Table) -> ir.Table:
    """The rows with ``entered_care``: the child's first entry to care on or after ``day``."""
    entries = entries_to_care(care_episodes)
    later = (
        rows.select("child", day)
        .distinct()
        .inner_join(entries, "child")
        .filter(lambda row: row.entered >= row[day])
        .group_by("child", day)
        .agg(entered_care=_.entered.min())
    )
    return rows.left_join(later, ["child", day]).drop("child_right", f"{day}_right")


def was_in_care(rows: ir.Table, day: str, care_episodes: ir.Table) -> ir.Table:
    """The rows with ``in_care``: yes where an episode of care ran on ``day``, its last day included."""
    episodes = in_right_order(care_episodes, "started", "ended").select("child", "started", "ended")
    then = (
        rows.select("child", day)
        .inner_join(episodes, "child")
        .filter(lambda row: row[day].between(row.started, or_never(row.ended)))
        .select("child", day)
        .distinct()
        .mutate(in_care=True)
    )
    beside = rows.left_join(then, ["child", day]).drop("child_right", f"{day}_right")
    return beside.mutate(in_care=_.in_care.fill_null(False))
