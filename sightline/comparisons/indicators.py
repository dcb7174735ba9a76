"""What is compared: the published data sets that are known, and the indicators declared on them.

Both are declared in CSV files beside this one. Every other column of a published file is kept too,
and can be compared as it is.
"""

import csv
from dataclasses import dataclass
from importlib import resources
from typing import Any

LOWER, HIGHER = "lower", "higher"
PUBLISHED, TABLE = "published", "table"
"""Where an indicator's figures come from: a file as published, or a table of indicators."""

Filters = tuple[tuple[str, str], ...]
"""Which rows of a file: each column and what stands in it."""


@dataclass(frozen=True)
class Dataset:
    """A published data set.

    ``told_by``     headings by which a file of it is known, whatever the file is called.
    ``year_words``  what one of its years is.
    """

    key: str
    title: str
    publisher: str
    told_by: tuple[str, ...]
    year_words: str


@dataclass(frozen=True)
class Indicator:
    """One figure that councils are compared by.

    ``better``       "lower", "higher", or "" where neither is better: then nothing is ranked.
    ``value``        column that holds the published figure; "" where it is worked out of the counts.
    ``numerator``, ``denominator``  columns of the counts, several to be added joined by +.
    ``base_dataset``, ``base_filters``, ``base_years_earlier``  where the denominator stands, if not
                     in the row itself, and how many years before.
    ``per``          for how many the figure is given: 100, 10,000, 1.
    ``interval``     "share", "rate", or "" where the counts allow none.
    ``table_id``     its name in a table of indicators; ``prefers`` the source used where both are there.
    """

    key: str
    label: str
    unit: str
    better: str
    themes: tuple[str, ...] = ()
    dataset: str = ""
    filters: Filters = ()
    value: str = ""
    numerator: str = ""
    denominator: str = ""
    base_dataset: str = ""
    base_filters: Filters = ()
    base_years_earlier: int = 0
    per: int = 1
    interval: str = ""
    table_id: str = ""
    prefers: str = PUBLISHED
    note: str = ""


def filters_of(text: str) -> Filters:
    """Filters written as ``column=words; column=words``."""
    parts = [part.split("=", 1) for part in text.split("; ") if part]
    return tuple((column, words) for column, words in parts)


def _rows(name: str) -> list[dict[str, str]]:
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _several(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split("; ") if part)


def _dataset(row: dict[str, Any]) -> Dataset:
    return Dataset(**{**row, "told_by": _several(row["told_by"])})


def _declared(row: dict[str, Any]) -> Indicator:
    return Indicator(
        **{
            **row,
            "unit": row["unit"].replace("10000", "10,000"),
            "themes": _several(row["themes"]),
            "filters": filters_of(row["filters"]),
            "base_filters": filters_of(row["base_filters"]),
            "base_years_earlier": int(row["base_years_earlier"] or 0),
            "per": int(row["per"]),
        }
    )


DATASETS: dict[str, Dataset] = {row["key"]: _dataset(row) for row in _rows("datasets.csv")}
"""Every known data set by its key."""

INDICATORS: dict[str, Indicator] = {row["key"]: _declared(row) for row in _rows("indicators.csv")}
"""Every declared indicator by its key."""
