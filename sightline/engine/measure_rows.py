"""The rows behind every figure of a measure, worked out once for all periods.

A row counts from ``begins`` until ``over``, the first day it no longer does: an event counts on one
day, a span as long as it runs. A row is cut where another worker or team takes over, so on any day
one piece of it counts, with who held the case that day; ``since`` is when it began before any cut.
"""

from collections.abc import Callable
from datetime import date

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from sightline.engine.clocks import standing_alone
from sightline.engine.measure import Measure, OpenOf, ShareOfDuties, ShareOfEvents
from sightline.engine.rule import Rule

COUNTED_SCHEMA = pa.schema(
    [
        ("measure", pa.string()),
        ("child", pa.string()),
        ("subject", pa.string()),
        ("begins", pa.date32()),
        ("over", pa.date32()),
        ("in_numerator", pa.bool_()),
        ("in_denominator", pa.bool_()),
        ("due", pa.date32()),
        ("met", pa.date32()),
    ]
)
MEASURE_ROW_SCHEMA = pa.schema(
    [
        *COUNTED_SCHEMA,
        ("since", pa.date32()),
        ("worker", pa.string()),
        ("team", pa.string()),
    ]
)
NEVER = ibis.date("9999-12-31")  # later than any record: what still runs is over then

ReadRecords = Callable[[Callable[..., ir.Table]], ir.Table]


def rows_counted(measure: Measure, rule: Rule, concerns: ir.Table, read: ReadRecords) -> ir.Table:
    """What ``measure`` counts, with the columns of ``COUNTED_SCHEMA``, before any cut.

    ``concerns`` are the rule's rows with their status on a day, and ``read`` hands a function the
    record tables it names.
    """
    rows = _rows_counted(measure, rule, concerns, read)
    not_empty = rows.filter(rows.over.isnull() | (rows.over > rows.begins))
    return not_empty.mutate(measure=ibis.literal(measure.name)).select(*COUNTED_SCHEMA.names)


def with_holders(counted: ir.Table, turns: ir.Table, day: date) -> ir.Table:
    """The rows counted that began by ``day``, with the columns of ``MEASURE_ROW_SCHEMA``.

    Each is cut into the turns of those who held the case (``owner.turns_of_holders``), or stays
    whole where nobody ever did.
    """
    pieces = counted.left_join(
        turns,
        [
            counted.child == turns.child,
            turns.turn_begins < ibis.coalesce(counted.over, NEVER),
            counted.begins < ibis.coalesce(turns.turn_over, NEVER),
        ],
    )
    columns = {
        "begins": ibis.greatest(counted.begins, turns.turn_begins),
        "over": ibis.least(counted.over, turns.turn_over),
        "since": counted.begins,
        "worker": turns.worker,
        "team": turns.team,
    }
    cut = standing_alone(
        pieces.select(
            **{
                name: columns[name] if name in columns else counted[name]
                for name in MEASURE_ROW_SCHEMA.names
            }
        )
    )
    return cut.filter(cut.begins <= ibis.literal(day))


def _rows_counted(measure: Measure, rule: Rule, concerns: ir.Table, read: ReadRecords) -> ir.Table:
    counts = measure.counts
    if isinstance(counts, ShareOfDuties):
        return _duties(counts, concerns)
    if isinstance(counts, ShareOfEvents):
        return _events(read(counts.events), concerns, rule)
    if counts.spans is None:
        return _open(concerns).union(_running(concerns))
    return _open(concerns).union(_spans(counts, read(counts.spans)))


def _duties(counts: ShareOfDuties, concerns: ir.Table) -> ir.Table:
    counted = concerns.filter(
        concerns.status.isin(counts.counted), concerns[counts.dated_by].notnull()
    )
    day = counted[counts.dated_by]
    return _rows(counted, day, _day_after(day), in_numerator=counted.status.isin(counts.reached))


def _events(events: ir.Table, concerns: ir.Table, rule: Rule) -> ir.Table:
    """Every event, in the numerator where the rule made a concern of its subject."""
    subject = ibis.literal(f"{rule.one_row_per} ") + events.subject_day.cast("string")
    named = standing_alone(events.select("child", "day", subject=subject))
    found = concerns.filter(concerns.opens.notnull()).select(
        "child", "subject", found=ibis.literal(True)
    )
    both = named.left_join(found, ["child", "subject"]).select(
        "child", "subject", "day", in_numerator=found.found.fill_null(False)
    )
    both = standing_alone(both)
    return _rows(both, both.day, _day_after(both.day), in_numerator=both.in_numerator)


def _open(concerns: ir.Table) -> ir.Table:
    """Concerns while they are open; what they could have held for is counted in rows of its own."""
    opened = concerns.filter(concerns.opens.notnull())
    return _rows(opened, opened.opens, opened.closes, in_denominator=False)


def _running(concerns: ir.Table) -> ir.Table:
    """Duties from the start of their clock until they are met or lapse."""
    told = concerns.filter(concerns.due.notnull())
    return _rows(told, told.starts, ibis.least(told.met, told.lapses), in_numerator=False)


def _spans(counts: OpenOf, spans: ir.Table) -> ir.Table:
    """Spans of one child that touch, as one."""
    dated = standing_alone(spans.select("child", "begins", over=ibis.coalesce(spans.over, NEVER)))
    earlier = ibis.window(group_by=dated.child, order_by=[dated.begins, dated.over])
    before = standing_alone(
        dated.mutate(over_before=dated.over.max().over(earlier.copy(start=None, end=-1)))
    )
    apart = (before.over_before < before.begins).fill_null(False).cast("int64")
    in_turn = ibis.window(
        group_by=before.child, order_by=[before.begins, before.over], rows=(None, 0)
    )
    numbered = standing_alone(before.mutate(number=apart.sum().over(in_turn)))
    merged = numbered.group_by("child", "number").aggregate(
        begins=numbered.begins.min(), over=numbered.over.max()
    )
    named = standing_alone(
        merged.select(
            "child",
            "begins",
            subject=ibis.literal(f"{counts.one_span_per} ") + merged.begins.cast("string"),
            over=merged.over.nullif(NEVER),
        )
    )
    return _rows(named, named.begins, named.over, in_numerator=False)


def _rows(
    table: ir.Table,
    begins: ir.DateValue,
    over: ir.DateValue,
    *,
    in_numerator: ir.BooleanValue | bool = True,
    in_denominator: bool = True,
) -> ir.Table:
    dates = {
        name: table[name] if name in table.columns else ibis.null("date") for name in ("due", "met")
    }
    return standing_alone(
        table.select(
            "child",
            "subject",
            begins=begins,
            over=over,
            in_numerator=in_numerator,
            in_denominator=ibis.literal(in_denominator),
            **dates,
        )
    )


def _day_after(day: ir.DateValue) -> ir.DateValue:
    return (day + ibis.interval(days=1)).cast("timestamp").cast("date")
