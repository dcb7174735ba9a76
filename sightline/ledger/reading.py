"""Reading the ledger: the one way pages, rules and measures come to the records."""

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa

from sightline.ledger.coverage import COVERAGE_SCHEMA
from sightline.ledger.history import stood_after
from sightline.ledger.laying_together import extract_as_told, lay_together_as_known
from sightline.records.table import DATE, Table
from sightline.records.tables import TABLES
from sightline.sources.could_not import CouldNot


@dataclass(frozen=True)
class Extract:
    """What the loaded source says of itself.

    ``extract_day``   the last day it can speak of; None where the records hold no date at all.
    ``earliest_day``  the day before which it promises nothing; None where it does not say.
    ``made_up``       True where the authority and every child in it are invented.
    """

    authority: str
    extract_day: date | None
    earliest_day: date | None
    made_up: bool


class Records(Mapping[str, Any]):
    """Every record table by name, as Ibis tables.

    There are dozens, and Ibis asks the ledger for the columns of each: a table is looked up when
    it is first used.
    """

    def __init__(self, find: Callable[[str], Any]) -> None:
        self._find = find
        self._found: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in TABLES:
            raise KeyError(f"No record table is called {name}.")
        if name not in self._found:
            self._found[name] = self._find(name)
        return self._found[name]

    def __iter__(self) -> Iterator[str]:
        return iter(TABLES)

    def __len__(self) -> int:
        return len(TABLES)


def records_of(backend: Any, *, known_on: date | None = None) -> Records:
    """Every record table by name, as Ibis tables; one that the source lacks is there and empty.

    ``known_on`` gives the records as the ledger had them at the end of that day: what was loaded
    later is not there, what has since been changed or taken out is. Before the first load there
    is nothing. Rows are told by what they say; the ids that join them are the latest.
    """
    if known_on is None:
        return Records(lambda name: _table(backend, name, "records"))
    load = load_known_on(backend, known_on)
    laid = lay_together_as_known(backend.con, load)
    if laid:
        return Records(lambda name: backend.table(laid(name), database=("temp", "main")))
    return Records(lambda name: _as_loaded(_table(backend, name, "history"), name, load))


def _table(backend: Any, name: str, schema: str) -> Any:
    from ibis.common.exceptions import TableNotFound

    try:
        return backend.table(name, database=schema)
    except TableNotFound as error:
        raise CouldNot(
            "This ledger was made by an earlier Sightline, which knew fewer records.",
            "Load the source again: sightline load brings the ledger up to date.",
        ) from error


def _as_loaded(rows: Any, name: str, load: int) -> Any:
    stood = (rows.known_from <= load) & (rows.known_to.isnull() | (rows.known_to > load))
    return rows.filter(stood).select(*TABLES[name].column_names)


def load_known_on(backend: Any, day: date) -> int:
    """Number of the last load made by the end of ``day``; 0 before the first."""
    return backend.con.execute(
        "SELECT coalesce(max(load), 0) FROM load.loads WHERE loaded_on <= ?", [day]
    ).fetchall()[0][0]


def coverage_of(backend: Any, *, known_on: date | None = None) -> pa.Table:
    """Which columns the source fills: table, column, rows, values, filled, because.

    ``known_on`` gives what the last load made by that day filled; before the first load nothing.
    """
    if known_on is None:
        load = _last_load(backend)
    elif not (load := load_known_on(backend, known_on)):
        return _nothing_filled(known_on)
    return backend.con.sql(
        f"SELECT * EXCLUDE (load) FROM load.coverage WHERE load = {load}"
    ).to_arrow_table()


def _nothing_filled(day: date) -> pa.Table:
    because = f"nothing had been loaded by {day}"
    rows = [
        {"table": table.name, "column": column, "because": because}
        for table in TABLES.values()
        for column in table.column_names
    ]
    nothing = {"rows": 0, "values": 0, "filled": False}
    return pa.Table.from_pylist([{**row, **nothing} for row in rows], COVERAGE_SCHEMA)


