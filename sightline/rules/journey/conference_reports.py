"""The social worker's report to a conference, and whether the family had it in time to read it."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks


def reports_shared_late(conferences: ir.Table, clocks: Clocks, *, standard: str) -> ir.Table:
    """Conferences whose report was shared after the last day for it, or not at all.

    Adds ``share_by`` and ``leaves_view``.
    """
    latest = clocks.before(conferences, day="held", standard=standard, into="share_by")
    late = latest.filter(_.report_shared.isnull() | (_.report_shared > _.share_by))
    return clocks.after(late, day="held", standard="S47-06", into="leaves_view")
