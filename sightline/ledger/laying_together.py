"""What stands for the rules: one row for each thing, whichever sources told it.

History keeps what each source told, apart. Here the rows that stand are laid together: rows of two
sources that speak of one thing (``same_thing``) become one, so that no rule sees it twice. Values
come from the first source, in the order of ``SOURCES``, that gives one. A source that should know
of an end and tells none says that the thing still runs: another's end does not overrule it.

What is laid together, and where sources disagree, is kept beside the records (``disagreements``).
"""

from collections.abc import Callable, Collection
from datetime import date
from typing import Any

import pyarrow as pa

from sightline.ledger.disagreements import (
    find_disagreements,
    say_links_not_joined,
    start_disagreements,
)
from sightline.ledger.examine import UNNAMED
from sightline.ledger.history import STANDS, TOLD_BY, stood_after
from sightline.ledger.pairing import pair
from sightline.ledger.same_thing import leads_to, passing_ids
from sightline.ledger.sides import RECORDED_HERE, Asked, Sides, sides_asked
from sightline.records.table import Table
from sightline.records.tables import TABLES
from sightline.sources.doors import SOURCES

NAMES_BY_DAY = rf"^(?:{RECORDED_HERE}:)?(\d{{4}}-\d{{2}}-\d{{2}})$"


def lay_together(connection: Any, load: int, changed: set[str]) -> None:
    """Write the records that stand after a load, of which ``changed`` are tables that differ now."""
    asked = Asked(STANDS, lambda name: f"records.{name}", load)
    were_laid = start_disagreements(connection)
    sides = sides_asked(connection, asked)
    if sides.are_one:
        wanted = set(TABLES) if were_laid else changed | _not_as_declared(connection)
        for name in wanted:
            _write_plain(connection, TABLES[name], asked)
    else:
        write_laid_together(connection, sides)
        find_disagreements(connection, sides)
    say_links_not_joined(connection)


def lay_together_as_known(connection: Any, load: int) -> Callable[[str], str] | None:
    """Lay together what stood after an earlier load, in temporary tables; gives their names.

    None where nothing had to be: then the rows of history are the records.
    """
    asked = Asked(stood_after(load), lambda name: f"known_{name}", load, kind="TEMP TABLE")
    sides = sides_asked(connection, asked)
    if sides.are_one:
        return None
    write_laid_together(connection, sides)
    return asked.into


def _not_as_declared(connection: Any) -> set[str]:
    """Record tables that are not there, or not with the columns that are declared now."""
    there = connection.execute(
        "SELECT table_name, list(column_name ORDER BY column_index) FROM duckdb_columns() "
        "WHERE schema_name = 'records' GROUP BY table_name"
    ).fetchall()
    columns = {name: tuple(found) for name, found in there}
    return {name for name, table in TABLES.items() if columns.get(name) != table.column_names}


def _write_plain(connection: Any, table: Table, asked: Asked) -> None:
    connection.execute(
        f"CREATE OR REPLACE TABLE {asked.into(table.name)} AS "
        f"SELECT {', '.join(table.column_names)} FROM history.{table.name} WHERE {asked.stood}"
    )


def write_laid_together(connection: Any, sides: Sides, names: Collection[str] = TABLES) -> None:
    """Write the record tables ``names``, by default all, as they stand together."""
    connection.execute(
        """
        CREATE OR REPLACE TEMP TABLE laid (of_table VARCHAR, history_row BIGINT, leader BIGINT);
        CREATE OR REPLACE TEMP TABLE stands_as (of_table VARCHAR, id VARCHAR, stands VARCHAR);
        """
    )
    shared = {
        name
        for name, rows in sides.rows.items()
        if name in names
        and name != "extract"
        and (len(rows) > 1 or sides.tell_of_births(connection, name))
        if pair(connection, TABLES[name], sides)
    }
    for name in shared:
        _say_which_ids_stand(connection, TABLES[name], sides)
    for name, table in TABLES.items():
        if name not in names:
            continue
        if name == "extract":
            _write_extract(connection, sides)
        elif name in shared:
            _write_shared(connection, table, sides)
        else:
            _write_side_by_side(connection, table, sides)
    if RECORDED_HERE in sides.order:
        for name, rows in sides.rows.items():
            if name in names and RECORDED_HERE in rows:
                _find_rows_named_by_day(connection, TABLES[name], sides)


def _say_which_ids_stand(connection: Any, table: Table, sides: Sides) -> None:
    if table.key not in passing_ids(table):
        return
    own = sides.own_id(table.key)
    connection.execute(
        f"""
        INSERT INTO stands_as
        WITH ids AS (
            SELECT laid.leader, {sides.layer(table)} AS layer, {own} AS id
            FROM {sides.from_history(table)}
            JOIN laid ON laid.of_table = '{table.name}' AND laid.history_row = told.history_row
        ), first AS (SELECT leader, arg_min(id, layer) AS stands FROM ids GROUP BY leader)
        SELECT '{table.name}', id, stands FROM ids JOIN first USING (leader) WHERE id <> stands
        """
    )
    sides.mapped.add(table.name)


def _write_side_by_side(connection: Any, table: Table, sides: Sides) -> None:
    connection.execute(
        f"CREATE OR REPLACE {sides.asked.kind} {sides.asked.into(table.name)} AS {_alone(table, sides)}"
    )


def _alone(table: Table, sides: Sides) -> str:
    """The rows that stand and speak of what no other row does."""
    says = ", ".join(f"{sides.said(table, name)} AS {name}" for name in table.column_names)
    return f"""
        SELECT {says} FROM {sides.from_history(table)} WHERE {sides.stood()}
        AND told.history_row NOT IN (SELECT history_row FROM laid WHERE of_table = '{table.name}')
    """


