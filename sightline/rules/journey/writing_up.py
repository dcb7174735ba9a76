"""When what happened was written up."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.rules.journey.days import or_never, unless_never
from sightline.rules.journey.responses import first_from


def written_up(happenings: ir.Table, open_cases: ir.Table) -> ir.Table:
    """One row per child and day on which something happened, with the day all of it was written up.

    ``happenings`` holds child, day, kind and recorded_on. Gives ``recorded``, empty while any of
    that day's is not written up, ``first_kind`` and ``closed``: when the child's case was next
    closed.
    """
    by_day = happenings.group_by("child", "day").agg(
        all_recorded=or_never(_.recorded_on).max(), first_kind=_.kind.min()
    )
    recorded = by_day.mutate(recorded=unless_never(_.all_recorded))
    closings = open_cases.select("child", happened="over")
    return first_from(recorded, "day", closings, "closed")


def happenings_of_kinds(of_each_kind: dict[str, tuple[ir.Table, str]]) -> ir.Table:
    """Rows of several tables as happenings: by kind the table, and its column that says the day."""
    kinds = [
        rows.select("child", "recorded_on", day=day, kind=ibis.literal(kind))
        for kind, (rows, day) in of_each_kind.items()
    ]
    return ibis.union(*kinds).filter(_.day.notnull())
