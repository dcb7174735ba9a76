"""Figures by month, quarter and year from the rows behind them.

Months are summed by delta and cumulate: an event counts in its month, a span adds one in the month
it begins and takes one off in the month it is over, so a running sum gives what was open at the
end of every month.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import ibis
import ibis.expr.types as ir
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from sightline.engine.measure import COUNT, RATE, Measure
from sightline.engine.periods import GRAINS, MONTHS_IN_YEAR, YEAR, Period, month_of, periods
from sightline.engine.traits import TRAITS

SERVICE, TEAM, SPLIT = "service", "team", "split"
GROUP_KINDS = (SERVICE, TEAM, *TRAITS, SPLIT)
"""What a figure can be of: the service, a team, a group of children, a part of a split measure."""
KINDS_BY_YEAR = (*TRAITS, SPLIT)
"""Told by year only: by month they would be small numbers."""
WHOLE_SERVICE = "whole service"
FIGURES = pa.schema(
    [
        ("measure", pa.string()),
        ("period", pa.string()),
        ("numerator", pa.int64()),
        ("denominator", pa.int64()),
        ("value", pa.float64()),
        ("low", pa.float64()),
        ("high", pa.float64()),
        ("grain", pa.string()),
        ("group_kind", pa.string()),
        ("group", pa.string()),
        ("slowest_tenth", pa.float64()),
    ]
)
BEGINS, OVER = "begins", "over"
NORMAL_95 = 1.959964  # the normal deviate that leaves 2.5% on either side


def monthly_changes(rows: ir.Table, day: date, *, by: str = TEAM) -> ir.Table:
    """What each month adds and takes off, by measure and group: the deltas that figures add up.

    ``by`` is the column of ``rows`` that names the group. Columns: measure, group, month (see
    ``month_of``), change (``BEGINS`` or ``OVER``), and how many rows of the numerator and of the
    denominator begin, or are over, in that month.
    """
    begun = _counted(rows, rows.begins, BEGINS, by)
    over = rows.filter(rows.over <= ibis.literal(day))
    return begun.union(_counted(over, over.over, OVER, by))


def _counted(rows: ir.Table, day: ir.DateValue, change: str, by: str) -> ir.Table:
    month = day.year().cast("int64") * MONTHS_IN_YEAR + day.month().cast("int64") - 1
    dated = rows.select(
        "measure",
        "in_numerator",
        "in_denominator",
        group=rows[by],
        month=month,
        change=ibis.literal(change),
    )
    return dated.group_by("measure", "group", "month", "change").aggregate(
        numerator=dated.in_numerator.cast("int64").sum(),
        denominator=dated.in_denominator.cast("int64").sum(),
    )


def figures(
    changes: Mapping[str, pa.Table],
    measures: Iterable[Measure],
    day: date,
    earliest: Mapping[str, date | None],
) -> pa.Table:
    """Every measure but the lengths by grain and group, from ``monthly_changes`` executed.

    ``changes`` are by kind of group; those by team are also added up for the service. ``earliest``
    is, by measure, the day from which a figure can be told; None where the source does not say. A
    period that begins before it is left out, and so are those before the group's first row. The
    last period may not be over.
    """
    tables = [
        table
        for kind, of_kind in changes.items()
        for measure in measures
        for table in _of_measure(
            measure,
            kind,
            of_kind.filter(pc.equal(of_kind["measure"], measure.name)),
            day,
            earliest[measure.name],
        )
    ]
    return pa.concat_tables(tables) if tables else FIGURES.empty_table()


def wilson(numerators: np.ndarray, denominators: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The 95% intervals of shares by Wilson's method, within 0 and 1; NaN where the denominator is 0."""
    among = np.where(denominators > 0, denominators, np.nan)
    shares = np.minimum(numerators / among, 1.0)
    spread = NORMAL_95**2 / among
    half = NORMAL_95 * np.sqrt(shares * (1 - shares) / among + spread / (4 * among))
    low = (shares + spread / 2 - half) / (1 + spread)
    high = (shares + spread / 2 + half) / (1 + spread)
    return np.maximum(low, 0.0), np.minimum(high, 1.0)


