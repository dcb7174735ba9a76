"""The records behind a concern: the very rows it speaks of, and where each came from."""

import inspect
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sightline.casework.concern_keys import ConcernKey
from sightline.ledger.told import ToldRow
from sightline.records.table import DATE, Column, Table
from sightline.records.tables import TABLES
from sightline.rules import RULES
from sightline.web import service
from sightline.web.journey import HAPPENINGS, in_words
from sightline.web.words import as_day


@dataclass(frozen=True)
class RecordShown:
    """One record as one source tells it. ``is_meant`` where the concern's own days are its days."""

    table: str
    columns: tuple[tuple[str, object], ...]
    source: str
    loaded_on: date
    is_meant: bool


@dataclass(frozen=True)
class Records:
    """The records a rule goes by, of one child.

    ``meant`` are those on whose days the concern stands, ``others`` the rest, ``not_told`` the kinds
    of record that the rule reads and pages do not tell.
    """

    meant: list[RecordShown]
    others: list[RecordShown]
    not_told: list[str]


def records_behind(
    workspace: service.Service, concern: service.Concern, child: str, workers: Mapping[str, str]
) -> Records:
    """The records behind a concern, each with the source that told it."""
    tables = tables_of(concern.rule)
    told = [name for name in tables if name in HAPPENINGS]
    days = _days_of(concern, child)
    shown = [_shown(row, days, workers) for row in workspace.told_rows(child, told)]
    return Records(
        meant=[one for one in shown if one.is_meant],
        others=[one for one in shown if not one.is_meant],
        not_told=[name for name in tables if name not in HAPPENINGS and name not in ABOUT_NOBODY],
    )


ABOUT_NOBODY = frozenset({"children", "workers", "teams", "posts", "training", "extract"})
"""Kinds of record that are no happening of a child's journey: who the child is, who works here."""


def tables_of(rule: str) -> list[str]:
    """The record tables a rule is asked of: what its population takes, and what it needs."""
    asked = RULES[rule]
    names = [name for name in inspect.signature(asked.population).parameters if name in TABLES]
    needed = [need.partition(".")[0] for need in asked.needs]
    return list(dict.fromkeys((*needed, *names)))


def _days_of(concern: service.Concern, child: str) -> set[date]:
    """The days a concern speaks of: of its subject, its dates and its evidence."""
    subject = ConcernKey(concern.rule, child, concern.subject).kind_and_day[1]
    days = {subject, concern.starts, concern.met}
    days |= {as_day(value) for _, value in concern.evidence}
    return {day for day in days if day}


def _shown(row: ToldRow, days: set[date], workers: Mapping[str, str]) -> RecordShown:
    table = TABLES[row.table]
    values = {column.name: row.values.get(column.name) for column in table.columns}
    own_days = {
        values[column.name]
        for column in table.columns
        if column.type == DATE and not column.planned
    }
    columns = tuple(
        (column.name.replace("_", " "), _value(row.table, column, values[column.name], workers))
        for column in table.columns
        if _is_told(table, column) and values[column.name] not in (None, "")
    )
    return RecordShown(row.table, columns, row.source, row.loaded_on, bool(own_days & days))


def _is_told(table: Table, column: Column) -> bool:
    """Whether a column is for people to read: no child's id, and no source's own id of a row."""
    return column.name != table.key and column.refers_to in ("", "workers")


def _value(table: str, column: Column, value: object, workers: Mapping[str, str]) -> object:
    if column.refers_to == "workers":
        return workers.get(str(value), value)
    return in_words(table, column.name, value)
