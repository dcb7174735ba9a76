"""From lists in other shapes to record tables: which column of which list means what.

A door declares a ``Mapping`` for each record table a list can give. The rest is the same for all:
finding the columns under their many spellings, translating their words, joining what several
lists say of one thing.
"""

import calendar
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from sightline.records.table import DATE
from sightline.records.tables import TABLES
from sightline.sources.arrival import FILE, ROW, ArrivedTable, Fault, typed_schema
from sightline.sources.typing_rows import SourceRows, typed_table

Translate = Callable[[str], str | None]


@dataclass(frozen=True)
class SourceList:
    """One list as it came: its columns as text, by plain name, with the row each value stands in.

    ``file`` names it to a reader, such as "annex-a.xlsx, List 7".
    """

    file: str
    columns: dict[str, list[str | None]]
    rows: list[int]


@dataclass(frozen=True)
class Take:
    """One record column, the names its source column may have, and how its words translate."""

    column: str
    names: tuple[str, ...]
    translate: Translate | None = None


@dataclass(frozen=True)
class Fill:
    """How one list fills one record table.

    ``only_where``  a record column without which a row of the list tells nothing of this table.
    ``numbered``    record columns that get the row's place as id, so that rows of one list join.
    ``always``      record columns that say the same in every row of such a list.
    ``partly``      columns that are told only in part, with the reason.
    """

    table: str
    takes: tuple[Take, ...]
    only_where: str = ""
    numbered: tuple[str, ...] = ()
    always: Mapping[str, str] = field(default_factory=dict)
    partly: Mapping[str, str] = field(default_factory=dict)


def plain(name: object) -> str:
    """A heading without case, spaces and signs, so that its spellings meet."""
    return re.sub(r"[^a-z0-9]", "", str(name or "").lower())


def fill(one: Fill, source: SourceList) -> ArrivedTable:
    """The rows of a record table that a list tells."""
    table = TABLES[one.table]
    columns: dict[str, list[str | None]] = {}
    for take in one.takes:
        for name in take.names:
            if plain(name) in source.columns:
                columns[take.column] = _translated(source.columns[plain(name)], take.translate)
                break
    told = _told(columns.get(one.only_where), len(source.rows)) if one.only_where else None
    places = list(range(len(source.rows))) if told is None else told
    rows = [source.rows[place] for place in places]
    for name in one.numbered:
        columns[name] = [f"{source.file}, row {row}" for row in source.rows]
    for name, value in one.always.items():
        columns[name] = [value] * len(source.rows)
    arrived = typed_table(
        table,
        SourceRows(
            {
                name: pa.array([values[place] for place in places], pa.string())
                for name, values in columns.items()
            },
            pa.array([source.file] * len(rows), pa.string()),
            pa.array(rows, pa.int64()),
        ),
    )
    return replace(arrived, partly=dict(one.partly))


def _told(values: list[str | None] | None, length: int) -> list[int]:
    if values is None:
        return []
    return [place for place in range(length) if (values[place] or "").strip()]


def _translated(values: list[str | None], translate: Translate | None) -> list[str | None]:
    if translate is None:
        return values
    known: dict[str | None, str | None] = {None: None}
    for value in values:
        if value not in known:
            known[value] = translate(value.strip()) if value is not None else None
    return [known[value] for value in values]


def together(parts: Iterable[ArrivedTable]) -> dict[str, ArrivedTable]:
    """All parts by record table, those of one table put after each other."""
    found: dict[str, list[ArrivedTable]] = {}
    for part in parts:
        found.setdefault(part.table.name, []).append(part)
    return {
        name: ArrivedTable(
            some[0].table,
            pa.concat_tables([part.rows for part in some]),
            frozenset().union(*(part.filled for part in some)),
            {column: why for part in some for column, why in part.partly.items()},
            [fault for part in some for fault in part.faults],
            [row for part in some for row in part.unread_rows],
        )
        for name, some in found.items()
    }


def latest_day(tables: Iterable[ArrivedTable]) -> date | None:
    """The latest day that anything happened on, days still to come apart."""
    days = [
        pc.max(pc.filter(one.rows[column.name], pc.less_equal(one.rows[column.name], date.today())))
        for one in tables
        for column in one.table.columns
        if column.type == DATE and not column.planned
    ]
    return max((day.as_py() for day in days if day.is_valid), default=None)


def said_of_itself(file: str, day: date | None, months_told: int) -> ArrivedTable:
    """The extract's row of a source that tells some months up to a day and says neither."""
    table = TABLES["extract"]
    earliest = months_before(day, months_told) if day else None
    rows = pa.Table.from_pylist(
        [{"extract_day": day, "earliest_day": earliest, FILE: file, ROW: 0}], typed_schema(table)
    )
    return ArrivedTable(table, rows, frozenset({"extract_day", "earliest_day"}))


def months_before(day: date, months: int) -> date:
    """The same day of an earlier month, or the last one where that month is shorter."""
    month = day.year * 12 + day.month - 1 - months
    year, month = divmod(month, 12)
    length = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, length))


def one_row_each(arrived: ArrivedTable, by: tuple[str, ...]) -> ArrivedTable:
    """Join rows about one thing (alike in ``by``), each value from the first row that gives one.

    Where two rows say different things the first stays and the other is a fault.
    """
    ids = {
        column.name
        for column in arrived.table.columns
        if column.name == arrived.table.key or column.refers_to
    }
    joined: dict[tuple[object, ...], dict[str, object]] = {}
    alone: list[dict[str, object]] = []
    faults = list(arrived.faults)
    for row in arrived.rows.to_pylist():
        about = tuple(row[name] for name in by)
        if None in about:
            alone.append(row)
        elif about not in joined:
            joined[about] = row
        else:
            faults.extend(
                fault
                for fault in _joined(arrived.table.name, joined[about], row)
                if fault.column not in ids
            )
    rows = pa.Table.from_pylist([*joined.values(), *alone], arrived.rows.schema)
    return replace(arrived, rows=rows, faults=faults)


def _joined(table: str, first: dict[str, object], second: dict[str, object]) -> Iterable[Fault]:
    for name, value in second.items():
        if name in (FILE, ROW) or value is None:
            continue
        if first[name] is None:
            first[name] = value
        elif first[name] != value:
            yield Fault(
                table,
                name,
                str(second[FILE]),
                int(str(second[ROW])),
                f"It says another {name} than {first[FILE]}, row {first[ROW]}, which is kept.",
                "Find out which is right and correct the other at the source.",
            )
