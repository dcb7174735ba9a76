"""What each load changed, kept for good: sources are rebuilt nightly and forget, the ledger does not.

``history.<table>`` holds every row ever loaded, with the source that told it (``told_by``), the
load it became known by (``known_from``) and the load that no longer told it (``known_to``, empty
while it stands). Each source has a history of its own: a load of one leaves the rows of the others
as they are. ``records.<table>`` is what stands for the rules (``laying_together``).
"""

from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from sightline.ledger.same_thing import passing_ids
from sightline.records.table import Table
from sightline.records.tables import TABLES
from sightline.sources.doors import source_of_kind

KEEPING = """
    history_row BIGINT, known_from BIGINT, known_to BIGINT, replaces BIGINT, remembered BOOLEAN
"""
# As every column of history's own, a name that no column of a record table has.
TOLD_BY = "told_by"
STANDS = "known_to IS NULL"


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
    """What a ledger file holds of one source before a load.

    ``shaped``    tables whose history has every column that is declared now.
    ``standing``  tables with rows of this source that stand.
    """

    told_by: str
    shaped: frozenset[str]
    standing: frozenset[str]


def ground_of(connection: Any, told_by: str) -> Ground:
    """What the ledger file holds now."""
    shaped = _columns(connection, "history")
    asked = " UNION ALL ".join(
        f"SELECT '{name}' WHERE EXISTS "
        f"(SELECT 1 FROM history.{name} WHERE {STANDS} AND {TOLD_BY} = '{told_by}')"
        for name in TABLES
        if TOLD_BY in shaped.get(name, ())
    )
    standing = connection.execute(asked).fetchall() if asked else []
    return Ground(
        told_by,
        frozenset(
            table.name
            for table in TABLES.values()
            if {*table.column_names, TOLD_BY} <= set(shaped.get(table.name, ()))
        ),
        frozenset(name for (name,) in standing),
    )


def stood_after(load: int) -> str:
    """The condition on a row of history that it stood after a load."""
    return f"known_from <= {load} AND (known_to IS NULL OR known_to > {load})"


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
            statements.append(
                f"CREATE TABLE history.{table.name} ({declared}, {KEEPING}, {TOLD_BY} VARCHAR)"
            )
            continue
        statements.extend(
            f"ALTER TABLE history.{table.name} ADD COLUMN {name} {kind}"
            for name, kind in columns.items()
            if name not in there[table.name]
        )
        if TOLD_BY not in there[table.name]:
            told_by = _only_source_so_far(connection)
            statements.append(
                f"ALTER TABLE history.{table.name} ADD COLUMN {TOLD_BY} VARCHAR DEFAULT '{told_by}'"
            )
    if statements:
        connection.execute("; ".join(statements))


def _only_source_so_far(connection: Any) -> str:
    """The source of a ledger that an earlier Sightline made, which took one only."""
    kinds = connection.execute("SELECT kind FROM load.loads LIMIT 1").fetchall()
    return source_of_kind(kinds[0][0])


def apply(connection: Any, table: Table, load: int, changes: Changes, ground: Ground) -> None:
    """Write into history what comparing has just found."""
    if table.name in ground.standing:
        _apply_to_what_stands(connection, table, load, changes, ground.told_by)
    elif changes.added:
        columns = ", ".join(table.column_names)
        connection.execute(
            f"""
            INSERT INTO history.{table.name}
                ({columns}, history_row, known_from, known_to, replaces, remembered, {TOLD_BY})
            SELECT {columns}, row_number() OVER () + (
                SELECT coalesce(max(history_row), 0) FROM history.{table.name}
            ), ?, NULL, NULL, FALSE, ? FROM incoming
            """,
            [load, ground.told_by],
        )


def _apply_to_what_stands(
    connection: Any, table: Table, load: int, changes: Changes, told_by: str
) -> None:
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
        UPDATE history.{name} SET remembered = NOT remembered WHERE {STANDS} AND {TOLD_BY} = ?
        AND remembered IS DISTINCT FROM (
            history_row IN (SELECT history_row FROM left_over WHERE forgotten))
        """,
        [told_by],
    )
    if changes.renumbered:
        ids = ", ".join(f"{column} = arriving.{column}" for column in passing_ids(table))
        connection.execute(
            f"""
            UPDATE history.{name} SET {ids} FROM same JOIN arriving USING (arriving_row)
            WHERE history.{name}.history_row = same.history_row
            """
        )
    connection.execute(
        f"""
        INSERT INTO history.{name}
            ({columns}, history_row, known_from, known_to, replaces, remembered, {TOLD_BY})
        SELECT {columns}, row_number() OVER (ORDER BY arriving_row) + (
            SELECT coalesce(max(history_row), 0) FROM history.{name}
        ), ?, NULL, changed.history_row, FALSE, ?
        FROM newcomers LEFT JOIN changed USING (arriving_row)
        """,
        [load, told_by],
    )


def take_out(connection: Any, load: int, told_by: str) -> list[Changes]:
    """Let no row of a source stand any longer; history keeps them."""
    changes = []
    for name in TABLES:
        (gone,) = connection.execute(
            f"UPDATE history.{name} SET known_to = ? WHERE {STANDS} AND {TOLD_BY} = ?",
            [load, told_by],
        ).fetchall()[0]
        if gone:
            changes.append(Changes(name, gone=gone))
    return changes


def standing_of(connection: Any, table: Table, told_by: str) -> int:
    """How many rows of a table a source tells that stand."""
    return connection.execute(
        f"SELECT count(*) FROM history.{table.name} WHERE {STANDS} AND {TOLD_BY} = ?", [told_by]
    ).fetchall()[0][0]


def standing_rows(connection: Any, stood: str = STANDS) -> dict[str, dict[str, int]]:
    """By table, how many rows each source tells that stand, or that ``stood`` keeps."""
    counted = connection.execute(
        " UNION ALL ".join(
            f"SELECT '{name}', {TOLD_BY}, count(*) FROM history.{name} WHERE {stood} GROUP BY ALL"
            for name in TABLES
        )
    ).fetchall()
    found: dict[str, dict[str, int]] = {name: {} for name in TABLES}
    for name, told_by, rows in counted:
        found[name][told_by] = rows
    return found


def _sql_type(arrow_type: pa.DataType) -> str:
    return {
        pa.string(): "VARCHAR",
        pa.date32(): "DATE",
        pa.bool_(): "BOOLEAN",
        pa.int64(): "BIGINT",
        pa.float64(): "DOUBLE",
    }[arrow_type]
