"""Legal holds: records that must not be destroyed, however long they have been kept.

A hold names children, or asks a question that is answered anew each time, such as every child who
lived in one home in some years: a record loaded later is held too. Somebody answers for it by name.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

import pyarrow as pa

from sightline.ledger.keeping.earlier_ledger import refuse_an_earlier_ledger
from sightline.ledger.workspace import Workspace
from sightline.records.tables import TABLES
from sightline.sources.could_not import CouldNot


@dataclass(frozen=True)
class Question:
    """Every child of whom ``table`` holds a row.

    ``column`` and ``value`` narrow it to rows that say so ("" for any); ``since`` and ``until`` to
    rows that touch those days, first and last included. A row without a day is held too.
    """

    table: str
    column: str = ""
    value: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Hold:
    """One hold as it is kept. ``child`` is empty where it asks a question, and the other way round;
    both are where the hold has ended and the child's records were destroyed since."""

    hold: int
    child: str | None
    of_table: str | None
    of_column: str | None
    of_value: str | None
    since: date | None
    until: date | None
    reason: str
    placed_by: str
    placed_on: date
    holds_until: date | None
    released_on: date | None = None
    released_by: str | None = None
    released_because: str | None = None

    def stands_on(self, day: date) -> bool:
        """Whether it holds on ``day``: its last day counts."""
        return self.released_on is None and (self.holds_until is None or day <= self.holds_until)


def place_hold(
    workspace: Workspace,
    held: Sequence[str] | Question,
    *,
    by: str,
    reason: str,
    until: date | None = None,
    on: date | None = None,
) -> int:
    """Hold children by their ids, or by a question; gives the number of the hold.

    It stands until it is released, or to the end of the day ``until``. The children need not be on
    file yet. Raises CouldNot where nobody is named, no reason is given, the question is none
    or nothing has been loaded.
    """
    _ask_for_name_and_reason(by, reason)
    if isinstance(held, Question):
        _refuse_a_question_nobody_can_answer(held)
    elif not held:
        raise CouldNot("The hold names no child.", "Give --child or --every.")
    workspace.current_file()  # refuses a workspace into which nothing has been loaded
    with workspace.writing() as backend:
        connection = backend.con
        make_hold_tables(connection)
        number = connection.execute(
            "SELECT coalesce(max(hold), 0) + 1 FROM keeping.holds"
        ).fetchall()[0][0]
        common = {
            "hold": number,
            "reason": reason.strip(),
            "placed_by": by.strip(),
            "placed_on": on or date.today(),
            "holds_until": until,
        }
        for one in _rows(held):
            row = asdict(Hold(**common, **one))
            places = ", ".join("?" for _ in row)
            connection.execute(f"INSERT INTO keeping.holds VALUES ({places})", list(row.values()))
    return int(number)


def release_hold(
    workspace: Workspace, number: int, *, by: str, reason: str, on: date | None = None
) -> None:
    """Let go of a hold; that it stood stays on file. Raises CouldNot where no such hold stands."""
    _ask_for_name_and_reason(by, reason)
    with workspace.reading() as backend:
        standing = {hold.hold for hold in holds_of(backend.con) if hold.released_on is None}
    if number not in standing:
        raise CouldNot(
            f"There is no hold {number} to be released.",
            "See which there are: sightline retention register.",
        )
    with workspace.writing() as backend:
        backend.con.execute(
            "UPDATE keeping.holds SET released_on = ?, released_by = ?, released_because = ? "
            "WHERE hold = ?",
            [on or date.today(), by.strip(), reason.strip(), number],
        )


def holds_of(connection: Any) -> list[Hold]:
    """Every hold there ever was, released ones too; a line for each child that one names."""
    if not _are_there(connection):
        return []
    names = ", ".join(field.name for field in fields(Hold))
    return [
        Hold(*row)
        for row in connection.execute(
            f"SELECT {names} FROM keeping.holds ORDER BY hold, child"
        ).fetchall()
    ]


