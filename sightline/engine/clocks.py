"""Day arithmetic by standards, so that no rule holds a number.

A limit is the value in force on the day it is counted from, the authority's own value first.
Working days are looked up in the calendar of England, which ends in 2035: a day that cannot be
worked out is empty. Months end where the month does (31 January plus one month is 28 February).
The records hold dates without times, so 72 hours are three days, and a part of a day is a day.
"""

import math
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import ibis
import ibis.expr.operations as ops
import ibis.expr.types as ir
import numpy as np
import pyarrow as pa

from sightline.engine.steps import shared_step
from sightline.records.calendar import (
    WORKING_DAYS,
    working_day_after_many,
    working_day_before_many,
)
from sightline.records.standards import DatedValue, Standard, StandardsError, dated_values

CALENDAR_DAYS = WORKING_DAYS["day"].to_numpy()
ORDINALS = WORKING_DAYS["ordinal"].to_numpy()
HOURS_IN_DAY = 24
WORKING_DAY_UNIT = "working days"
# Columns of a lookup, named so that no population has them already.
COUNTED_FROM, WORKING_DAY = "working_day_counted_from", "working_day_counted_to"
INTERVAL_OF_UNIT = {
    "calendar days": lambda number: ibis.interval(days=int(number)),
    "weeks": lambda number: ibis.interval(weeks=int(number)),
    "months": lambda number: ibis.interval(months=int(number)),
    "years": lambda number: ibis.interval(years=int(number)),
    "hours": lambda number: ibis.interval(days=math.ceil(number / HOURS_IN_DAY)),
}


class Clocks:
    """What a population is given to count days with; ``local_standards`` are values by standard id."""

    def __init__(self, local_standards: Mapping[str, Any] | None = None) -> None:
        self._local = dict(local_standards or {})

    def __eq__(self, other: object) -> bool:
        """Whether both count by the same values: a shared step handed either gives the same rows."""
        return isinstance(other, Clocks) and other._local == self._local

    def __hash__(self) -> int:
        return hash(frozenset(self._local))

    def after(self, table: ir.Table, *, day: str, standard: str, into: str) -> ir.Table:
        """``table`` with the date column ``into``: the standard's length after the date ``day``.

        Empty where ``day`` is, where no version of the standard was in force on it, or where the
        answer lies outside the working-day calendar. StandardsError for a standard that is no
        length of time, or not a whole one.
        """
        return self._shifted(table, day, standard, into, forwards=True)

    def before(self, table: ir.Table, *, day: str, standard: str, into: str) -> ir.Table:
        """``table`` with the date column ``into``: the standard's length before the date ``day``."""
        return self._shifted(table, day, standard, into, forwards=False)

    def number(self, standard: str) -> Any:
        """The latest value of a standard that counts things, such as 3 referrals."""
        values = dated_values(standard, self._local)
        own = [value for value in values if not isinstance(value, Standard)]
        return (own or values)[-1].value

    def _shifted(
        self, table: ir.Table, day: str, standard: str, into: str, *, forwards: bool
    ) -> ir.Table:
        values = dated_values(standard, self._local)
        _check_lengths(standard, values)
        if not any(value.unit == WORKING_DAY_UNIT for value in values):
            return table.mutate(**{into: _by_calendar(table[day], values, forwards=forwards)})
        lookup = _working_day_lookup(values, forwards)
        joined = standing_alone(table).left_join(lookup, [(day, COUNTED_FROM)])
        shifted = _by_calendar(
            joined[day], values, forwards=forwards, working_day=joined[WORKING_DAY]
        )
        # Not drop(): Ibis does not share the work below it between two uses of the table.
        return standing_alone(joined.select(*table.columns, **{into: shifted}))


def standing_alone(table: ir.Table) -> ir.Table:
    """The same rows, as a table that can be joined again.

    Ibis adds a join to the joins that made its left side, and then cannot find a column that was
    worked out after them. What is no join stands alone already.
    """
    if not isinstance(table.op(), ops.JoinChain):
        return table
    return table.mutate(**{name: table[name] for name in table.columns[:1]})


