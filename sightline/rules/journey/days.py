"""Days that have not come: how a span that still runs is compared with one that has ended."""

import ibis
import ibis.expr.types as ir

STILL_RUNS = "9999-12-31"  # later than any record, so that an open end is later than every other


def never() -> ir.DateScalar:
    """A day later than every other, to stand for "it has not ended" while days are compared."""
    return ibis.date(STILL_RUNS)


def or_never(day: ir.DateValue) -> ir.DateValue:
    """The day, or the last of all days where it is empty."""
    return ibis.coalesce(day, never())


def unless_never(day: ir.DateValue) -> ir.DateValue:
    """The day, empty again where it only stood for "it has not ended"."""
    return day.nullif(never())


def in_right_order(rows: ir.Table, begins: str, ends: str) -> ir.Table:
    """Rows that begin, and end no earlier than they begin, or still run.

    The load sets a row that ends before it begins aside; a rule never judges one either.
    """
    return rows.filter(rows[ends].isnull() | (rows[ends] >= rows[begins]))


def day_after(day: ir.DateValue) -> ir.DateValue:
    """The next day."""
    return day + ibis.interval(days=1)
