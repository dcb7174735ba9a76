"""Checks before any rule runs: which rows can be used, and why the others are set aside.

Each check marks rows of a working table; nothing is deleted, so rows read are rows kept plus rows
set aside, always.
"""

from dataclasses import dataclass
from typing import Any

from sightline.ledger.keeping.destroyed import HOW_TO_MEND, SET_ASIDE, Destroyed, fingerprint_of
from sightline.ledger.same_thing import names_a_child
from sightline.records.table import Table
from sightline.records.tables import TABLES
from sightline.sources.arrival import FILE, ROW, Arrival

# A row whose second day lies before its first cannot be judged: whichever of the two is wrong,
# a rule that believed it could tell a manager that a late duty was met in time.
OTHER_ORDERS = {
    "assessments": (("started", "authorised"),),
    "school_attendance": (("since", "until"),),
}

MEND_DATES = "Correct one of the two dates at the source."


@dataclass(frozen=True)
class WorkingTable:
    """A record table under check in the working database. ``rows`` counts what arrived."""

    table: Table
    rows: int

    @property
    def name(self) -> str:
        """Name of the working table, which holds the rows of the record table and their marks."""
        return f"work.{self.table.name}"

    @property
    def has_child(self) -> bool:
        """True where the rows are about a child without being the children themselves."""
        return self.table.name != "children" and "child" in self.table.column_names


def lay_out(connection: Any, arrival: Arrival) -> dict[str, WorkingTable]:
    """Put what arrived into working tables, each row unmarked."""
    connection.execute("CREATE SCHEMA work")
    working = {}
    for name, table in TABLES.items():
        if name not in arrival.tables:
            continue
        connection.register("arrived", arrival.tables[name].rows)
        connection.execute(
            f"CREATE TABLE work.{name} AS SELECT *, NULL::VARCHAR AS why_set_aside, "
            "NULL::VARCHAR AS how_to_mend_it FROM arrived"
        )
        connection.unregister("arrived")
        working[name] = WorkingTable(table, arrival.tables[name].rows.num_rows)
    return working


def with_rows(working: dict[str, WorkingTable]) -> list[WorkingTable]:
    """The tables there is anything to check in; a source may bring dozens without rows."""
    return [one for one in working.values() if one.rows]


def set_aside_what_cannot_be_used(
    connection: Any, working: dict[str, WorkingTable], arrival: Arrival, destroyed: Destroyed
) -> set[tuple[str, str]]:
    """Mark every row that no rule should see; give back the columns filled from other tables."""
    busy = with_rows(working)
    found_children = {
        (one.table.name, "child")
        for one in busy
        if one.has_child and _find_children(connection, one, working)
    }
    if destroyed.fingerprints:
        # First of all: another reason would keep what the row says.
        for one in busy:
            _destroyed_before(connection, one, destroyed)
    for one in busy:
        _without_id(connection, one)
        _same_row_twice(connection, one)
        _same_id_twice(connection, one)
        _impossible_order(connection, one)
    _part_shared_ids(connection, working)
    if "children" in working and "child" in arrival.tables["children"].filled:
        for one in busy:
            _nobody_knows_the_child(connection, one)
    return found_children


def _find_children(connection: Any, one: WorkingTable, working: dict[str, WorkingTable]) -> bool:
    """Some systems give the plan and no child: the plan knows whose it is."""
    found = 0
    for column in one.table.columns:
        other = working.get(column.refers_to)
        if other is None or not other.rows or not other.has_child or not other.table.key:
            continue
        key = other.table.key
        found += _changed(
            connection,
            f"""
            UPDATE {one.name} AS mine SET child = other.child
            FROM (
                SELECT {key} AS id, any_value(child) AS child FROM {other.name}
                WHERE child IS NOT NULL GROUP BY {key} HAVING count(DISTINCT child) = 1
            ) AS other
            WHERE mine.child IS NULL AND mine.{column.name} = other.id
            """,
        )
    return found > 0


def _destroyed_before(connection: Any, one: WorkingTable, destroyed: Destroyed) -> None:
    """Set aside rows of children whose records were destroyed, and keep nothing of what they say."""
    columns = one.table.column_names
    fingerprints = list(destroyed.fingerprints)
    if "child" in columns:
        emptied = ", ".join(f"{name} = NULL" for name in columns)
        connection.execute(
            f"UPDATE {one.name} SET why_set_aside = ?, how_to_mend_it = ?, {emptied} "
            f"WHERE {fingerprint_of('child', destroyed.salt)} IN (SELECT unnest(?))",
            [SET_ASIDE, HOW_TO_MEND, fingerprints],
        )
    for name in columns:
        if name != "child" and names_a_child(one.table, name):
            connection.execute(
                f"UPDATE {one.name} SET {name} = NULL "
                f"WHERE {fingerprint_of(name, destroyed.salt)} IN (SELECT unnest(?))",
                [fingerprints],
            )


def _without_id(connection: Any, one: WorkingTable) -> None:
    if one.has_child and "child" in one.table.required:
        _mark(
            connection,
            one,
            "child IS NULL",
            "The row names no child.",
            "Enter the child at the source.",
        )
    elif one.table.key in one.table.required:
        _mark(
            connection,
            one,
            f"{one.table.key} IS NULL",
            f"The row has no {one.table.key} id.",
            "Give the entry its id at the source.",
        )


