"""Where two sources give different values of one thing: both are kept, and the difference is shown.

The value that stands for the rules is that of the source that comes first; the other is kept in
its source's history and here. Rows name children by their ids: they are for the page of data
quality, never for a log.
"""

from typing import Any

import pyarrow as pa

from sightline.ledger.history import TOLD_BY
from sightline.ledger.same_thing import passing_ids, told_apart_by
from sightline.ledger.sides import Sides
from sightline.records.table import TEXT, Column, Table
from sightline.records.tables import TABLES
from sightline.sources.could_not import CouldNot
from sightline.sources.doors import SOURCES

MEND_LINK = (
    "Find out whose id it was before birth and correct it at the source; until then the two ids "
    "stay apart."
)


def start_disagreements(connection: Any) -> bool:
    """Make the tables empty; True where the records before were laid together."""
    were_laid = _are_there(connection) and bool(
        connection.execute("SELECT 1 FROM load.order_of_sources LIMIT 1").fetchall()
    )
    connection.execute(
        """
        CREATE OR REPLACE TABLE load.disagreements (
            "table" VARCHAR, "column" VARCHAR, child VARCHAR, happened DATE, stands VARCHAR,
            stands_from VARCHAR, other VARCHAR, other_from VARCHAR, how_to_mend VARCHAR
        );
        CREATE OR REPLACE TABLE load.side_by_side (
            "table" VARCHAR, source VARCHAR, rows BIGINT, shared BIGINT
        );
        CREATE OR REPLACE TABLE load.laid_together (
            of_table VARCHAR, history_row BIGINT, leader BIGINT
        );
        CREATE OR REPLACE TABLE load.order_of_sources (source VARCHAR, place BIGINT);
        """
    )
    return were_laid


def find_disagreements(connection: Any, sides: Sides) -> None:
    """Keep what was laid together and where its sources disagree."""
    connection.execute("INSERT INTO load.laid_together SELECT * FROM laid")
    for place, source in enumerate(sides.order):
        connection.execute("INSERT INTO load.order_of_sources VALUES (?, ?)", [source, place])
    shared = connection.execute("SELECT DISTINCT of_table FROM laid").fetchall()
    for (name,) in shared:
        table = TABLES[name]
        for column in _told_by_several(connection, table):
            _find_in_column(connection, table, column, sides)
    _count_sides(connection, sides)


def _told_by_several(connection: Any, table: Table) -> list[Column]:
    """The columns in which rows laid together can differ: most are filled by one source only."""
    compared = [
        column
        for column in table.columns
        if column.name not in (*passing_ids(table), *told_apart_by(table), "unborn_id")
    ]
    if not compared:
        return []
    counts = connection.execute(
        f"SELECT {', '.join(f'count({column.name})' for column in compared)} "
        f"FROM told_{table.name} GROUP BY in_layer"
    ).fetchall()
    return [
        column
        for at, column in enumerate(compared)
        # An end that one source alone tells may have been overruled.
        if sum(one[at] > 0 for one in counts) > 1 or column.name == table.ends
    ]


def _find_in_column(connection: Any, table: Table, column: Column, sides: Sides) -> None:
    name, happened = column.name, table.happened or "NULL"
    child = "child" if "child" in table.column_names else "NULL"
    ends = name == table.ends
    counts = "NOT overruled" if ends else "TRUE"
    known_with_end = table.ends and not ends and table.known_by(column) == table.ends
    heard = "NOT overruled" if known_with_end else "TRUE"
    connection.execute(
        f"""
        INSERT INTO load.disagreements
        WITH told AS (SELECT * FROM told_{table.name} WHERE {heard}), stand AS (
            SELECT of_leader, arg_min({name}, in_layer) FILTER (WHERE {counts}) AS stands,
                coalesce(
                    arg_min({TOLD_BY}, in_layer) FILTER (WHERE {name} IS NOT NULL AND {counts}),
                    arg_min({TOLD_BY}, in_layer)
                ) AS stands_from
            FROM told GROUP BY of_leader
            HAVING count(DISTINCT {name}) > 1 {"OR bool_or(overruled)" if ends else ""}
        )
        SELECT '{table.name}', '{name}', {child}, {happened}, stands::VARCHAR, stands_from,
            {name}::VARCHAR, {TOLD_BY}, 'Find out which is right, then correct it in '
            || {_in_words("stands_from")} || ' or in ' || {_in_words(TOLD_BY)} || '.'
        FROM told JOIN stand USING (of_leader)
        WHERE {name} IS NOT NULL AND {_plain(column, name)} IS DISTINCT FROM
            {_plain(column, "stands")} {_of_a_worker_both_know(column, sides)}
        """
    )


def _plain(column: Column, value: str) -> str:
    """Words that differ only in capitals and spaces around them are the same."""
    return f"lower(trim({value}))" if column.type == TEXT else value


def _of_a_worker_both_know(column: Column, sides: Sides) -> str:
    """Sources may number workers each in its own way: then another id is not another worker."""
    if column.refers_to != "workers":
        return ""
    return (
        f"AND EXISTS (SELECT 1 FROM history.workers AS known WHERE {sides.asked.stood} "
        f"AND known.{TOLD_BY} = stands_from AND known.worker = told.{column.name})"
    )


def _in_words(source: str) -> str:
    """SQL that gives a source's name in words."""
    cases = " ".join(f"WHEN '{one}' THEN '{words}'" for one, words in SOURCES.items())
    return f"CASE {source} {cases} END"


def _count_sides(connection: Any, sides: Sides) -> None:
    for name, rows in sides.rows.items():
        if len(rows) < 2 or name == "extract":
            continue
        shared = dict(
            connection.execute(
                f"""
                SELECT {TOLD_BY}, count(*) FROM history.{name} JOIN laid USING (history_row)
                WHERE of_table = ? GROUP BY ALL
                """,
                [name],
            ).fetchall()
        )
        for source in SOURCES:
            if source in rows:
                connection.execute(
                    "INSERT INTO load.side_by_side VALUES (?, ?, ?, ?)",
                    [name, source, rows[source], shared.get(source, 0)],
                )


def say_links_not_joined(connection: Any) -> None:
    """Show each id before birth that cannot be joined to the child it is given for, with the reason."""
    connection.execute(
        """
        INSERT INTO load.disagreements
        SELECT 'children', 'unborn_id', child, NULL, NULL, NULL, unborn, NULL, why || ' ' || ?
        FROM not_joined
        """,
        [MEND_LINK],
    )


def disagreements_of(backend: Any) -> pa.Table:
    """Where sources disagree now: table, column, child, happened, the value that stands and the
    source that tells it, the other value and its source, and how to mend it.

    An empty ``stands`` beside an end means that the first source says it still runs.
    """
    return _read(
        backend,
        'SELECT * FROM load.disagreements ORDER BY "table", "column", child, happened, other_from',
    )


def sides_of(backend: Any) -> pa.Table:
    """By table and source: its rows that stand, and how many of them another source tells too."""
    return _read(backend, "SELECT * FROM load.side_by_side")


def _read(backend: Any, statement: str) -> pa.Table:
    if not _are_there(backend.con):
        raise CouldNot(
            "This ledger was made by an earlier Sightline, which took one kind of source.",
            "Load the source again: sightline load brings the ledger up to date.",
        )
    return backend.con.sql(statement).to_arrow_table()


def _are_there(connection: Any) -> bool:
    return bool(
        connection.execute(
            "SELECT 1 FROM duckdb_tables() "
            "WHERE schema_name = 'load' AND table_name = 'order_of_sources'"
        ).fetchall()
    )