def _check_lengths(standard: str, values: tuple[DatedValue, ...]) -> None:
    for value in values:
        if value.unit != WORKING_DAY_UNIT and value.unit not in INTERVAL_OF_UNIT:
            raise StandardsError(
                f"{standard} is counted in {value.unit}, which is no length of time. A rule takes "
                "it as a number; a local value is in "
                f"{', '.join((WORKING_DAY_UNIT, *INTERVAL_OF_UNIT))}."
            )
        if value.unit != "hours" and value.value != int(value.value):
            raise StandardsError(
                f"{standard} is {value.value} {value.unit}, and days are counted whole. "
                "Write a whole number."
            )


def _by_calendar(
    day: ir.DateValue,
    values: tuple[DatedValue, ...],
    *,
    forwards: bool,
    working_day: ir.DateValue | None = None,
) -> ir.DateValue:
    """The shifted day: the first of the values that applies on ``day`` says by how much."""
    branches: list[tuple[ir.BooleanValue, ir.DateValue]] = []
    for value in values:
        by_working_days = value.unit == WORKING_DAY_UNIT
        shifted = working_day if by_working_days else _by_interval(day, value, forwards)
        if value.valid_from is None and value.valid_to is None:
            return ibis.cases(*branches, else_=shifted) if branches else shifted
        branches.append((_applies(day, value), shifted))
    return ibis.cases(*branches)


def _applies(day: ir.DateValue, value: DatedValue) -> ir.BooleanValue:
    """Whether the value was in force on ``day``."""
    applies = ibis.literal(True)
    if value.valid_from is not None:
        applies = day >= ibis.literal(value.valid_from)
    if value.valid_to is not None:
        applies = applies & (day <= ibis.literal(value.valid_to))
    return applies


def _by_interval(day: ir.DateValue, value: DatedValue, forwards: bool) -> ir.DateValue:
    interval = INTERVAL_OF_UNIT[value.unit](value.value)
    return day + interval if forwards else day - interval


@shared_step
@lru_cache(maxsize=256)
def _working_day_lookup(values: tuple[DatedValue, ...], forwards: bool) -> ir.Table:
    """For each day of the calendar the working day its value leads to, in one table to join.

    The ordinals of the calendar are added up here once, for all its days, instead of joining it
    twice for every row.
    """
    answers = np.full(CALENDAR_DAYS.shape, np.datetime64("NaT"), dtype="datetime64[D]")
    for value in reversed(values):  # the first value that applies is written last
        days = _days_of(value)
        if value.unit == WORKING_DAY_UNIT:
            answers[days] = _working_days_from(CALENDAR_DAYS[days], int(value.value), forwards)
    return ibis.memtable(
        pa.table(
            {
                COUNTED_FROM: pa.array(CALENDAR_DAYS, pa.date32()),
                WORKING_DAY: pa.array(answers, pa.date32()),
            }
        )
    )


def _days_of(value: DatedValue) -> slice:
    """The stretch of the calendar on which the value applies."""
    first = (
        0
        if value.valid_from is None
        else np.searchsorted(CALENDAR_DAYS, np.datetime64(value.valid_from))
    )
    last = (
        len(CALENDAR_DAYS)
        if value.valid_to is None
        else np.searchsorted(CALENDAR_DAYS, np.datetime64(value.valid_to), side="right")
    )
    return slice(int(first), int(last))


def _working_days_from(days: np.ndarray, number: int, forwards: bool) -> np.ndarray:
    """The working day that many after or before each day, NaT where the calendar does not reach."""
    if number == 0:
        return days
    places = (days - CALENDAR_DAYS[0]).astype(int)
    reach = ORDINALS[places] + number if forwards else ORDINALS[places] - number
    inside = (reach >= 1) & (reach <= ORDINALS[-1])
    answers = np.full(days.shape, np.datetime64("NaT"), dtype="datetime64[D]")
    shift = working_day_after_many if forwards else working_day_before_many
    answers[inside] = shift(days[inside], number)
    return answers
