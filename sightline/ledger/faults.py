"""Faults shown and kept: what should be mended at the source although every row can be used."""

from dataclasses import asdict
from typing import Any

import pyarrow as pa

from sightline.ledger.checks import WorkingTable, with_rows
from sightline.ledger.local_words import SECTIONS, how_to_mend_word
from sightline.records.codes import CODES
from sightline.records.table import DATE, Column
from sightline.sources import recorded_here
from sightline.sources.arrival import FILE, ROW, Arrival

# Shown, not set aside: the row says enough without the day that is wrong.
DOUBTFUL_ORDERS = {
    "children": (("born", "died"),),
    "contacts": (("received", "decided"),),
    "referrals": (("received", "decided"),),
    "return_interviews": (("offered", "held"),),
    "care_episodes": (("entered_care", "started"),),
    "workers": (("started", "ended"),),
}


UNKNOWN_WORD = "Nobody has said what this word means; kept as it is, and rules pass it over."


def make_faults_table(connection: Any) -> None:
    """The table every fault of this load goes to; one row may stand for many (``rows``)."""
    connection.execute(
        """
        CREATE TABLE work_faults (
            "table" VARCHAR, "column" VARCHAR, file VARCHAR, "row" BIGINT, key VARCHAR,
            fault VARCHAR, value VARCHAR, rows BIGINT, emptied BIGINT, how_to_mend VARCHAR
        )
        """
    )


def find_faults(connection: Any, working: dict[str, WorkingTable], arrival: Arrival) -> None:
    """Put every fault into ``work_faults``: those met in reading, then those seen in the rows."""
    make_faults_table(connection)
    _met_in_reading(connection, arrival)
    for one in with_rows(working):
        filled = arrival.tables[one.table.name].filled
        _required_is_empty(connection, one, filled)
        _unknown_codes(connection, one)
        _loose_references(connection, one, working, arrival.kind == recorded_here.KIND)
        _doubtful_order(connection, one)
        _after_the_extract(connection, one)
    if "protection_plans" in working:
        _overlapping_plans(connection, working["protection_plans"])


def _met_in_reading(connection: Any, arrival: Arrival) -> None:
    faults = [asdict(fault) for one in arrival.tables.values() for fault in one.faults]
    if not faults:
        return
    connection.register("met", pa.Table.from_pylist(faults))
    connection.execute(
        """
        INSERT INTO work_faults
        SELECT "table", "column", file, "row", NULL, fault, NULL, rows, emptied, how_to_mend FROM met
        """
    )
    connection.unregister("met")


def _required_is_empty(connection: Any, one: WorkingTable, filled: frozenset[str]) -> None:
    for name in one.table.required:
        if name in filled and name != "child":
            _each_row(
                connection,
                one,
                column=name,
                where=f"{name} IS NULL",
                fault=f"Nothing in {name} can be read; rules that need it pass the row over.",
                how_to_mend=f"Enter {name} at the source.",
            )


def _unknown_codes(connection: Any, one: WorkingTable) -> None:
    for column in one.table.columns:
        if not column.codes:
            continue
        known = list(CODES[column.codes])
        connection.execute(
            f"""
            INSERT INTO work_faults
            SELECT '{one.table.name}', '{column.name}', arg_min({FILE}, {ROW}), min({ROW}), NULL,
                'The code is not in the list of codes; kept as it is.', {column.name}, count(*), 0,
                'Correct the code at the source, or map it in the door of this source.'
            FROM {one.name}
            WHERE why_set_aside IS NULL AND {column.name} IS NOT NULL AND {column.name} NOT IN ?
            GROUP BY {column.name} ORDER BY {column.name}
            """,
            [known],
        )
        if column.codes in SECTIONS:
            _say_line_to_add(connection, one, column)


