"""Figures by month, quarter and year from the rows behind them.

Months are summed by delta and cumulate: an event counts in its month, a span adds one in the month
it begins and takes one off in the month it is over, so a running sum gives what was open at the
end of every month.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import ibis
import ibis.expr.types as ir
import numpy as np
import pyarrow as pa

from sightline.engine.measure import Measure
from sightline.engine.periods import GRAINS, MONTHS_IN_YEAR, Period, month_of, periods

SERVICE, TEAM = GROUP_KINDS = ("service", "team")
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
    ]
)
BEGINS, OVER = "begins", "over"
NORMAL_95 = 1.959964  # the normal deviate that leaves 2.5% on either side


def monthly_changes(rows: ir.Table, day: date) -> ir.Table:
    """What each month adds and takes off, by measure and team: the deltas that figures add up.

    Columns: measure, team, month (see ``month_of``), change (``BEGINS`` or ``OVER``), and how many
    rows of the numerator and of the denominator begin, or are over, in that month.
    """
    begun = _counted(rows, rows.begins, BEGINS)
    over = rows.filter(rows.over <= ibis.literal(day))
    return begun.union(_counted(over, over.over, OVER))


def _counted(rows: ir.Table, day: ir.DateValue, change: str) -> ir.Table:
    month = day.year().cast("int64") * MONTHS_IN_YEAR + day.month().cast("int64") - 1
    dated = rows.select(
        "measure",
        "team",
        "in_numerator",
        "in_denominator",
        month=month,
        change=ibis.literal(change),
    )
    return dated.group_by("measure", "team", "month", "change").aggregate(
        numerator=dated.in_numerator.cast("int64").sum(),
        denominator=dated.in_denominator.cast("int64").sum(),
    )


def figures(
    changes: pa.Table, measures: Iterable[Measure], day: date, earliest: Mapping[str, date | None]
) -> pa.Table:
    """Every measure by grain and group, from ``monthly_changes`` executed.

    ``earliest`` is, by measure, the day from which a figure can be told; None where the source
    does not say. A period that begins before it is left out, and so are those before the group's
    first row. The last period may not be over.
    """
    by_measure: dict[str, list[dict]] = defaultdict(list)
    for change in changes.to_pylist():
        by_measure[change["measure"]].append(change)
    tables = [
        table
        for measure in measures
        if (of_measure := by_measure[measure.name])
        for table in _of_measure(measure, of_measure, day, earliest[measure.name])
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
    measure: Measure, changes: list[dict], day: date, earliest: date | None
) -> Iterator[pa.Table]:
    """The figures of one measure, a table for each group and grain."""
    first, last = min(change["month"] for change in changes), month_of(day)
    by_group: dict[tuple[str, str], list[dict]] = defaultdict(list)
    for change in changes:
        by_group[SERVICE, WHOLE_SERVICE].append(change)
        if change["team"]:
            by_group[TEAM, change["team"]].append(change)
    for (kind, group), of_group in sorted(by_group.items()):
        months = _by_month(measure, of_group, first, last)
        for grain in GRAINS:
            yield _table(measure, kind, group, grain, months, first, earliest)


def _by_month(measure: Measure, changes: list[dict], first: int, last: int) -> np.ndarray:
    """A row a month: numerator and denominator of its events, or of the spans open at its end."""
    months = np.zeros((last - first + 1, 2), dtype=np.int64)
    for change in changes:
        if change["change"] == BEGINS:
            months[change["month"] - first] += (change["numerator"], change["denominator"])
        elif not measure.is_share:
            months[change["month"] - first] -= (change["numerator"], change["denominator"])
    return months if measure.is_share else months.cumsum(axis=0)


def _by_period(
    measure: Measure, months: np.ndarray, of: Sequence[Period], first: int
) -> np.ndarray:
    """Events of all a period's months, or what was open at the end of its last month so far."""
    if not measure.is_share:
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
    low, high = wilson(numerators, denominators)
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
    }
    return pa.table({name: columns[name] for name in FIGURES.names}, schema=FIGURES)
