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


def first_response(
    rows: ir.Table, since: str, responses: ir.Table, into: str = "responded"
) -> ir.Table:
    """The rows with ``into``: the first day from ``since`` on with a response; empty where none is.

    One that runs on ``since`` already is there on that very day.
    """
    days = rows.select("child", since).distinct()
    # Named so that a day called as those of the responses are does not take their place.
    named = responses.select("child", response_began="started", response_runs_to="runs_to")
    from_then_on = days.inner_join(named, "child").filter(
        lambda row: row.response_runs_to >= row[since],
    )
    first = from_then_on.group_by("child", since).agg(began=_.response_began.min())
    not_before = first.select("child", since, **{into: ibis.greatest(first.began, first[since])})
    beside = standing_alone(rows).left_join(not_before, ["child", since])
    return standing_alone(beside.select(*rows.columns, into))


def first_from(rows: ir.Table, day: str, events: ir.Table, into: str) -> ir.Table:
    """The rows with ``into``: the child's first of ``events`` on or after ``day``, empty while none came.

    ``events`` holds child and happened.
    """
    return first_response(rows, day, on_the_day(events, "happened"), into)