def holds_table(connection: Any) -> pa.Table:
    """The same as a table."""
    make = {int: pa.int64(), date: pa.date32()}
    kinds = {field.name: make.get(_plain(field.type), pa.string()) for field in fields(Hold)}
    rows = [asdict(hold) for hold in holds_of(connection)]
    return pa.Table.from_pylist(rows, pa.schema(list(kinds.items())))


def held_on(connection: Any, day: date) -> dict[str, list[int]]:
    """By id on file or named, the numbers of the holds that stand on ``day``."""
    refuse_an_earlier_ledger(connection)
    found: dict[str, list[int]] = {}
    for hold in holds_of(connection):
        if hold.stands_on(day):
            for child in _answering(connection, hold):
                found.setdefault(child, []).append(hold.hold)
    return found


def make_hold_tables(connection: Any) -> None:
    """The table of holds, where it is not there yet."""
    kinds = {int: "BIGINT", date: "DATE"}
    columns = ", ".join(
        f"{field.name} {kinds.get(_plain(field.type), 'VARCHAR')}" for field in fields(Hold)
    )
    connection.execute("CREATE SCHEMA IF NOT EXISTS keeping")
    connection.execute(f"CREATE TABLE IF NOT EXISTS keeping.holds ({columns})")


def forget_in_holds(connection: Any) -> None:
    """Take the ids in the table ``gone`` out of holds that have ended."""
    if _are_there(connection):
        connection.execute(
            "UPDATE keeping.holds SET child = NULL WHERE child IN (SELECT id FROM gone)"
        )


def _rows(held: Sequence[str] | Question) -> list[dict[str, Any]]:
    nothing = dict.fromkeys(("child", "of_table", "of_column", "of_value", "since", "until"))
    if not isinstance(held, Question):
        return [{**nothing, "child": child} for child in dict.fromkeys(held)]
    asked = {
        "of_table": held.table,
        "of_column": held.column or None,
        "of_value": held.value or None,
        "since": held.since,
        "until": held.until,
    }
    return [{**nothing, **asked}]


def _answering(connection: Any, hold: Hold) -> list[str]:
    """The ids a hold is about; a question is asked of everything the ledger ever held."""
    if hold.child or not hold.of_table:
        return [hold.child] if hold.child else []
    table = TABLES[hold.of_table]
    where, values = ["child IS NOT NULL"], []
    if hold.of_column:
        where.append(f"lower(trim({hold.of_column}::VARCHAR)) = lower(trim(?))")
        values.append(hold.of_value)
    if hold.since and table.happened:
        last = f"coalesce({table.ends}, DATE '9999-12-31')" if table.ends else table.happened
        where.append(f"({table.happened} IS NULL OR {last} >= DATE '{hold.since}')")
    if hold.until and table.happened:
        where.append(f"({table.happened} IS NULL OR {table.happened} <= DATE '{hold.until}')")
    rows = connection.execute(
        f"SELECT DISTINCT child FROM history.{table.name} WHERE {' AND '.join(where)}", values
    ).fetchall()
    return [child for (child,) in rows]


def _refuse_a_question_nobody_can_answer(asked: Question) -> None:
    table = TABLES.get(asked.table)
    if table is None or "child" not in table.column_names:
        raise CouldNot(
            f"There is no record table {asked.table} with rows about children.",
            "Use a name of docs/records.md, such as placements.",
        )
    if asked.column and asked.column not in table.column_names:
        raise CouldNot(
            f"The table {asked.table} has no column {asked.column}.",
            f"It has: {', '.join(table.column_names)}.",
        )


def _ask_for_name_and_reason(by: str, reason: str) -> None:
    if not by.strip() or not reason.strip():
        raise CouldNot(
            "Somebody must answer for this by name and say why.", "Give both --by and --reason."
        )


def _are_there(connection: Any) -> bool:
    return bool(
        connection.execute(
            "SELECT 1 FROM duckdb_tables() WHERE schema_name = 'keeping' AND table_name = 'holds'"
        ).fetchall()
    )


def _plain(declared: Any) -> Any:
    """int for int, date for ``date | None``, and so on."""
    return next((kind for kind in getattr(declared, "__args__", (declared,))), declared)
