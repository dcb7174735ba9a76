"""Workers month by month, for measures of the workforce. No row of theirs names a worker."""

import ibis
import ibis.expr.types as ir
import numpy as np
import pyarrow as pa
from ibis import _

from sightline.engine.clocks import standing_alone
from sightline.records.calendar import WORKING_DAYS
from sightline.records.codes import CASE_HOLDING_ROLES
from sightline.rules.journey.days import day_after, in_right_order, or_never


def months() -> ir.Table:
    """Every whole month of the calendar: ``first_day`` and ``last_day``."""
    first, last = (WORKING_DAYS["day"][place].as_py() for place in (0, -1))
    begins = np.arange(np.datetime64(first, "M"), np.datetime64(last, "M") + 1)
    first_days = begins.astype("datetime64[D]")
    last_days = (begins + 1).astype("datetime64[D]") - np.timedelta64(1, "D")
    return ibis.memtable(
        pa.table(
            {
                "first_day": pa.array(first_days, pa.date32()),
                "last_day": pa.array(last_days, pa.date32()),
            }
        )
    )


def children_held(allocations: ir.Table) -> ir.Table:
    """Each child a case-holding worker held at the end of each month: ``child``, ``worker``, ``day``."""
    case_holding = allocations.filter(_.worker.notnull(), _.role.isin(CASE_HOLDING_ROLES))
    held = in_right_order(case_holding, "started", "ended").select(
        "child", "worker", "started", runs_to=or_never(_.ended)
    )
    ends = months()
    at_month_ends = held.inner_join(
        ends, [held.started <= ends.last_day, held.runs_to >= ends.last_day]
    )
    return standing_alone(at_month_ends.select("child", "worker", day="last_day").distinct())


def of_no_child(rows: ir.Table) -> ir.Table:
    """Rows with ``day`` that are of a worker and of no child, and do not say of which worker."""
    return rows.mutate(child=ibis.null("string"), subject_day=_.day)


def case_holding_posts(posts: ir.Table) -> ir.Table:
    """Every post whose holder holds cases, as it was from a day to a day; of no child.

    With ``vacant``, ``agency`` and ``worker`` as recorded.
    """
    holding = in_right_order(posts.filter(_.case_holding), "started", "ended")
    return holding.select(
        "vacant",
        "agency",
        "worker",
        child=ibis.null("string"),
        subject_day="started",
        begins="started",
        over=day_after(_.ended),
    )
