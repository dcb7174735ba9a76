"""Record tables as rows in memory, child by child, for writing them as a return.

They come from a ledger, as known by a day, or from a folder of one Parquet file per table.
"""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from sightline.ledger.reading import Extract, coverage_of, extract_of, records_of
from sightline.records.known import as_known_on
from sightline.records.tables import TABLES
from sightline.sources.could_not import CouldNot

Row = dict[str, Any]
RowsByChild = dict[str, list[Row]]


class ToldRecords:
    """Record tables of one authority. Rows of a child stand in the order in which they happened.

    ``day``      the last day they speak of.
    ``records``  the same tables to be counted, where they come from a ledger.
    """

    def __init__(
        self,
        extract: Extract,
        day: date,
        find: Callable[[str], list[Row]],
        tells: Callable[[str], bool],
        records: Mapping[str, Any] | None = None,
    ) -> None:
        self.extract = extract
        self.authority = extract.authority
        self.day = day
        self.records = records or {}
        self.tells = tells
        self._find = find
        self.children: dict[str, Row] = {row["child"]: row for row in self.rows("children")}

    @classmethod
    def of_folder(cls, folder: Path) -> "ToldRecords":
        """The tables of a folder, on its extract day."""
        (said,) = pq.read_table(folder / "extract.parquet").to_pylist()
        extract = Extract(
            said["authority"], said["extract_day"], said["earliest_day"], bool(said["made_up"])
        )

        def find(table: str) -> list[Row]:
            file = folder / f"{table}.parquet"
            return pq.read_table(file).to_pylist() if file.exists() else []

        return cls(
            extract,
            said["extract_day"],
            find,
            lambda column: (folder / f"{column.split('.')[0]}.parquet").exists(),
        )

    @classmethod
    def of_ledger(
        cls, backend: Any, on: date | None, columns: Mapping[str, frozenset[str]]
    ) -> "ToldRecords":
        """The tables of a ledger as known by the day ``on``, and of each only some ``columns``.

        On the last day the source speaks of, and by default, they stand as they are. On an earlier
        day what came later is left out. Raises CouldNot for a day the source does not reach.
        """
        extract = extract_of(backend)
        day = on or extract.extract_day
        if day is None:
            raise CouldNot("The records hold no date at all.", "Give the day with --on.")
        if extract.extract_day and day > extract.extract_day:
            raise CouldNot(
                f"The records speak of no day after {extract.extract_day}.",
                f"Give that day or an earlier one, or load a source that reaches to {day}.",
            )
        whole = records_of(backend)
        cut = extract.extract_day is not None and day < extract.extract_day
        records = {
            name: as_known_on(TABLES[name], whole[name], day) if cut else whole[name]
            for name in TABLES
            if name in columns
        }
        filled = {
            f"{row['table']}.{row['column']}"
            for row in coverage_of(backend).to_pylist()
            if row["filled"]
        }

        def find(table: str) -> list[Row]:
            rows = records[table]
            order = [name for name in (TABLES[table].happened, TABLES[table].key) if name]
            needed = [name for name in rows.columns if name in columns[table] or name in order]
            return rows.select(*needed).order_by(order).to_pyarrow().to_pylist()

        return cls(extract, day, find, filled.__contains__, records)

    def rows(self, table: str) -> list[Row]:
        """Every row of a record table; none where the authority does not tell of it."""
        return self._find(table)

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
    began = row[starts]
    return began is not None and began <= last and (row[ends] is None or row[ends] >= first)


def last_row_by(rows: list[Row], happened: str, day: date) -> Row | None:
    """The last row that happened by a day; None where none did."""
    return next((row for row in reversed(rows) if row[happened] and row[happened] <= day), None)


def last_between(rows: list[Row], happened: str, since: date, until: date) -> Row | None:
    """The last row that happened between two days, both included; None where none did."""
    row = last_row_by(rows, happened, until)
    return row if row and row[happened] >= since else None
