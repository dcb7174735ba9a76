"""What was done about a child: what ran from a day to a day, what happened on one, and which came first."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import standing_alone
from sightline.engine.steps import shared_step
from sightline.rules.journey.days import in_right_order, or_never


@shared_step
def while_running(rows: ir.Table) -> ir.Table:
    """A response for each row with a beginning and an end: plans, episodes of care."""
    spans = in_right_order(rows, "started", "ended")
    return spans.select("child", "started", runs_to=or_never(_.ended))


def on_the_day(rows: ir.Table, day: str) -> ir.Table:
    """A response for each row that happened on one day: a conference, a visit."""
    return rows.select("child", started=day, runs_to=day)


def first_response(rows: ir.Table, since: str, responses: ir.Table) -> ir.Table:
    """The rows with ``responded``: the first day from ``since`` on with a response; empty where none is.

    One that runs on ``since`` already is there on that very day.
    """
    days = rows.select("child", since).distinct()
    from_then_on = days.inner_join(responses, "child").filter(
        lambda row: row.runs_to >= row[since],
    )
    first = from_then_on.group_by("child", since).agg(responded=_.started.min())
    not_before = first.mutate(responded=ibis.greatest(_.responded, first[since]))
    beside = standing_alone(rows).left_join(not_before, ["child", since])
    return standing_alone(beside.select(*rows.columns, "responded"))
