"""The Standard Safeguarding Dataset, field by field: where each goes, and who leaves it empty.

``ssd_fields.csv`` beside this file has one line per field of the Dataset's 46 core tables (Data to
Insight, version 1.4.5, with the three fields its scripts have beyond the specification). Names
and item references are the Dataset's. Which case systems fill a field was read from the scripts
shipped for them; a council may have changed its own.
"""

import csv
from dataclasses import dataclass
from importlib import resources

CASE_SYSTEMS = {"systemc": "SystemC", "mosaic": "Mosaic", "eclipse": "Eclipse"}


@dataclass(frozen=True)
class SsdField:
    """One field of the Dataset.

    ``ours``               the columns it fills, as (table, column); empty where it is not taken.
    ``not_taken_because``  why not; "" where it is taken.
    ``not_filled_by``      keys of ``CASE_SYSTEMS`` whose script lacks it or leaves it empty.
    """

    table: str
    field: str
    item: str
    ours: tuple[tuple[str, str], ...]
    not_taken_because: str
    not_filled_by: frozenset[str]


def _read() -> tuple[SsdField, ...]:
    text = resources.files(__package__).joinpath("ssd_fields.csv").read_text(encoding="utf-8")
    return tuple(
        SsdField(
            row["table"],
            row["field"],
            row["item"],
            tuple(_table_and_column(name) for name in row["ours"].split()),
            row["not_taken_because"],
            frozenset(row["not_filled_by"].split()),
        )
        for row in csv.DictReader(text.splitlines())
    )


def _table_and_column(name: str) -> tuple[str, str]:
    table, _, column = name.partition(".")
    return table, column


SSD_FIELDS = _read()
"""Every field, in the order of the Dataset."""

SSD_TABLES = tuple(dict.fromkeys(field.table for field in SSD_FIELDS))
"""Names of the Dataset's 46 core tables."""


def fields_that_fill(table: str, column: str) -> tuple[SsdField, ...]:
    """The fields of the Dataset that fill a column; none where it holds no such thing."""
    return _BY_COLUMN.get((table, column), ())


def case_systems_that_fill(table: str, column: str) -> frozenset[str]:
    """Keys of ``CASE_SYSTEMS`` whose extract fills the column, from one field or another."""
    return frozenset(
        system
        for system in CASE_SYSTEMS
        if any(system not in field.not_filled_by for field in fields_that_fill(table, column))
    )


def _by_column() -> dict[tuple[str, str], tuple[SsdField, ...]]:
    found: dict[tuple[str, str], tuple[SsdField, ...]] = {}
    for field in SSD_FIELDS:
        for place in field.ours:
            found[place] = (*found.get(place, ()), field)
    return found


_BY_COLUMN = _by_column()
