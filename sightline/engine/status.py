"""What a manager would say of a concern on a day, from the rows that answer every day.

A duty is in time, late, still in time, overdue, no longer required or cannot tell. A pattern is
open, closed or cannot tell. Nothing here looks past the day asked about: later dates and later
evidence are blanked before the status is read.
"""

from datetime import date

import ibis
import ibis.expr.types as ir

from sightline.engine.evidence import evidence_known_on

IN_TIME = "in time"
LATE = "late"
STILL_IN_TIME = "still in time"
OVERDUE = "overdue"
NO_LONGER_REQUIRED = "no longer required"
OPEN = "open"
CLOSED = "closed"
CANNOT_TELL = "cannot tell"

DUTY_STATUSES = (IN_TIME, LATE, STILL_IN_TIME, OVERDUE, NO_LONGER_REQUIRED, CANNOT_TELL)
PATTERN_STATUSES = (OPEN, CLOSED, CANNOT_TELL)

EVENT_DATES = ("met", "lapses", "opens", "closes")
STATUS_COLUMNS = (
    "rule",
    "child",
    "subject",
    "starts",
    "due",
    "met",
    "lapses",
    "opens",
    "closes",
    "status",
    "evidence",
)


def status_on(rows: ir.Table, day: date) -> ir.Table:
    """The rows of ``ask`` as they stood on ``day``, with the column ``status``.

    Rows that start later are left out; ``met``, ``lapses``, ``opens``, ``closes`` and evidence are
    blank where they lie later. ``due`` stays: it was known when the clock started. A row without
    a start is always there, as "cannot tell".
    """
    asked_on = ibis.literal(day)
    started = rows.filter(rows.starts.isnull() | (rows.starts <= asked_on))
    seen = started.mutate(
        **{name: _by(started[name], asked_on) for name in EVENT_DATES},
        evidence=evidence_known_on(started.evidence, started.evidence_known_by, day),
    )
    return seen.mutate(status=_status(seen, asked_on)).select(*STATUS_COLUMNS)


def settled(met: ir.DateValue, lapses: ir.DateValue) -> ir.DateValue:
    """The day a duty came to rest: done, or no longer required. Empty while neither."""
    return ibis.least(met, lapses)  # the least of a date and nothing is the date


def _by(value: ir.DateValue, asked_on: ir.DateScalar) -> ir.DateValue:
    """The date, blank where it lies after the day asked about."""
    return ibis.ifelse(value <= asked_on, value, ibis.null("date"))


def _status(seen: ir.Table, asked_on: ir.DateScalar) -> ir.StringValue:
    """The status of rows whose later dates are blank already.

    Only duties have a due date, and only patterns open without one.
    """
    at_rest = settled(seen.met, seen.lapses)
    return ibis.cases(
        (seen.due.isnull() & seen.opens.isnull(), CANNOT_TELL),
        (seen.due.isnull() & seen.closes.isnull(), OPEN),
        (seen.due.isnull(), CLOSED),
        (at_rest.isnull() & (seen.due >= asked_on), STILL_IN_TIME),
        (at_rest.isnull(), OVERDUE),
        (at_rest > seen.due, LATE),
        (seen.met == at_rest, IN_TIME),
        else_=NO_LONGER_REQUIRED,
    )
