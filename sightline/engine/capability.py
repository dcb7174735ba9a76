"""Whether a source can answer a rule at all: zero is never a synonym of unknown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from sightline.engine.rule import Rule


@dataclass(frozen=True)
class Missing:
    """One column a rule needs and the source does not fill, with the reason in a sentence."""

    table: str
    column: str
    reason: str


def why_not(rule: Rule, coverage: pa.Table) -> list[Missing]:
    """What the rule misses in a source; empty where it can be asked.

    ``coverage`` has a row per column of the source: table, column, rows, and how many of those
    rows it fills. A table without rows fills nothing: many sources make every table and leave
    those they do not keep empty.
    """
    filled = {(row["table"], row["column"]): row for row in coverage.to_pylist()}
    tables = {table for table, _ in filled}
    missing = (_missing(need, filled, tables) for need in rule.needs)
    return [found for found in missing if found is not None]


def subjects_not_judged(rule: Rule, coverage: pa.Table) -> int:
    """How many rows there are of what the rule counts its subjects in."""
    rows = (row["rows"] for row in coverage.to_pylist() if row["table"] == rule.counted_in)
    return max(rows, default=0)


def sentence(missing: Iterable[Missing]) -> str:
    """The reasons, each once, as one text for a page or the table cannot_tell."""
    return " ".join(dict.fromkeys(found.reason for found in missing))


def _missing(
    need: str, filled: Mapping[tuple[str, str], Mapping[str, Any]], tables: set[str]
) -> Missing | None:
    table, _, column = need.partition(".")
    row = filled.get((table, column))
    if row is not None and row["filled"]:
        return None
    return Missing(table, column, _reason(table, column, row, table in tables))


def _reason(table: str, column: str, row: Mapping[str, Any] | None, has_table: bool) -> str:
    words = table.replace("_", " ")
    if not has_table:
        return f"The source holds no {words}."
    if row is None:
        return f"The source has no column {column} in {words}."
    if not row["rows"]:
        return f"The source holds no {words}: the table is empty."
    return f"The source never fills {column} in {words} ({row['rows']:,} rows)."
