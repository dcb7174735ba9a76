"""Reading the ledger: the one way pages, rules and measures come to the records."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa

from sightline.records.tables import TABLES


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


def records_of(backend: Any) -> dict[str, Any]:
    """Every record table by name, as Ibis tables; one that the source lacks is there and empty."""
    return {name: backend.table(name, database="records") for name in TABLES}


def coverage_of(backend: Any) -> pa.Table:
    """Which columns the source fills: table, column, rows, values, filled, because."""
    return backend.con.sql("SELECT * FROM load.coverage").to_arrow_table()


def extract_of(backend: Any) -> Extract:
    """What the source says of itself, or what was told from its records where it says nothing."""
    authority, extract_day, earliest_day, made_up = backend.con.execute(
        "SELECT authority, extract_day, earliest_day, made_up FROM records.extract"
    ).fetchall()[0]
    return Extract(authority, extract_day, earliest_day, bool(made_up))


def child_records(backend: Any, child: str) -> dict[str, list[dict[str, Any]]]:
    """Everything recorded about one child: for each table its rows in order of the day they happened.

    A table without a row about the child is left out; an unknown child gives an empty dict.
    """
    found = {}
    for table in TABLES.values():
        if "child" not in table.column_names:
            continue
        order = f" ORDER BY {table.happened} NULLS FIRST" if table.happened else ""
        cursor = backend.con.execute(
            f"SELECT * FROM records.{table.name} WHERE child = ?{order}", [child]
        )
        names = [description[0] for description in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        if rows:
            found[table.name] = rows
    return found


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
