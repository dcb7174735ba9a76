"""How long things took, by period and group: the middle length, and the slowest tenth.

A mean hides the child left longest. The middle one (median) says what is usual, and the slowest
tenth is the length that nine in ten did not exceed.
"""

from collections.abc import Iterable, Mapping
from datetime import date

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from sightline.engine.figures import FIGURES, KINDS_BY_YEAR, SERVICE, WHOLE_SERVICE
from sightline.engine.measure import LENGTH, Measure
from sightline.engine.periods import (
    GRAINS,
    MONTHS_BEFORE_APRIL,
    MONTHS_IN_YEAR,
    MONTHS_OF,
    YEAR,
    month_of,
    periods,
)

MIDDLE, NINE_IN_TEN = 0.5, 0.9


def lengths(rows: ir.Table, by: Mapping[str, str]) -> ir.Table:
    """The middle length and the slowest tenth of the rows that have a length.

    ``by`` is, by kind of group, the column of ``rows`` that names the group; the service is told
    of itself. Columns: measure, group_kind, group, grain, first (the first month of the period, see
    ``month_of``), rows, middle, slowest_tenth.
    """
    lasting = rows.filter(rows.length.notnull())
    groups = {SERVICE: ibis.literal(WHOLE_SERVICE)} | {k: lasting[name] for k, name in by.items()}
    return ibis.union(
        *(
            _of_grain(lasting.mutate(group=group), kind, grain)
            for kind, group in groups.items()
            for grain in ((YEAR,) if kind in KINDS_BY_YEAR else GRAINS)
        )
    )


def _of_grain(rows: ir.Table, kind: str, grain: str) -> ir.Table:
    month = rows.begins.year().cast("int64") * MONTHS_IN_YEAR + rows.begins.month() - 1
    within = (month - MONTHS_BEFORE_APRIL) % MONTHS_OF[grain]
    dated = rows.filter(rows.group.notnull()).mutate(first=(month - within).cast("int64"))
    return (
        dated.group_by("measure", "group", "first")
        .aggregate(
            rows=dated.count(),
            middle=dated.length.quantile(MIDDLE),
            slowest_tenth=dated.length.quantile(NINE_IN_TEN),
        )
        .mutate(group_kind=ibis.literal(kind), grain=ibis.literal(grain))
        .select(
            "measure", "group_kind", "group", "grain", "first", "rows", "middle", "slowest_tenth"
        )
    )


def figures_of_lengths(
    found: pa.Table, measures: Iterable[Measure], day: date, earliest: Mapping[str, date | None]
) -> pa.Table:
    """The rows of ``lengths`` executed, as figures; a period that cannot be told yet is left out.

    ``numerator`` and ``denominator`` are how many there were, ``value`` is the middle length.
    """
    told = {
        measure.name: earliest[measure.name] for measure in measures if measure.figure == LENGTH
    }
    rows = []
    for row in found.to_pylist():
        (period,) = periods(row["grain"], row["first"], row["first"])[:1]
        begins = told[row["measure"]]
        if row["first"] > month_of(day) or (begins and period.first_day < begins):
            continue
        rows.append(
            {name: row[name] for name in ("measure", "group_kind", "group", "grain")}
            | {
                "period": period.label,
                "numerator": row["rows"],
                "denominator": row["rows"],
                "value": row["middle"],
                "slowest_tenth": row["slowest_tenth"],
            }
        )
    rows.sort(key=lambda row: (row["measure"], row["group_kind"], row["group"], row["period"]))
    return pa.Table.from_pylist(rows, schema=FIGURES)
