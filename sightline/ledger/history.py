"""What each load changed, kept for good: sources are rebuilt nightly and forget, the ledger does not.

``history.<table>`` holds every row ever loaded, with the load it became known by (``known_from``)
and the load that no longer told it (``known_to``, empty while it stands). ``records.<table>`` is
the rows that stand.

Two rows are the same when they say the same, whatever ids the source gave them: some systems
number their rows anew every night. A row that says something else is a change of an earlier one
where both have the source's id, or else the child and the day, in common.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa

from sightline.records.table import DATE, Table
from sightline.records.tables import TABLES

# Ids that the council itself gives and that stay; every other id is the source system's own.
LASTING = ("children", "workers")

KEEPING = """
    history_row BIGINT, known_from BIGINT, known_to BIGINT, replaces BIGINT, remembered BOOLEAN
"""


@dataclass(frozen=True)
class Changes:
    """What a load does to one table.

    ``gone``        rows the source no longer tells although it should.
    ``remembered``  rows the source no longer tells because they lie before its earliest day; they stand.
    ``renumbered``  rows that say the same under other ids.
    """

    table: str
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    gone: int = 0
    remembered: int = 0
    renumbered: int = 0

    @property
    def leave_records_as_they_are(self) -> bool:
        """True where the table says after the load what it said before."""
        return not (self.added or self.changed or self.gone or self.renumbered)


@dataclass(frozen=True)
class Ground:
    """What a ledger file holds before a load.

    ``shaped``    tables whose history has every column that is declared now.
    ``standing``  tables with rows that stand.
    ``recorded``  tables whose records are there as they are declared now.
    """

    shaped: frozenset[str]
    standing: frozenset[str]
    recorded: frozenset[str]


def ground_of(connection: Any) -> Ground:
    """What the ledger file holds now."""
    recorded = _columns(connection, "records")
    shaped = _columns(connection, "history")
    names = [name for name in TABLES if name in shaped]
    asked = " UNION ALL ".join(
        f"SELECT '{name}' WHERE EXISTS (SELECT 1 FROM history.{name} WHERE known_to IS NULL)"
        for name in names
    )
    standing = connection.execute(asked).fetchall() if names else []
    return Ground(
        frozenset(
            table.name
            for table in TABLES.values()
            if set(table.column_names) <= set(shaped.get(table.name, ()))
        ),
        frozenset(name for (name,) in standing),
        frozenset(
            table.name
            for table in TABLES.values()
            if recorded.get(table.name) == table.column_names
        ),
    )


def _columns(connection: Any, schema: str) -> dict[str, tuple[str, ...]]:
    rows = connection.execute(
        "SELECT table_name, list(column_name ORDER BY column_index) FROM duckdb_columns() "
        "WHERE schema_name = ? GROUP BY table_name",
        [schema],
    ).fetchall()
    return {name: tuple(columns) for name, columns in rows}


def make_history(connection: Any) -> None:
    """The tables of history, as far as they are not there yet; a later Sightline may know more."""
    connection.execute("CREATE SCHEMA IF NOT EXISTS history")
    there = _columns(connection, "history")
    statements = []
    for table in TABLES.values():
        columns = {field.name: _sql_type(field.type) for field in table.arrow_schema}
        if table.name not in there:
            declared = ", ".join(f"{name} {kind}" for name, kind in columns.items())
            statements.append(f"CREATE TABLE history.{table.name} ({declared}, {KEEPING})")
            continue
        statements.extend(
            f"ALTER TABLE history.{table.name} ADD COLUMN {name} {kind}"
            for name, kind in columns.items()
            if name not in there[table.name]
        )
    if statements:
        connection.execute("; ".join(statements))


def begin_comparing(connection: Any) -> Ground:
    """Look at what stands, and start anew to gather the children whose rows a source forgot."""
    connection.execute("CREATE OR REPLACE TEMP TABLE remembered_children (child VARCHAR)")
    return ground_of(connection)


def in_order_of_comparing() -> list[Table]:
    """Tables in the order ``compare`` needs them: children last, since they stay with their rows."""
    return sorted(TABLES.values(), key=lambda table: table.name == "children")


def compare(
    connection: Any, table: Table, rows: pa.Table, earliest_day: date | None, ground: Ground
) -> Changes:
    """Lay ``rows`` beside those that stand; writes temporary tables only, so a reader may do it.

    ``earliest_day`` is the day before which the source promises nothing; ``ground`` is what
    ``begin_comparing`` gave before the first table.
    """
    if table.name not in ground.standing:
        connection.register("incoming", rows)
        return Changes(table.name, added=rows.num_rows)
    connection.register("incoming", rows)
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE arriving AS "
        "SELECT row_number() OVER () AS arriving_row, * FROM incoming"
    )
    connection.unregister("incoming")
    _pair_the_same(connection, table)
    _gather_the_rest(connection, table)
    _pair_the_changed(connection, table)
    _tell_forgotten_from_gone(connection, table, earliest_day)
    return _count(connection, table)


def apply(connection: Any, table: Table, load: int, changes: Changes, ground: Ground) -> None:
    """Write what ``compare`` has just found into history, and the records that now stand."""
    if table.name in ground.standing:
        _apply_to_what_stands(connection, table, load, changes)
    elif changes.added:
        columns = ", ".join(table.column_names)
        connection.execute(
            f"""
            INSERT INTO history.{table.name}
                ({columns}, history_row, known_from, known_to, replaces, remembered)
            SELECT {columns}, row_number() OVER () + (
                SELECT coalesce(max(history_row), 0) FROM history.{table.name}
            ), ?, NULL, NULL, FALSE FROM incoming
            """,
            [load],
        )
    if not changes.leave_records_as_they_are or table.name not in ground.recorded:
        _write_records(connection, table)


def _apply_to_what_stands(connection: Any, table: Table, load: int, changes: Changes) -> None:
    name, columns = table.name, ", ".join(table.column_names)
    connection.execute(
        f"""
        UPDATE history.{name} SET known_to = ? WHERE history_row IN (
            SELECT history_row FROM changed UNION ALL
            SELECT history_row FROM left_over WHERE NOT forgotten)
        """,
        [load],
    )
    connection.execute(
        f"""
        UPDATE history.{name} SET remembered = NOT remembered WHERE known_to IS NULL
        AND remembered IS DISTINCT FROM (
            history_row IN (SELECT history_row FROM left_over WHERE forgotten))
        """
    )
    ids = passing_ids(table)
    if changes.renumbered:
        connection.execute(
            f"""
            UPDATE history.{name} SET {", ".join(f"{column} = arriving.{column}" for column in ids)}
            FROM same JOIN arriving USING (arriving_row)
            WHERE history.{name}.history_row = same.history_row
            """
        )
    connection.execute(
        f"""
        INSERT INTO history.{name} ({columns}, history_row, known_from, known_to, replaces, remembered)
        SELECT {columns}, row_number() OVER () + (
            SELECT coalesce(max(history_row), 0) FROM history.{name}
        ), ?, NULL, changed.history_row, FALSE
        FROM newcomers LEFT JOIN changed USING (arriving_row)
        """,
        [load],
    )


def keep_as_it_was(connection: Any, table: Table, ground: Ground) -> int:
    """Leave a table that did not come as it stands; gives the number of rows that stand."""
    if table.name not in ground.recorded:
        _write_records(connection, table)
    if table.name not in ground.standing:
        return 0
    return connection.execute(f"SELECT count(*) FROM records.{table.name}").fetchall()[0][0]


def _pair_the_same(connection: Any, table: Table) -> None:
    # A 64-bit hash of all that a row says: among millions of rows a false match is less likely
    # than a fault of the disk.
    says = ", ".join(column for column in table.column_names if column not in passing_ids(table))
    key = table.key or "NULL"
    connection.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE standing AS
        SELECT hash({says}) AS says, history_row, {key} AS id FROM history.{table.name}
        WHERE known_to IS NULL;
        CREATE OR REPLACE TEMP TABLE telling AS
        SELECT hash({says}) AS says, arriving_row, {key} AS id FROM arriving;
        CREATE OR REPLACE TEMP TABLE twice AS
        SELECT says FROM standing GROUP BY says HAVING count(*) > 1
        UNION SELECT says FROM telling GROUP BY says HAVING count(*) > 1;
        """
    )
    # Numbering rows that say the same is dear, so only those are numbered.
    connection.execute(
        """
        CREATE OR REPLACE TEMP TABLE same AS
        SELECT history_row, arriving_row FROM standing JOIN telling USING (says)
        WHERE says NOT IN (SELECT says FROM twice)
        UNION ALL
        SELECT history_row, arriving_row
        FROM (
            SELECT *, row_number() OVER (PARTITION BY says ORDER BY id, history_row) AS place
            FROM standing WHERE says IN (SELECT says FROM twice)
        ) JOIN (
            SELECT *, row_number() OVER (PARTITION BY says ORDER BY id, arriving_row) AS place
            FROM telling WHERE says IN (SELECT says FROM twice)
        ) USING (says, place)
        """
    )