def _last_load(backend: Any) -> int:
    return backend.con.execute("SELECT max(load) FROM load.loads").fetchall()[0][0]


def extract_of(backend: Any, *, known_on: date | None = None) -> Extract:
    """What the source says of itself, or what was told from its records where it says nothing.

    ``known_on`` gives what was said by the end of that day; before the first load no day was.
    """
    authority, extract_day, earliest_day, made_up = backend.con.execute(
        "SELECT authority, extract_day, earliest_day, made_up FROM records.extract"
    ).fetchall()[0]
    if known_on is None:
        return Extract(authority, extract_day, earliest_day, bool(made_up))
    then = extract_as_told(backend.con, stood_after(load_known_on(backend, known_on)))
    return Extract(authority, then.get("extract_day"), then.get("earliest_day"), bool(made_up))


def child_records(
    backend: Any,
    child: str,
    *,
    tables: Collection[str] = (),
    known_on: date | None = None,
) -> dict[str, list[dict[str, Any]]]:
    """Everything recorded about one child: for each table its rows in order of the day they happened.

    A table without a row about the child is left out; an unknown child gives an empty dict.
    ``tables`` asks these alone, in less time. ``known_on`` gives what the ledger had loaded by the
    end of that day.
    """
    where, busy = "records", _tables_with_rows(backend)
    laid, stood = None, "TRUE"
    if known_on is not None:
        load = load_known_on(backend, known_on)
        where, busy, laid = "history", set(TABLES), lay_together_as_known(backend.con, load)
        stood = "TRUE" if laid else stood_after(load)
    wanted = busy & set(tables) if tables else busy
    places = {
        name: laid(name) if laid else f"{where}.{name}"
        for name, table in TABLES.items()
        if name in wanted and "child" in table.column_names
    }
    return _rows_about(backend.con, child, places, stood) if places else {}


def _rows_about(
    connection: Any, child: str, places: Mapping[str, str], stood: str
) -> dict[str, list[dict[str, Any]]]:
    """The rows of all places that are about a child, asked in one statement: most of the time that
    dozens of small ones take is setting each of them up."""
    asked = " UNION ALL ".join(
        f"SELECT '{name}', to_json(told) FROM (SELECT {', '.join(TABLES[name].column_names)} "
        f"FROM {place} WHERE child = $1 AND {stood}) AS told"
        for name, place in places.items()
    )
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in places}
    for name, told in connection.execute(asked, [child]).fetchall():
        found[name].append(_with_dates(TABLES[name], json.loads(told)))
    return {name: _in_turn(TABLES[name], rows) for name, rows in found.items() if rows}


def _in_turn(table: Table, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows by the day on which each happened, those without one first."""
    happened = table.happened
    return sorted(rows, key=lambda row: row[happened] or date.min) if happened else rows


def _with_dates(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    for column in table.columns:
        if column.type == DATE and row[column.name] is not None:
            row[column.name] = date.fromisoformat(row[column.name])
    return row


def _tables_with_rows(backend: Any) -> set[str]:
    """Sources bring dozens of tables without rows: asking each would take longer than the answer."""
    busy = backend.con.execute(
        "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'records' AND estimated_size > 0"
    ).fetchall()
    return {name for (name,) in busy}


def set_aside_of(backend: Any) -> pa.Table:
    """Rows of the last load that no rule sees: table, file, row, key, child, reason, how_to_mend, row_values."""
    return backend.con.sql("SELECT * FROM load.set_aside").to_arrow_table()


def faults_of(backend: Any) -> pa.Table:
    """Faults of the last load whose rows were kept: table, column, file, row, key, fault, value, rows, emptied, how_to_mend."""
    return backend.con.sql("SELECT * FROM load.faults").to_arrow_table()


def loads_of(backend: Any) -> pa.Table:
    """Every load there was, the newest first."""
    return backend.con.sql(
        "SELECT * EXCLUDE (fingerprint) FROM load.loads ORDER BY load DESC"
    ).to_arrow_table()
