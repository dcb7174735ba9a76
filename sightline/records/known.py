"""Records as they could be known on a day: the ground of the law of no hindsight.

Cutting records to a day drops rows that came later and blanks values that were known only later,
as each column declares (``Table.known_by``). It speaks of when things happened. What had been
typed in by a day is another question, which the ledger's history answers.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

import ibis
import ibis.expr.types as ir

from sightline.records.table import DATE, Column, Table
from sightline.records.tables import TABLES


def as_known_on(table: Table, rows: ir.Table, day: date | Any) -> ir.Table:
    """The ``rows`` of ``table`` that were known by ``day``, without the values known only later.

    ``day`` is a day, or a deferred date over the rows where each is asked about on a day of its own.

    A row is known by the day it happened; where that day is empty, by the earliest other date it
    holds, dates planned ahead apart; and without any date, from the beginning. A value whose
    ``known_by`` date is empty is blank: nothing says that it was known yet.
    """
    known = rows
    row_day = _row_day(table, rows)
    if row_day is not None:
        known = known.filter(row_day.isnull() | (row_day <= _day_of(rows, day)))
    blanked = {
        column.name: _known_value(known, column.name, table.known_by(column), day)
        for column in table.columns
        if column.name in rows.columns and _is_known_later(table, column)
    }
    return known.mutate(**blanked) if blanked else known


def cut(records: Mapping[str, ir.Table], day: date) -> dict[str, ir.Table]:
    """Every record table as it was known by ``day``."""
    unknown = sorted(set(records) - set(TABLES))
    if unknown:
        raise KeyError(f"No record table is called {', '.join(unknown)}. Use: {', '.join(TABLES)}.")
    return {name: as_known_on(TABLES[name], rows, day) for name, rows in records.items()}


def _row_day(table: Table, rows: ir.Table) -> ir.Value | None:
    """The day each row is known by, or None for a table known from the beginning."""
    if not table.happened:
        return None
    others = [
        rows[column.name]
        for column in table.columns
        if column.type == DATE
        and not column.planned
        and column.name != table.happened
        and column.name in rows.columns
    ]
    dates = [rows[table.happened]] if table.happened in rows.columns else []
    if others:
        dates.append(ibis.least(*others))
    return ibis.coalesce(*dates) if dates else None


def _is_known_later(table: Table, column: Column) -> bool:
    """Whether a value of the column may become known after its row."""
    return table.known_by(column) not in ("", table.happened)


def _day_of(rows: ir.Table, day: date | Any) -> ir.Value:
    return ibis.literal(day) if isinstance(day, date) else rows.bind(day)[0]


def _known_value(rows: ir.Table, name: str, known_by: str, day: date | Any) -> ir.Value:
    """The value where its date lies on or before ``day``, otherwise empty.

    A source without that date cannot say when the value was known: it is blank throughout.
    """
    value = rows[name]
    empty = ibis.null(value.type())
    if known_by not in rows.columns:
        return empty
    return ibis.ifelse(rows[known_by] <= _day_of(rows, day), value, empty)