def _gather_the_rest(connection: Any, table: Table) -> None:
    connection.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE left_over AS
        SELECT history_row, FALSE AS forgotten FROM history.{table.name}
        WHERE known_to IS NULL AND history_row NOT IN (SELECT history_row FROM same)
        """
    )
    connection.execute(
        """
        CREATE OR REPLACE TEMP TABLE newcomers AS
        SELECT * FROM arriving WHERE arriving_row NOT IN (SELECT arriving_row FROM same)
        """
    )


def _pair_the_changed(connection: Any, table: Table) -> None:
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE changed (history_row BIGINT, arriving_row BIGINT)"
    )
    has_child = "child" in table.column_names
    by_id = [table.key, *(["child"] if has_child and table.key != "child" else [])]
    by_day = ["child", table.happened] if has_child and table.happened else []
    for alike in (by_id if table.key else [], by_day):
        if not alike:
            continue
        columns = ", ".join(alike)
        filled = " AND ".join(f"{column} IS NOT NULL" for column in alike)
        connection.execute(
            f"""
            INSERT INTO changed
            SELECT history_row, arriving_row
            FROM (
                SELECT history_row, {columns},
                    row_number() OVER (PARTITION BY {columns} ORDER BY history_row) AS place
                FROM left_over JOIN history.{table.name} USING (history_row)
                WHERE {filled} AND history_row NOT IN (SELECT history_row FROM changed)
            ) JOIN (
                SELECT arriving_row, {columns},
                    row_number() OVER (PARTITION BY {columns} ORDER BY arriving_row) AS place
                FROM newcomers
                WHERE {filled} AND arriving_row NOT IN (SELECT arriving_row FROM changed)
            ) USING ({columns}, place)
            """
        )
    connection.execute(
        "DELETE FROM left_over WHERE history_row IN (SELECT history_row FROM changed)"
    )


def _tell_forgotten_from_gone(connection: Any, table: Table, earliest_day: date | None) -> None:
    """A row may be missing because its time lies before what the source still tells."""
    forgotten = "FALSE"
    if earliest_day and (last_day := _last_day(table)):
        forgotten = f"coalesce({last_day} < DATE '{earliest_day}', FALSE)"
    elif earliest_day and table.name == "children":
        forgotten = "child IN (SELECT child FROM remembered_children)"
    connection.execute(
        f"""
        UPDATE left_over SET forgotten = TRUE WHERE history_row IN (
            SELECT history_row FROM left_over JOIN history.{table.name} USING (history_row)
            WHERE {forgotten}
        )
        """
    )
    if "child" in table.column_names:
        connection.execute(
            f"""
            INSERT INTO remembered_children SELECT DISTINCT child
            FROM history.{table.name} JOIN left_over USING (history_row) WHERE forgotten
            """
        )


def _last_day(table: Table) -> str:
    """The day a row was over; "" for a table whose rows are never over. A running row has none."""
    if table.ends:
        return table.ends
    dates = [column.name for column in table.columns if column.type == DATE and not column.planned]
    return f"greatest({', '.join(dates)})" if table.happened and dates else ""


def _count(connection: Any, table: Table) -> Changes:
    ids = passing_ids(table)
    differ = " OR ".join(f"live.{column} IS DISTINCT FROM arriving.{column}" for column in ids)
    renumbered = (
        f"""
        SELECT count(*) FROM same JOIN arriving USING (arriving_row)
        JOIN history.{table.name} AS live USING (history_row) WHERE {differ}
        """
        if ids
        else "SELECT 0"
    )
    counts = connection.execute(
        f"""
        SELECT
            (SELECT count(*) FROM arriving),
            (SELECT count(*) FROM same),
            (SELECT count(*) FROM changed),
            (SELECT count(*) FROM left_over WHERE NOT forgotten),
            (SELECT count(*) FROM left_over WHERE forgotten),
            ({renumbered})
        """
    ).fetchall()[0]
    arriving, same, changed, gone, forgotten, renumbered_rows = counts
    return Changes(
        table.name,
        added=arriving - same - changed,
        changed=changed,
        unchanged=same,
        gone=gone,
        remembered=forgotten,
        renumbered=renumbered_rows,
    )


def passing_ids(table: Table) -> list[str]:
    """Columns that hold ids of the source system, which may be others tomorrow."""
    return [
        column.name
        for column in table.columns
        if (column.name == table.key and table.name not in (*LASTING, "extract"))
        or (column.refers_to and column.refers_to not in LASTING)
    ]


def _write_records(connection: Any, table: Table) -> None:
    connection.execute(
        f"CREATE OR REPLACE TABLE records.{table.name} AS SELECT {', '.join(table.column_names)} "
        f"FROM history.{table.name} WHERE known_to IS NULL"
    )


def _sql_type(arrow_type: pa.DataType) -> str:
    return {
        pa.string(): "VARCHAR",
        pa.date32(): "DATE",
        pa.bool_(): "BOOLEAN",
        pa.int64(): "BIGINT",
        pa.float64(): "DOUBLE",
    }[arrow_type]
