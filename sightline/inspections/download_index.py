"""The list that comes with downloaded reports: which file is about whom, and when it came out.

Columns: file, urn (the inspectorate's number), authority, published (YYYY-MM-DD). Newer reports
print no date of publication, so for them this list is the only source.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sightline.inspections.could_not_read import IndexNotUsable

COLUMNS = ("file", "urn", "authority", "published")


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One line of the list."""

    urn: str
    authority: str
    published: date | None


def read_index(path: Path) -> dict[str, IndexEntry]:
    """The list by file name; raises IndexNotUsable with the reason."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as opened:
            rows = list(csv.DictReader(opened))
    except (OSError, UnicodeDecodeError, csv.Error):
        raise IndexNotUsable(f"The index {path} cannot be opened as a CSV file.") from None
    if rows and (missing := [name for name in COLUMNS if name not in rows[0]]):
        raise IndexNotUsable(f"The index {path} has no column {', '.join(missing)}.")
    return {
        row["file"]: IndexEntry(row["urn"] or "", row["authority"] or "", _day(row, path))
        for row in rows
        if row["file"]
    }


def _day(row: dict[str, str], path: Path) -> date | None:
    if not row["published"]:
        return None
    try:
        return date.fromisoformat(row["published"])
    except ValueError:
        raise IndexNotUsable(
            f"The index {path} dates {row['file']} as {row['published']!r}; "
            "dates are written YYYY-MM-DD."
        ) from None