def _say_line_to_add(connection: Any, one: WorkingTable, column: Column) -> None:
    words = connection.execute(
        'SELECT value FROM work_faults WHERE "table" = ? AND "column" = ? AND value IS NOT NULL',
        [one.table.name, column.name],
    ).fetchall()
    for (word,) in words:
        connection.execute(
            "UPDATE work_faults SET fault = ?, how_to_mend = ? "
            'WHERE "table" = ? AND "column" = ? AND value = ?',
            [UNKNOWN_WORD, how_to_mend_word(column.codes, word), one.table.name, column.name, word],
        )


def _loose_references(
    connection: Any, one: WorkingTable, working: dict[str, WorkingTable], by_day: bool
) -> None:
    """Ids that lead nowhere: common where a source forgets old rows, so shown in one line a column."""
    for column in one.table.columns:
        other = working.get(column.refers_to)
        if other is None or column.name == "child":
            continue
        # What is recorded here names rows of other sources by their day: see laying_together.
        by_id = f"AND try_cast({column.name} AS DATE) IS NULL" if by_day else ""
        connection.execute(
            f"""
            INSERT INTO work_faults
            SELECT * FROM (
                SELECT '{one.table.name}', '{column.name}', arg_min({FILE}, {ROW}), min({ROW}), NULL,
                    'The id leads to no row of {other.table.name}; kept without it.', NULL,
                    count(*) AS rows, 0, 'Add the missing rows to the extract, or correct the id.'
                FROM {one.name}
                WHERE why_set_aside IS NULL AND {column.name} IS NOT NULL {by_id}
                AND {column.name} NOT IN (
                    SELECT {other.table.key} FROM {other.name}
                    WHERE why_set_aside IS NULL AND {other.table.key} IS NOT NULL
                )
            ) WHERE rows > 0
            """
        )


def _doubtful_order(connection: Any, one: WorkingTable) -> None:
    for first, second in DOUBTFUL_ORDERS.get(one.table.name, ()):
        _each_row(
            connection,
            one,
            column=second,
            where=f"{second} < {first}",
            fault=f"The day in {second} lies before the day in {first}.",
            how_to_mend="Correct one of the two dates at the source.",
        )


def _after_the_extract(connection: Any, one: WorkingTable) -> None:
    for column in one.table.columns:
        if column.type == DATE and not column.planned:
            _each_row(
                connection,
                one,
                column=column.name,
                where=f"{column.name} > (SELECT extract_day FROM work_extract)",
                fault=f"The day in {column.name} lies after the day of the extract.",
                how_to_mend="Correct the date at the source, or the extract day.",
            )


def _overlapping_plans(connection: Any, plans: WorkingTable) -> None:
    """Two plans of one child at a time: rules judge them as one, and somebody should mend them."""
    _insert_rows(
        connection,
        plans,
        column="started",
        fault="The plan starts while another plan of the same child still runs; judged as one plan.",
        how_to_mend="End the earlier plan, or take the doubled one out.",
        rows=f"""
            SELECT * FROM (
                SELECT *, max(coalesce(ended, DATE '9999-12-31')) OVER (
                    PARTITION BY child ORDER BY started, {ROW}
                    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
                ) AS latest_end
                FROM {plans.name} WHERE why_set_aside IS NULL AND started IS NOT NULL
            ) WHERE started < latest_end
        """,
    )


def _each_row(
    connection: Any, one: WorkingTable, *, column: str, where: str, fault: str, how_to_mend: str
) -> None:
    _insert_rows(
        connection,
        one,
        column=column,
        fault=fault,
        how_to_mend=how_to_mend,
        rows=f"SELECT * FROM {one.name} WHERE why_set_aside IS NULL AND ({where})",
    )


def _insert_rows(
    connection: Any, one: WorkingTable, *, column: str, fault: str, how_to_mend: str, rows: str
) -> None:
    key = one.table.key or "NULL"
    connection.execute(
        f"""
        INSERT INTO work_faults
        SELECT '{one.table.name}', ?, {FILE}, {ROW}, {key}, ?, NULL, 1, 0, ? FROM ({rows})
        ORDER BY {FILE}, {ROW}
        """,
        [column, fault, how_to_mend],
    )
