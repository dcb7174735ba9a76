"""The data check: from what a door brought in to what the ledger may hold, row by row accounted for."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pyarrow as pa

from sightline.ledger.checks import (
    WorkingTable,
    lay_out,
    set_aside_what_cannot_be_used,
    with_rows,
)
from sightline.ledger.coverage import coverage
from sightline.ledger.faults import find_faults
from sightline.ledger.keeping.destroyed import Destroyed
from sightline.ledger.local_words import in_our_words
from sightline.ledger.settings import Settings
from sightline.records.table import DATE
from sightline.records.tables import TABLES
from sightline.sources.arrival import FILE, ROW, Arrival

UNNAMED = "unnamed"


@dataclass(frozen=True)
class TableCount:
    """What became of the rows of one table: ``read`` is always ``kept`` plus ``set_aside``."""

    table: str
    read: int
    kept: int
    set_aside: int
    emptied: int


@dataclass
class Examined:
    """A source after the data check.

    ``tables``     every record table with its kept rows; one the source lacks is there and empty.
    ``set_aside``  one row for each row that no rule may see: its place, reason, and how to mend it.
    ``faults``     what to mend although the row is kept; ``rows`` says how many a line stands for.
    ``notes``      sentences worth saying.
    """

    tables: dict[str, pa.Table]
    set_aside: pa.Table
    faults: pa.Table
    coverage: pa.Table
    counts: list[TableCount]
    notes: list[str] = field(default_factory=list)


def examine(
    arrival: Arrival,
    settings: Settings,
    today: date | None = None,
    *,
    destroyed: Destroyed | None = None,
) -> Examined:
    """Check what arrived. Nothing is written anywhere.

    ``today`` bounds the extract day where the source does not name one: a day that has not come
    yet is a slip of the keyboard. ``destroyed`` says whose rows must not come in again.
    """
    from sightline.engine.store import open_memory

    backend = open_memory()
    connection = backend.con
    try:
        for name, arrived in arrival.tables.items():
            arrived.rows = in_our_words(name, arrived.rows, settings)
        working = lay_out(connection, arrival)
        found = set_aside_what_cannot_be_used(
            connection, working, arrival, destroyed or Destroyed()
        )
        notes = list(arrival.notes)
        notes += _say_of_itself(connection, working, settings, today or date.today())
        notes += _children_not_there(working, arrival)
        find_faults(connection, working, arrival)
        set_aside = _set_aside(connection, working, arrival)
        return Examined(
            {name: _kept(connection, name, working) for name in TABLES},
            set_aside,
            connection.sql("SELECT * FROM work_faults").to_arrow_table(),
            coverage(connection, working, arrival, found),
            _counts(connection, working, arrival),
            notes,
        )
    finally:
        backend.disconnect()


def _say_of_itself(
    connection: Any, working: dict[str, WorkingTable], settings: Settings, today: date
) -> list[str]:
    """Make ``work_extract``, the one row that says whose records these are and up to which day."""
    names = ", ".join(TABLES["extract"].column_names)
    schema = "authority VARCHAR, extract_day DATE, earliest_day DATE, made_up BOOLEAN"
    connection.execute(f"CREATE TABLE work_extract ({schema})")
    if "extract" in working:
        connection.execute(
            f"INSERT INTO work_extract SELECT {names} FROM work.extract WHERE why_set_aside IS NULL"
        )
    if not connection.execute("SELECT count(*) FROM work_extract").fetchall()[0][0]:
        connection.execute("INSERT INTO work_extract VALUES (NULL, NULL, NULL, NULL)")
    authority, extract_day, *_ = connection.execute("SELECT * FROM work_extract").fetchall()[0]
    notes = []
    if not authority:
        authority = settings.authority or UNNAMED
        connection.execute("UPDATE work_extract SET authority = ?", [authority])
        notes.append(
            f"The source does not name its authority; it is called {authority} "
            "(sightline.toml can name it)."
        )
    if not extract_day:
        extract_day = _latest_day(connection, working, today)
        connection.execute("UPDATE work_extract SET extract_day = ?", [extract_day])
        notes.append(_latest_day_said(extract_day))
    return notes


def _latest_day_said(day: date | None) -> str:
    if day is None:
        return "The source does not say its day, and holds no date to tell it from."
    return f"The source does not say its day; {day} is taken, the latest day any record tells of."


def _latest_day(connection: Any, working: dict[str, WorkingTable], today: date) -> date | None:
    latest = [
        f"SELECT max({column.name}) AS day FROM {one.name} "
        f"WHERE why_set_aside IS NULL AND {column.name} <= DATE '{today}'"
        for one in with_rows(working)
        for column in one.table.columns
        if column.type == DATE and not column.planned
    ]
    if not latest:
        return None
    return connection.execute(f"SELECT max(day) FROM ({' UNION ALL '.join(latest)})").fetchall()[0][
        0
    ]


def _children_not_there(working: dict[str, WorkingTable], arrival: Arrival) -> list[str]:
    if "children" in working:
        return []
    why = "could not be read" if "children" in arrival.unread_tables else "is missing"
    return [
        f"The table of children {why}: nobody could check that each row is about a known child."
    ]


def _kept(connection: Any, name: str, working: dict[str, WorkingTable]) -> pa.Table:
    table = TABLES[name]
    names = ", ".join(table.column_names)
    if name == "extract":
        rows = connection.sql(f"SELECT {names} FROM work_extract").to_arrow_table()
    elif name in working and working[name].rows:
        rows = connection.sql(
            f"SELECT {names} FROM {working[name].name} WHERE why_set_aside IS NULL"
        ).to_arrow_table()
    else:
        return table.arrow_schema.empty_table()
    return rows.cast(table.arrow_schema)


def _set_aside(connection: Any, working: dict[str, WorkingTable], arrival: Arrival) -> pa.Table:
    connection.execute(
        """
        CREATE TABLE work_set_aside (
            "table" VARCHAR, file VARCHAR, "row" BIGINT, key VARCHAR, child VARCHAR,
            reason VARCHAR, how_to_mend VARCHAR, row_values VARCHAR
        )
        """
    )
    for one in with_rows(working):
        table = one.table
        child = "child" if "child" in table.column_names else "NULL"
        values = ", ".join(f"'{name}': {name}" for name in table.column_names)
        connection.execute(
            f"""
            INSERT INTO work_set_aside
            SELECT '{table.name}', {FILE}, {ROW}, {table.key or "NULL"}, {child},
                why_set_aside, how_to_mend_it, to_json({{{values}}})
            FROM {one.name} WHERE why_set_aside IS NOT NULL ORDER BY {FILE}, {ROW}
            """
        )
    for arrived in arrival.tables.values():
        for row in arrived.unread_rows:
            connection.execute(
                "INSERT INTO work_set_aside VALUES (?, ?, ?, NULL, NULL, ?, ?, NULL)",
                [row.table, row.file, row.row, row.reason, row.how_to_mend],
            )
    return connection.sql("SELECT * FROM work_set_aside").to_arrow_table()


def _counts(
    connection: Any, working: dict[str, WorkingTable], arrival: Arrival
) -> list[TableCount]:
    set_aside = dict(
        connection.execute('SELECT "table", count(*) FROM work_set_aside GROUP BY ALL').fetchall()
    )
    kept = {
        one.table.name: connection.execute(
            f"SELECT count(*) FROM {one.name} WHERE why_set_aside IS NULL"
        ).fetchall()[0][0]
        for one in with_rows(working)
    }
    counts = []
    for name in working:
        arrived = arrival.tables[name]
        one = TableCount(
            name,
            read=arrived.rows.num_rows + len(arrived.unread_rows),
            kept=kept.get(name, 0),
            set_aside=set_aside.get(name, 0),
            emptied=sum(fault.emptied for fault in arrived.faults),
        )
        if one.read != one.kept + one.set_aside:
            raise AssertionError(f"{name}: the rows read are not those kept and set aside: {one}")
        counts.append(one)
    return counts
