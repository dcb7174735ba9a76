"""Laying what a source tells now beside what stands of it: the same, changed, new, gone, forgotten.

Two rows are the same when they say the same, whatever ids the source gave them: some systems
number their rows anew every night. A row that says something else is a change of an earlier one
where both have the source's id, or else the child and the day, in common.

Only temporary tables are written, so that a dry run may compare too.
"""

from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa

from sightline.ledger.history import Changes, Ground, ground_of
from sightline.ledger.same_thing import passing_ids
from sightline.records.table import DATE, Table
from sightline.records.tables import TABLES


def begin_comparing(connection: Any, told_by: str) -> Ground:
    """Look at what stands of a source, and start anew to gather the children whose rows it forgot."""
    connection.execute("CREATE OR REPLACE TEMP TABLE remembered_children (child VARCHAR)")
    return ground_of(connection, told_by)


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
    numbers = pa.array(np.arange(rows.num_rows))
    connection.register("arriving", rows.append_column("arriving_row", numbers))
    _pair_the_same(connection, table, ground.told_by)
    _gather_the_rest(connection)
    _pair_the_changed(connection, table)
    _tell_forgotten_from_gone(connection, table, earliest_day)
    return _count(connection, table)


def _pair_the_same(connection: Any, table: Table, told_by: str) -> None:
    # A 64-bit hash of all that a row says: among millions of rows a false match is less likely
    # than a fault of the disk.
    ids = passing_ids(table)
    says = ", ".join(column for column in table.column_names if column not in ids)
    key = table.key or "NULL"
    hashes = f"hash({says}) AS says, hash({', '.join(ids) or 'NULL'}) AS ids, {key} AS id"
    connection.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE standing AS
        SELECT {hashes}, history_row FROM history.{table.name}
        WHERE known_to IS NULL AND told_by = '{told_by}';
        CREATE OR REPLACE TEMP TABLE telling AS SELECT {hashes}, arriving_row FROM arriving;
        CREATE OR REPLACE TEMP TABLE twice AS
        SELECT says FROM standing GROUP BY says HAVING count(*) > 1
        UNION SELECT says FROM telling GROUP BY says HAVING count(*) > 1;
        CREATE OR REPLACE TEMP TABLE kept_id AS
        SELECT DISTINCT says, id, FALSE AS new_id FROM standing JOIN telling USING (says, id)
        WHERE says IN (SELECT says FROM twice);
        """
    )
    # Of rows that say the same, those that kept their id are paired with themselves.
    place = "row_number() OVER (PARTITION BY says ORDER BY coalesce(new_id, TRUE), id, {}) AS place"
    # Numbering rows that say the same is dear, so only those are numbered.
    pair = "history_row, arriving_row, standing.ids <> telling.ids AS renumbered"
    connection.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE same AS
        SELECT {pair} FROM standing JOIN telling USING (says)
        WHERE says NOT IN (SELECT says FROM twice)
        UNION ALL
        SELECT {pair}
        FROM (
            SELECT *, {place.format("history_row")}
            FROM standing LEFT JOIN kept_id USING (says, id)
            WHERE says IN (SELECT says FROM twice)
        ) AS standing JOIN (
            SELECT *, {place.format("arriving_row")}
            FROM telling LEFT JOIN kept_id USING (says, id)
            WHERE says IN (SELECT says FROM twice)
        ) AS telling USING (says, place)
        """
    )


def _gather_the_rest(connection: Any) -> None:
    connection.execute(
        """
        CREATE OR REPLACE TEMP TABLE left_over AS
        SELECT history_row, FALSE AS forgotten FROM standing ANTI JOIN same USING (history_row);
        CREATE OR REPLACE TEMP TABLE newcomers AS
        SELECT * FROM arriving ANTI JOIN same USING (arriving_row);
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
    arriving, same, renumbered, changed, gone, forgotten = connection.execute(
        """
        SELECT
            (SELECT count(*) FROM arriving),
            (SELECT count(*) FROM same),
            (SELECT count(*) FROM same WHERE renumbered),
            (SELECT count(*) FROM changed),
            (SELECT count(*) FROM left_over WHERE NOT forgotten),
            (SELECT count(*) FROM left_over WHERE forgotten)
        """
    ).fetchall()[0]
    return Changes(
        table.name,
        added=arriving - same - changed,
        changed=changed,
        unchanged=same,
        gone=gone,
        remembered=forgotten,
        renumbered=renumbered,
    )
