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

    ``coverage`` has a row per column of every record table: table, column, rows, filled, and
    because, which says why it is not filled.
    """
    return missing_of(rule.needs, coverage)


def missing_of(needs: Iterable[str], coverage: pa.Table) -> list[Missing]:
    """Which of the "table.column" in ``needs`` a source does not fill; ``coverage`` as in ``why_not``."""
    filled = {(row["table"], row["column"]): row for row in coverage.to_pylist()}
    missing = (_missing(need, filled) for need in needs)
    return [found for found in missing if found is not None]


def subjects_not_judged(rule: Rule, coverage: pa.Table) -> int:
    """How many rows there are of what the rule counts its subjects in."""
    rows = (row["rows"] for row in coverage.to_pylist() if row["table"] == rule.counted_in)
    return max(rows, default=0)


def sentence(missing: Iterable[Missing]) -> str:
    """The reasons, each once, as one text for a page or the table cannot_tell."""
    return " ".join(dict.fromkeys(found.reason for found in missing))


def _missing(need: str, filled: Mapping[tuple[str, str], Mapping[str, Any]]) -> Missing | None:
    table, _, column = need.partition(".")
    row = filled.get((table, column))
    if row is not None and row["filled"]:
        return None
    return Missing(table, column, _reason(table, column, row))


def _reason(table: str, column: str, row: Mapping[str, Any] | None) -> str:
    words = table.replace("_", " ")
    if row is None:
        return f"The source holds no {words}."
    return f"The source does not fill {column} in {words}: {row['because']}."