def _same_row_twice(connection: Any, one: WorkingTable) -> None:
    columns = ", ".join(one.table.column_names)
    # Two rows of which neither id nor day is known may well be two things that happened.
    tells = [name for name in (one.table.key, one.table.happened) if name]
    _mark_all_but_first(
        connection,
        one,
        same=columns,
        order=f"{FILE}, {ROW}",
        reason="The same row stands twice; one is kept.",
        how_to_mend="Take the second entry out, or mend the query that doubles it.",
        where=f"coalesce({', '.join(f'{name}::VARCHAR' for name in tells)}) IS NOT NULL",
    )


def _same_id_twice(connection: Any, one: WorkingTable) -> None:
    key = one.table.key
    if not key:
        return
    if one.table.name == "extract":
        same, reason = "1", "A source speaks for one authority; another row of extract is kept."
        how_to_mend = "Load each authority into a workspace of its own."
    elif one.has_child:
        same, reason = f"{key}, child", f"Two rows have this {key} id; the fuller one is kept."
        how_to_mend = "Give each entry an id of its own, or take the wrong one out."
    else:
        reason = (
            "Two children have this id; the fuller row is kept."
            if key == "child"
            else f"Two rows have this {key} id; the fuller one is kept."
        )
        same, how_to_mend = key, "Give each an id of their own at the source, then load again."
    # Which of the two stays must not depend on the order of the file, or it would change nightly.
    filled = " + ".join(f"({name} IS NOT NULL)::INTEGER" for name in one.table.column_names)
    content = ", ".join(f"{name}::VARCHAR" for name in one.table.column_names)
    _mark_all_but_first(
        connection,
        one,
        same=same,
        order=f"({filled}) DESC, {content}",
        reason=reason,
        how_to_mend=how_to_mend,
        where="TRUE" if one.table.name == "extract" else f"{key} IS NOT NULL",
    )


def orders_of(table: Table) -> list[tuple[str, str]]:
    """Pairs of columns of which the day in the second cannot lie before the day in the first."""
    orders = list(OTHER_ORDERS.get(table.name, ()))
    return [*orders, (table.happened, table.ends)] if table.ends else orders


def _impossible_order(connection: Any, one: WorkingTable) -> None:
    for first, second in orders_of(one.table):
        _mark(
            connection,
            one,
            f"{second} < {first}",
            f"It cannot be: the day in {second} lies before the day in {first}.",
            MEND_DATES,
        )


def _nobody_knows_the_child(connection: Any, one: WorkingTable) -> None:
    if not one.has_child:
        return
    _mark(
        connection,
        one,
        # Under the id they had before birth, born children are known too.
        "child NOT IN (SELECT child FROM work.children WHERE why_set_aside IS NULL UNION ALL "
        "SELECT unborn_id FROM work.children "
        "WHERE why_set_aside IS NULL AND unborn_id IS NOT NULL)",
        "Nobody knows this child: the id is not among the children.",
        "Add the child to the extract of children, or correct the id.",
    )


def _part_shared_ids(connection: Any, working: dict[str, WorkingTable]) -> None:
    """Where one id serves several children, such as siblings at one conference, make it each child's own.

    Rules join on ids: without this a visit to one child would count for the brother.
    """
    for one in with_rows(working):
        key = one.table.key
        if not key or not one.has_child:
            continue
        connection.execute(
            f"""
            CREATE OR REPLACE TEMP TABLE shared AS SELECT {key} AS id FROM {one.name}
            WHERE why_set_aside IS NULL GROUP BY {key} HAVING count(DISTINCT child) > 1
            """
        )
        if not connection.execute("SELECT count(*) FROM shared").fetchall()[0][0]:
            continue
        for other in with_rows(working):
            for column in other.table.columns:
                is_key = other is one and column.name == key
                if other.has_child and (is_key or column.refers_to == one.table.name):
                    connection.execute(
                        f"""
                        UPDATE {other.name} SET {column.name} = {column.name} || ' of ' || child
                        WHERE {column.name} IN (SELECT id FROM shared)
                        """
                    )


def _mark(connection: Any, one: WorkingTable, where: str, reason: str, how_to_mend: str) -> None:
    connection.execute(
        f"UPDATE {one.name} SET why_set_aside = ?, how_to_mend_it = ? WHERE why_set_aside IS NULL AND ({where})",
        [reason, how_to_mend],
    )


def _mark_all_but_first(
    connection: Any,
    one: WorkingTable,
    *,
    same: str,
    order: str,
    reason: str,
    how_to_mend: str,
    where: str = "TRUE",
) -> None:
    """Mark all rows but the first of those alike in ``same``."""
    connection.execute(
        f"""
        UPDATE {one.name} SET why_set_aside = ?, how_to_mend_it = ? WHERE rowid IN (
            SELECT id FROM (
                SELECT rowid AS id, row_number() OVER (PARTITION BY {same} ORDER BY {order}) AS place
                FROM {one.name} WHERE why_set_aside IS NULL AND {where}
                AND hash({same}) IN (
                    SELECT hash({same}) FROM {one.name} WHERE why_set_aside IS NULL AND {where}
                    GROUP BY 1 HAVING count(*) > 1
                )
            ) WHERE place > 1
        )
        """,
        [reason, how_to_mend],
    )


def _changed(connection: Any, statement: str) -> int:
    return connection.execute(statement).fetchall()[0][0]
