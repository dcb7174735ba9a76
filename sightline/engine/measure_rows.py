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
from sightline.engine.measure import (
    WITHOUT_RULE,
    CountOf,
    LengthOf,
    LengthOfConcerns,
    Measure,
    NumberRunning,
    OpenOf,
    RateOf,
    ShareOfDuties,
    ShareOfEvents,
    ShareReached,
    ShareRunning,
)
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
        ("length", pa.float64()),
        ("split", pa.string()),
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
OTHER_COLUMNS = {"due": "date", "met": "date", "length": "float64", "split": "string"}
NEVER = ibis.date("9999-12-31")  # later than any record: what still runs is over then

ReadRecords = Callable[[Callable[..., ir.Table]], ir.Table]


def rows_counted(
    measure: Measure, rule: Rule | None, concerns: ir.Table | None, read: ReadRecords
) -> ir.Table:
    """What ``measure`` counts, with the columns of ``COUNTED_SCHEMA``, before any cut.

    ``concerns`` are the rows of its ``rule`` with their status on a day (None for a measure of the
    records themselves), and ``read`` hands a function the record tables it names.
    """
    if isinstance(measure.counts, WITHOUT_RULE):
        rows = _rows_of_records(measure, read)
    else:
        assert rule is not None
        assert concerns is not None
        rows = _rows_of_concerns(measure, rule, concerns, read)
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


def _rows_of_records(measure: Measure, read: ReadRecords) -> ir.Table:
    counts = measure.counts
    if isinstance(counts, NumberRunning):
        return _spans(counts.one_span_per, read(counts.spans), in_numerator=True)
    if isinstance(counts, ShareRunning):
        return _spans_apart(counts, read(counts.spans))
    if isinstance(counts, RateOf):
        above = _events_of_records(counts.one_row_per, read(counts.events), in_denominator=False)
        beside = _events_of_records(counts.one_beside_per, read(counts.beside), in_numerator=False)
        return above.union(beside)
    assert isinstance(counts, ShareReached | CountOf | LengthOf)
    return _events_of_records(counts.one_row_per, read(counts.events))


def _rows_of_concerns(
    measure: Measure, rule: Rule, concerns: ir.Table, read: ReadRecords
) -> ir.Table:
    counts = measure.counts
    if isinstance(counts, ShareOfDuties):
        return _duties(counts, concerns)
    if isinstance(counts, ShareOfEvents):
        return _events(read(counts.events), concerns, rule)
    if isinstance(counts, LengthOfConcerns):
        return _lengths(counts, concerns)
    assert isinstance(counts, OpenOf)
    if counts.spans is None:
        return _open(concerns).union(_running(concerns))
    spans = _spans(counts.one_span_per, read(counts.spans), in_numerator=False)
    return _open(concerns).union(spans)


def _events_of_records(
    one_row_per: str,
    events: ir.Table,
    *,
    in_numerator: bool = True,
    in_denominator: bool = True,
) -> ir.Table:
    """Every event, in the numerator where the records say that it reached what is asked."""
    columns = {name: events[name] for name in ("length", "split") if name in events.columns}
    reached = events.reached.fill_null(False) if "reached" in events.columns else in_numerator
    named = standing_alone(
        events.select(
            "child",
            "day",
            subject=_subject(one_row_per, events.subject_day),
            in_numerator=reached,
            **columns,
        )
    )
    return _rows(
        named,
        named.day,
        _day_after(named.day),
        in_numerator=named.in_numerator,
        in_denominator=in_denominator,
    )


def _spans_apart(counts: ShareRunning, spans: ir.Table) -> ir.Table:
    """Every span as it is, in the numerator where it reached what is asked."""
    named = standing_alone(
        spans.select(
            "child",
            "begins",
            "over",
            subject=_subject(counts.one_span_per, spans.subject_day),
            in_numerator=spans.reached.fill_null(False),
        )
    )
    return _rows(named, named.begins, named.over, in_numerator=named.in_numerator)


def _lengths(counts: LengthOfConcerns, concerns: ir.Table) -> ir.Table:
    """Concerns that came to an end, with how many days they lasted.

    What was done before its clock started took no time that could be told, and is left out.
    """
    begins = "opens" if counts.ends == "closes" else "starts"
    ended = concerns.filter(concerns[counts.ends] >= concerns[begins])
    begun = ended[begins]
    lasted = standing_alone(
        ended.mutate(length=ended[counts.ends].delta(begun, unit="day").cast("float64"))
    )
    day = lasted[counts.ends]
    return _rows(lasted, day, _day_after(day))


def _subject(one_row_per: str, day: ir.DateValue) -> ir.StringValue:
    return ibis.literal(f"{one_row_per} ") + day.cast("string")


def _duties(counts: ShareOfDuties, concerns: ir.Table) -> ir.Table:
    counted = concerns.filter(
        concerns.status.isin(counts.counted), concerns[counts.dated_by].notnull()
    )
    day = counted[counts.dated_by]
    return _rows(counted, day, _day_after(day), in_numerator=counted.status.isin(counts.reached))


def _events(events: ir.Table, concerns: ir.Table, rule: Rule) -> ir.Table:
    """Every event, in the numerator where the rule made a concern of its subject."""
    subject = _subject(rule.one_row_per, events.subject_day)
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


def _spans(one_span_per: str, spans: ir.Table, *, in_numerator: bool) -> ir.Table:
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
            subject=_subject(one_span_per, merged.begins),
            over=merged.over.nullif(NEVER),
        )
    )
    return _rows(named, named.begins, named.over, in_numerator=in_numerator)


def _rows(
    table: ir.Table,
    begins: ir.DateValue,
    over: ir.DateValue,
    *,
    in_numerator: ir.BooleanValue | bool = True,
    in_denominator: bool = True,
) -> ir.Table:
    others = {
        name: table[name] if name in table.columns else ibis.null(kind)
        for name, kind in OTHER_COLUMNS.items()
    }
    return standing_alone(
        table.select(
            "child",
            "subject",
            begins=begins,
            over=over,
            in_numerator=in_numerator,
            in_denominator=ibis.literal(in_denominator),
            **others,
        )
    )


def _day_after(day: ir.DateValue) -> ir.DateValue:
    return day + ibis.interval(days=1)