def _of_measure(
    measure: Measure, kind: str, changes: pa.Table, day: date, earliest: date | None
) -> Iterator[pa.Table]:
    """The figures of one measure, a table for each group and grain; none where nothing is counted."""
    if not changes.num_rows:
        return
    named = sorted(group for group in changes["group"].unique().to_pylist() if group)
    groups = [(SERVICE, WHOLE_SERVICE), *((kind, group) for group in named)]
    first = pc.min(changes["month"]).as_py()
    by_group = _by_group_and_month(measure, changes, named, first, month_of(day))
    for (of, group), months in zip(groups, by_group, strict=True):
        if (kind != TEAM) if of == SERVICE else (measure.figure == RATE):
            continue
        for grain in (YEAR,) if kind in KINDS_BY_YEAR else GRAINS:
            yield _table(measure, of, group, grain, months, first, earliest)


def _by_group_and_month(
    measure: Measure, changes: pa.Table, groups: list[str], first: int, last: int
) -> np.ndarray:
    """By group (all together, then each) and month the numerator and denominator.

    They are those of the month's events or, of what stands, of the spans open at its end.
    """
    sign = np.where(pc.equal(changes["change"], BEGINS).to_numpy(), 1, -1 if measure.at_end else 0)
    counts = np.stack([changes["numerator"], changes["denominator"]], axis=1) * sign[:, None]
    months = changes["month"].to_numpy() - first
    of_group = pc.fill_null(pc.index_in(changes["group"], pa.array(groups, pa.string())), -1)
    added = np.zeros((len(groups) + 1, last - first + 1, 2), dtype=np.int64)
    np.add.at(added, (0, months), counts)
    named = of_group.to_numpy() >= 0
    np.add.at(added, (of_group.to_numpy()[named] + 1, months[named]), counts[named])
    return added.cumsum(axis=1) if measure.at_end else added


def _by_period(
    measure: Measure, months: np.ndarray, of: Sequence[Period], first: int
) -> np.ndarray:
    """Events of all a period's months, or what was open at the end of its last month so far."""
    if measure.at_end:
        return months[[period.last - first for period in of]]
    return np.add.reduceat(months, [max(period.first - first, 0) for period in of])


def _table(
    measure: Measure,
    kind: str,
    group: str,
    grain: str,
    months: np.ndarray,
    first: int,
    earliest: date | None,
) -> pa.Table:
    """The figures of one group at one grain, from the first period in which there is any row."""
    all_periods = periods(grain, first, first + len(months) - 1)
    counts = _by_period(measure, months, all_periods, first)
    told = [earliest is None or period.first_day >= earliest for period in all_periods]
    shown = np.maximum.accumulate(counts.any(axis=1)) & np.array(told)
    numerators, denominators = counts[shown].T
    if measure.figure == COUNT:
        denominators = np.zeros_like(denominators)  # events are counted, of nothing
    low, high = wilson(numerators, denominators)
    if measure.figure == RATE:  # no share of anything, so no interval of one
        low, high = np.full_like(low, np.nan), np.full_like(high, np.nan)
    values = numerators / np.where(denominators > 0, denominators, np.nan)
    labels = [all_periods[at].label for at in np.flatnonzero(shown)]
    same = {"measure": measure.name, "grain": grain, "group_kind": kind, "group": group}
    columns = {
        **{name: [text] * len(labels) for name, text in same.items()},
        "period": labels,
        "numerator": numerators,
        "denominator": denominators,
        **{
            name: pa.array(numbers, pa.float64(), from_pandas=True)  # NaN is no number: empty
            for name, numbers in (("value", values), ("low", low), ("high", high))
        },
        "slowest_tenth": pa.nulls(len(labels), pa.float64()),
    }
    return pa.table({name: columns[name] for name in FIGURES.names}, schema=FIGURES)
