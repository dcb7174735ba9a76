"""A made-up authority read back from its folder, child by child, for writing it as a return."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from sightline.records.tables import TABLES

Row = dict[str, Any]
RowsByChild = dict[str, list[Row]]


class ToldRecords:
    """The record tables of one folder. Rows of a child stand in the order in which they happened."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        (extract,) = pq.read_table(folder / "extract.parquet").to_pylist()
        self.authority: str = extract["authority"]
        self.extract_day: date = extract["extract_day"]
        self.children: dict[str, Row] = {row["child"]: row for row in self.rows("children")}

    def rows(self, table: str) -> list[Row]:
        """Every row of a record table; none where the authority does not tell of it."""
        file = self._folder / f"{table}.parquet"
        return pq.read_table(file).to_pylist() if file.exists() else []

    def by_child(self, table: str, keep: Callable[[Row], bool] = lambda row: True) -> RowsByChild:
        """The rows of each child that ``keep`` keeps, in the order in which they happened."""
        happened = TABLES[table].happened
        found: RowsByChild = {}
        for row in self.rows(table):
            if keep(row):
                found.setdefault(row["child"], []).append(row)
        if happened:
            for rows in found.values():
                rows.sort(key=lambda row: row[happened] or date.min)
        return found


def known_by(row: Row, day: date, *ends: str) -> Row:
    """The row as it was on a day: what ended later had not ended, and nobody knew why it would."""
    end, *known_then = ends
    if row.get(end) is not None and row[end] > day:
        return {**row, end: None, **dict.fromkeys(known_then)}
    return row


def ran_between(row: Row, starts: str, ends: str, first: date, last: date) -> bool:
    """Whether something ran on any day between two days, both included."""
    return row[starts] <= last and (row[ends] is None or row[ends] >= first)


def last_row_by(rows: list[Row], happened: str, day: date) -> Row | None:
    """The last row that happened by a day; None where none did."""
    return next((row for row in reversed(rows) if row[happened] and row[happened] <= day), None)
