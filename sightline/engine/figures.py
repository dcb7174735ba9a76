"""Figures by month, quarter and year from the rows behind them.

Months are summed by delta and cumulate: an event counts in its month, a span adds one in the month
it begins and takes one off in the month it is over, so a running sum gives what was open at the
end of every month.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
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
NORMAL_95 = 1.959964  # the normal deviate that leaves 2.5% on either side


def monthly_changes(rows: ir.Table, day: date) -> ir.Table:
    """What each month adds and takes off, by measure and team: the deltas that figures add up.

    Columns: measure, team, month (see ``month_of``), change ("begins" or "over"), and how many
    rows of the numerator and of the denominator begin, or are over, in that month.
    """
    begun = _counted(rows, rows.begins, "begins")
    over = rows.filter(rows.over <= ibis.literal(day))
    return begun.union(_counted(over, over.over, "over"))


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
    does not say. A period that begins before it is left out. The last period may not be over.
    """
    groups = _by_group(changes)
    rows = [
        {"measure": measure.name, "group_kind": kind, "group": group, **figure}
        for measure in measures
        for (name, kind, group), of_group in sorted(groups.items())
        if name == measure.name
        for figure in figures_of(measure, of_group, day, earliest[name])
    ]
    return pa.Table.from_pylist(rows, schema=FIGURES)


def wilson(numerator: int, denominator: int) -> tuple[float, float] | tuple[None, None]:
    """The 95% interval of a share by Wilson's method, within 0 and 1; nothing of nothing."""
    if not denominator:
        return None, None
    share = min(numerator / denominator, 1.0)
    spread = NORMAL_95**2 / denominator
    middle = share + spread / 2
    half = NORMAL_95 * math.sqrt(share * (1 - share) / denominator + spread / (4 * denominator))
    low, high = (middle - half) / (1 + spread), (middle + half) / (1 + spread)
    return max(low, 0.0), min(high, 1.0)


def _by_group(changes: pa.Table) -> dict[tuple[str, str, str], list[dict]]:
    """The changes by measure, kind of group and group; the whole service holds those of no team."""
    groups: dict[tuple[str, str, str], list[dict]] = defaultdict(list)
    for change in changes.to_pylist():
        groups[change["measure"], SERVICE, WHOLE_SERVICE].append(change)
        if change["team"]:
            groups[change["measure"], TEAM, change["team"]].append(change)
    return groups


def figures_of(
    measure: Measure, changes: list[dict], day: date, earliest: date | None
) -> list[dict]:
    """The figures of one measure for one group, at every grain, oldest first."""
    first = min(change["month"] for change in changes)
    numerators = _by_month(measure, changes, "numerator", first, day)
    denominators = _by_month(measure, changes, "denominator", first, day)
    rows = []
    for grain in GRAINS:
        for period in periods(grain, first, month_of(day)):
            if earliest is not None and period.first_day < earliest:
                continue
            numerator = _in_period(measure, numerators, period, first)
            denominator = _in_period(measure, denominators, period, first)
            rows.append(_figure(grain, period, numerator, denominator))
    return rows


def _by_month(
    measure: Measure, changes: list[dict], column: str, first: int, day: date
) -> np.ndarray:
    """By month from ``first`` to that of ``day``: events in it, or spans open at its end."""
    months = np.zeros(month_of(day) - first + 1, dtype=np.int64)
    for change in changes:
        if change["change"] == "begins":
            months[change["month"] - first] += change[column]
        elif not measure.is_share:
            months[change["month"] - first] -= change[column]
    return months if measure.is_share else months.cumsum()


def _in_period(measure: Measure, months: np.ndarray, period: Period, first: int) -> int:
    """Events of all the period's months, or what was open at the end of its last month so far."""
    inside = months[max(period.first - first, 0) : period.last - first + 1]
    return int(inside.sum() if measure.is_share else inside[-1])


def _figure(grain: str, period: Period, numerator: int, denominator: int) -> dict:
    low, high = wilson(numerator, denominator)
    return {
        "period": period.label,
        "numerator": numerator,
        "denominator": denominator,
        "value": numerator / denominator if denominator else None,
        "low": low,
        "high": high,
        "grain": grain,
    }