def _write_shared(connection: Any, table: Table, sides: Sides) -> None:
    """Rows laid together are put into ``told_<table>`` first, where each source's stay apart."""
    says = ", ".join(
        f"{_said_or_nothing(table, name, sides)} AS {name}" for name in table.column_names
    )
    connection.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE told_{table.name} AS
        SELECT laid.leader AS of_leader, {sides.layer(table)} AS in_layer,
            told.{TOLD_BY} AS {TOLD_BY}, FALSE AS overruled, {says}
        FROM {sides.from_history(table)}
        JOIN laid ON laid.of_table = '{table.name}' AND laid.history_row = told.history_row
        """
    )
    if table.ends:
        _overrule_ends(connection, table, sides)
    stands = ", ".join(f"{_first_said(table, name)} AS {name}" for name in table.column_names)
    connection.execute(
        f"""
        CREATE OR REPLACE {sides.asked.kind} {sides.asked.into(table.name)} AS {_alone(table, sides)}
        UNION ALL SELECT {stands} FROM told_{table.name} GROUP BY of_leader
        """
    )


def _said_or_nothing(table: Table, column: str, sides: Sides) -> str:
    """An id that leads nowhere, common where a source forgets old rows, gives way to one that does."""
    said = sides.said(table, column)
    if not leads_to(table, column):
        return said
    return f"CASE WHEN {sides.leads_somewhere(table, column)} THEN {said} END"


def _first_said(table: Table, column: str) -> str:
    known_with_end = table.ends and table.known_by(table.column(column)) == table.ends
    counts = " FILTER (WHERE NOT overruled)" if known_with_end else ""
    return f"arg_min({column}, in_layer){counts}"


def _overrule_ends(connection: Any, table: Table, sides: Sides) -> None:
    """An end that the first source should have told by its own last day, and does not, is overruled."""
    days = _last_days_of_those_who_tell(connection, table, sides)
    if not days:
        return
    cases = " ".join(f"WHEN '{source}' THEN DATE '{day}'" for source, day in days.items())
    connection.execute(
        f"""
        UPDATE told_{table.name} SET overruled = TRUE FROM (
            SELECT of_leader, arg_min({TOLD_BY}, in_layer) AS first,
                arg_min_null({table.ends}, in_layer) IS NULL AS runs
            FROM told_{table.name} GROUP BY of_leader
        ) AS first_said
        WHERE told_{table.name}.of_leader = first_said.of_leader AND first_said.runs
        AND {table.ends} <= CASE first_said.first {cases} END
        """
    )


def _last_days_of_those_who_tell(connection: Any, table: Table, sides: Sides) -> dict[str, date]:
    """The last day of each source that fills the end of such rows."""
    found = connection.execute(
        f"""
        SELECT {TOLD_BY}, extract_day FROM history.extract JOIN (
            SELECT {TOLD_BY} FROM load.coverage_by_source
            WHERE load <= ? AND "table" = ? AND "column" = ?
            GROUP BY {TOLD_BY} HAVING arg_max(filled, load)
        ) USING ({TOLD_BY}) WHERE {sides.asked.stood} AND extract_day IS NOT NULL
        """,
        [sides.asked.load, table.name, table.ends],
    ).fetchall()
    return dict(found)


def _write_extract(connection: Any, sides: Sides) -> None:
    whole = extract_as_told(connection, sides.asked.stood)
    rows = pa.Table.from_pylist([whole], TABLES["extract"].arrow_schema)
    connection.register("whole", rows)
    connection.execute(
        f"CREATE OR REPLACE {sides.asked.kind} {sides.asked.into('extract')} AS SELECT * FROM whole"
    )
    connection.unregister("whole")


def extract_as_told(connection: Any, stood: str) -> dict[str, Any]:
    """What all sources whose rows of history ``stood`` say of themselves, as one row of extract;
    empty where none did.

    The day is that of the first source, which speaks for most of the records. What is recorded
    here is dated by the hour; it says nothing of how fresh everything else is.
    """
    names = TABLES["extract"].column_names
    cursor = connection.execute(
        f"SELECT {TOLD_BY}, {', '.join(names)} FROM history.extract WHERE {stood}"
    )
    rows = {row[0]: dict(zip(names, row[1:], strict=True)) for row in cursor.fetchall()}
    if not rows:
        return {}
    order = sorted(rows, key=lambda one: (one == RECORDED_HERE, list(SOURCES).index(one)))
    authorities = [rows[one]["authority"] for one in order]
    first = next((rows[one] for one in order if rows[one]["extract_day"]), rows[order[0]])
    return {
        "authority": next((name for name in authorities if name != UNNAMED), UNNAMED),
        "extract_day": first["extract_day"],
        "earliest_day": first["earliest_day"],
        "made_up": any(row["made_up"] for row in rows.values()),
    }


def _find_rows_named_by_day(connection: Any, table: Table, sides: Sides) -> None:
    """What is recorded here names a row of another source by the day it happened: give it the id."""
    into = sides.asked.into
    for column in table.column_names:
        for target in leads_to(table, column):
            other = TABLES[target]
            connection.execute(
                f"""
                UPDATE {into(table.name)} AS mine SET {column} = named.id FROM (
                    SELECT child AS of_child, {other.happened} AS on_day, min({other.key}) AS id
                    FROM {into(target)} WHERE {other.key} IS NOT NULL GROUP BY ALL
                ) AS named
                WHERE mine.child = named.of_child
                AND try_cast(regexp_extract(mine.{column}, ?, 1) AS DATE) = named.on_day
                """,
                [NAMES_BY_DAY],
            )
