"""Which record tables people fill here, and whether what they give can be one of its rows."""

import math
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils import timezone

from sightline.casework.own_tables import OWN_TABLES
from sightline.casework.writing import NotRecorded
from sightline.ledger.checks import orders_of
from sightline.records.codes import CODES
from sightline.records.table import DATE, NUMBER, TEXT, WHOLE_NUMBER, Column, Table
from sightline.records.tables import TABLES

FILLED_HERE = (
    "return_interviews",
    "strategy_discussions",
    "core_groups",
    "plan_endings",
    "decision_makers",
    "plan_actions",
    "plan_outcomes",
    "safety_scales",
    "neglect_assessments",
    "exploitation_assessments",
    "legal_planning_meetings",
    "pre_proceedings",
    "pre_proceedings_meetings",
    "letters_before_proceedings",
    "risk_alerts",
    "school_attendance",
    "family_group_decision_making",
    "supervision",
    "management_decisions",
    "case_summaries",
    "chronology_updates",
    "direct_work",
)
"""The record tables that people fill here; each has a view that the ledger reads."""

RECORDABLE: dict[str, Table] = {name: TABLES[name] for name in FILLED_HERE} | OWN_TABLES

LONGEST_TEXT = 20_000
EARLIEST = date(1990, 1, 1)
GIVEN_BY_THE_ROW = frozenset({"child", "recorded_on"})

Value = str | int | float | bool | None


def columns_of(table: Table) -> list[Column]:
    """The columns a person fills: all but the row's own id, the child and the day of recording."""
    own = GIVEN_BY_THE_ROW | {table.key}
    return [column for column in table.columns if column.name not in own]


def checked(table_name: str, given: Mapping[str, Any]) -> dict[str, Value]:
    """The row as it is kept: dates as text, nothing for what was left empty.

    Raises NotRecorded where a column or code does not exist, a value is of another type, a day
    lies ahead that must not, or what the table cannot do without is missing.
    """
    if table_name not in RECORDABLE:
        raise NotRecorded("This is not recorded here.", "Record it in the case system.")
    table = RECORDABLE[table_name]
    columns = {column.name: column for column in columns_of(table)}
    if unknown := sorted(set(given) - set(columns)):
        raise NotRecorded(
            f"There is no {unknown[0]!r} to fill in {table_name}.", "Open the form again."
        )
    kept = {
        name: _value(columns[name], value)
        for name, value in given.items()
        if value is not None and value != ""
    }
    _is_whole(table, kept)
    return kept


def _is_whole(table: Table, kept: Mapping[str, Value]) -> None:
    """Raises NotRecorded where the row lacks what is required or any day to know it by, or where its
    days stand in an order that cannot be: a load would set the row aside."""
    for name in table.required:
        if name != "child" and name not in kept:
            raise NotRecorded(f"{_words(name)} is missing.", "Fill it in, then send again.")
    for first, second in orders_of(table):
        if first in kept and second in kept and str(kept[second]) < str(kept[first]):
            raise NotRecorded(
                f"{_words(second)} lies before {_words(first).lower()}.",
                "Correct one of the two days.",
            )
    days = [column.name for column in table.columns if column.type == DATE and not column.planned]
    if not any(name in kept for name in days):
        raise NotRecorded("No day is given.", "Give the day it happened, then send again.")


def _value(column: Column, value: Any) -> Value:
    """One value as it is kept. Raises NotRecorded where it is none of the column's."""
    if column.type == DATE:
        return _day(column, value).isoformat()
    # The ledger names rows of other sources by the day they happened, as their ids change overnight.
    if column.refers_to not in ("", "children", "workers"):
        return _day(column, value).isoformat()
    if column.codes and value not in CODES[column.codes]:
        raise NotRecorded(
            f"{_words(column.name)}: there is no such choice.", "Choose from the list."
        )
    return _typed(column, value)


def _typed(column: Column, value: Any) -> Value:
    """A text, number or yes or no of the column's type."""
    if column.type == TEXT:
        if not isinstance(value, str) or "\0" in value or len(value) > LONGEST_TEXT:
            raise NotRecorded(
                f"{_words(column.name)} cannot be kept.",
                f"Write up to {LONGEST_TEXT:,} characters.",
            )
        return value.strip()
    if column.type in (WHOLE_NUMBER, NUMBER):
        wanted = int if column.type == WHOLE_NUMBER else (int, float)
        if isinstance(value, bool) or not isinstance(value, wanted) or not math.isfinite(value):
            raise NotRecorded(f"{_words(column.name)} is no number.", "Give a number.")
        return value
    if not isinstance(value, bool):
        raise NotRecorded(f"{_words(column.name)} is neither yes nor no.", "Choose yes or no.")
    return value


def _day(column: Column, value: Any) -> date:
    """A day that can be: not before 1990, and not ahead unless it is planned."""
    try:
        day = value if isinstance(value, date) else date.fromisoformat(value)
    except (TypeError, ValueError):
        raise NotRecorded(
            f"{_words(column.name)} is no day.", "Give it as year, month and day."
        ) from None
    if day < EARLIEST or (day > timezone.localdate() and not column.planned):
        raise NotRecorded(
            f"{_words(column.name)} cannot be that day.", "Check the year, and that it has come."
        )
    return day


def _words(name: str) -> str:
    """A column's name as people read it."""
    return name.replace("_", " ").capitalize()
