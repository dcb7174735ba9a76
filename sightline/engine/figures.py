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
    tables = [
        table
        for measure in measures
        for table in _of_measure(
            measure,
            changes.filter(pc.equal(changes["measure"], measure.name)),
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
    measure: Measure, changes: pa.Table, day: date, earliest: date | None
) -> Iterator[pa.Table]:
    """The figures of one measure, a table for each group and grain; none where nothing is counted."""
    if not changes.num_rows:
        return
    teams = sorted(team for team in changes["team"].unique().to_pylist() if team)
    groups = [(SERVICE, WHOLE_SERVICE), *((TEAM, team) for team in teams)]
    first = pc.min(changes["month"]).as_py()
    by_group = _by_group_and_month(measure, changes, teams, first, month_of(day))
    for (kind, group), months in zip(groups, by_group, strict=True):
        for grain in GRAINS:
            yield _table(measure, kind, group, grain, months, first, earliest)


def _by_group_and_month(
    measure: Measure, changes: pa.Table, teams: list[str], first: int, last: int
) -> np.ndarray:
    """By group (the service, then each team) and month the numerator and denominator.

    Of a share they are those of the month's events, of a count those of the spans open at its end.
    """
    sign = np.where(
        pc.equal(changes["change"], BEGINS).to_numpy(), 1, 0 if measure.is_share else -1
    )
    counts = np.stack([changes["numerator"], changes["denominator"]], axis=1) * sign[:, None]
    months = changes["month"].to_numpy() - first
    of_team = pc.fill_null(pc.index_in(changes["team"], pa.array(teams, pa.string())), -1)
    added = np.zeros((len(teams) + 1, last - first + 1, 2), dtype=np.int64)
    np.add.at(added, (0, months), counts)
    has_team = of_team.to_numpy() >= 0
    np.add.at(added, (of_team.to_numpy()[has_team] + 1, months[has_team]), counts[has_team])
    return added if measure.is_share else added.cumsum(axis=1)


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
