"""What came first, from a day on."""

import ibis.expr.types as ir
from ibis import _


def first_from(rows: ir.Table, day: str, events: ir.Table, into: str) -> ir.Table:
    """The rows with ``into``: the child's first of ``events`` on or after ``day``, empty while none came.

    ``events`` holds child and happened.
    """
    following = (
        rows.select("child", day)
        .distinct()
        .inner_join(events.select("child", "happened"), "child")
        .filter(lambda row: row.happened >= row[day])
        .group_by("child", day)
        .agg(**{into: _.happened.min()})
    )
    return rows.left_join(following, ["child", day]).drop("child_right", f"{day}_right")
