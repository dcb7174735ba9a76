"""Reviewed destruction: what a person decided is done in one new ledger file, and no older one stays.

It reaches the records, their history, rows set aside, faults, disagreements and answers. What is
kept is that it happened: how many, by which standard, reviewed and done by whom, when; and a salted
fingerprint of each id (``destroyed``).
"""

import secrets
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import pyarrow as pa

from sightline.ledger.duplicates.deciding import forget_in_decisions
from sightline.ledger.keeping.destroyed import destroyed_of, fingerprint_of
from sightline.ledger.keeping.holds import forget_in_holds, held_on
from sightline.ledger.keeping.people import people_of, tables_about_a_child
from sightline.ledger.keeping.retention import Kept, ask_retention
from sightline.ledger.keeping.reviewing import DESTROY, Reviewed
from sightline.ledger.laying_together import lay_together
from sightline.ledger.load import forget_answers
from sightline.ledger.same_thing import names_a_child
from sightline.ledger.workspace import Workspace
from sightline.records.tables import TABLES
from sightline.sources.could_not import CouldNot

HELD, NOT_DUE, ALREADY, NOT_ON_FILE = (
    "held by a legal hold",
    "not due on that day",
    "destroyed before",
    "not on file",
)

DESTRUCTIONS_SCHEMA = pa.schema(
    [
        ("destruction", pa.int64()),
        ("destroyed_at", pa.timestamp("us")),
        *((name, pa.string()) for name in ("destroyed_by", "reviewed_by", "standard")),
        ("people", pa.int64()),
    ]
)


@dataclass
class Destruction:
    """What a destruction did.

    ``destroyed``  by standard, how many people's records.
    ``rows``       how many rows of history went with them.
    ``kept``       how many the reviewer decided to keep.
    ``refused``    by reason, how many were not destroyed although the review said so.
    """

    destroyed: Counter[str] = field(default_factory=Counter)
    rows: int = 0
    kept: int = 0
    refused: Counter[str] = field(default_factory=Counter)

    @property
    def exit_code(self) -> int:
        """0 where everything the review asked is done, now or before; otherwise 1."""
        return 1 if set(self.refused) - {ALREADY} else 0


def destroy(
    workspace: Workspace,
    reviewed: Iterable[Reviewed],
    *,
    by: str,
    on: date | None = None,
    now: datetime | None = None,
) -> Destruction:
    """Destroy the records of everybody whom the review lets go, who is due on ``on`` and not held.

    Run again it destroys nobody twice, and sees to it that no older ledger file is left. Stopped at
    any moment the ledger is as before or as after. Raises CouldNot where nobody is named or the day has
    not come.
    """
    if not by.strip():
        raise CouldNot("Nobody is named who destroys.", "Give --by and a name.")
    now, reviewed = now or datetime.now(), list(reviewed)
    today = now.date()
    on = on or today
    if on > today:
        raise CouldNot("That day has not come yet.", "Give --on a day up to today.")
    with workspace.reading() as backend:
        done, going = _sort(backend.con, workspace, reviewed, on, today)
    if going:
        with workspace.writing(forgets=True) as backend:
            connection = backend.con
            # Asked again under the lock: a hold may have been placed meanwhile.
            done, going = _sort(connection, workspace, reviewed, on, today)
            connection.execute("BEGIN TRANSACTION")
            done.rows = _destroy(connection, going)
            reviewers = {one.child: one.decided_by for one in reviewed}
            _keep_that_it_happened(connection, going, reviewers, by, now)
            connection.execute("COMMIT")
    if done.destroyed or done.refused[ALREADY]:
        workspace.keep_only_the_current_file()
    return done


def destructions_of(backend: Any) -> pa.Table:
    """What was destroyed: destruction, destroyed_at, destroyed_by, reviewed_by, standard, people."""
    if not destroyed_of(backend.con).fingerprints:
        return DESTRUCTIONS_SCHEMA.empty_table()
    return backend.con.sql("SELECT * FROM keeping.destructions").to_arrow_table()


def _sort(
    connection: Any, workspace: Workspace, reviewed: list[Reviewed], on: date, today: date
) -> tuple[Destruction, list[Kept]]:
    """Of those reviewed, who goes, and how many are refused for what."""
    people = people_of(connection)
    by_id = {child: person for person in people for child in person.ids}
    due = {one.person.child: one for one in ask_retention(people, workspace.settings, on).due}
    held = held_on(connection, today)
    before = destroyed_of(connection)
    done, going = Destruction(), []
    for one in reviewed:
        person = by_id.get(one.child)
        if one.decision != DESTROY:
            done.kept += 1
        elif person is None:
            done.refused[ALREADY if before.has(one.child) else NOT_ON_FILE] += 1
        elif held.keys() & {*person.ids, one.child}:
            done.refused[HELD] += 1
        elif person.child not in due:
            done.refused[NOT_DUE] += 1
        else:
            going.append(due[person.child])
            done.destroyed[due[person.child].standard] += 1
    return done, going


def _destroy(connection: Any, going: list[Kept]) -> int:
    """Take everything about those people out of the open ledger file; gives the rows of history."""
    ids = pa.table({"id": [child for one in going for child in one.person.ids]})
    connection.register("going", ids)
    connection.execute("CREATE OR REPLACE TEMP TABLE gone AS SELECT id FROM going")
    connection.unregister("going")
    _from_what_could_not_be_used(connection)
    rows = 0
    for table in tables_about_a_child():
        (deleted,) = connection.execute(
            f"DELETE FROM history.{table.name} WHERE child IN (SELECT id FROM gone)"
        ).fetchall()[0]
        rows += deleted
    _no_longer_named_by_others(connection)
    forget_in_holds(connection)
    forget_in_decisions(connection)
    _from_what_was_found(connection)
    (last,) = connection.execute("SELECT max(load) FROM load.loads").fetchall()[0]
    lay_together(connection, last, set(TABLES))
    forget_answers(connection)
    return rows


def _from_what_could_not_be_used(connection: Any) -> None:
    """Rows set aside and faults that are about those people, or name them."""
    connection.execute(
        """
        DELETE FROM load.set_aside WHERE child IN (SELECT id FROM gone)
        OR list_has_any(
            json_extract_string(row_values, '$.*'), (SELECT coalesce(list(id), []) FROM gone)
        )
        """
    )
    for table in tables_about_a_child():
        if table.key:
            connection.execute(
                f"""
                DELETE FROM load.faults WHERE "table" = '{table.name}' AND key IN (
                    SELECT {table.key} FROM history.{table.name}
                    WHERE child IN (SELECT id FROM gone)
                )
                """
            )


def _from_what_was_found(connection: Any) -> None:
    """The days on which concerns about those people were first found, which outlive the answers."""
    if connection.execute(
        "SELECT 1 FROM duckdb_tables() WHERE schema_name = 'found' AND table_name = 'concerns'"
    ).fetchall():
        connection.execute("DELETE FROM found.concerns WHERE child IN (SELECT id FROM gone)")


def _no_longer_named_by_others(connection: Any) -> None:
    """Other people's rows that name one of those people stay, without the id."""
    for table in TABLES.values():
        for column in table.column_names:
            names = names_a_child(table, column) or column in ("unborn_id", "older_id")
            if names and column != "child":
                connection.execute(
                    f"UPDATE history.{table.name} SET {column} = NULL "
                    f"WHERE {column} IN (SELECT id FROM gone)"
                )


def make_destruction_tables(connection: Any) -> None:
    """The tables of what was destroyed, where they are not there yet."""
    connection.execute(
        """
        CREATE SCHEMA IF NOT EXISTS keeping;
        CREATE TABLE IF NOT EXISTS keeping.destructions (
            destruction BIGINT, destroyed_at TIMESTAMP, destroyed_by VARCHAR, reviewed_by VARCHAR,
            standard VARCHAR, people BIGINT
        );
        CREATE TABLE IF NOT EXISTS keeping.salt (salt VARCHAR);
        CREATE TABLE IF NOT EXISTS keeping.destroyed (fingerprint VARCHAR, destruction BIGINT);
        """
    )
    if not connection.execute("SELECT 1 FROM keeping.salt").fetchall():
        connection.execute("INSERT INTO keeping.salt VALUES (?)", [secrets.token_hex(32)])


def _keep_that_it_happened(
    connection: Any, going: list[Kept], reviewers: dict[str, str], by: str, now: datetime
) -> None:
    make_destruction_tables(connection)
    salt = destroyed_of(connection).salt
    number = connection.execute(
        "SELECT coalesce(max(destruction), 0) + 1 FROM keeping.destructions"
    ).fetchall()[0][0]
    connection.execute(
        f"INSERT INTO keeping.destroyed SELECT {fingerprint_of('id', salt)}, ? FROM gone", [number]
    )
    counted = Counter((_reviewer(one, reviewers), one.standard) for one in going)
    for (reviewer, standard), people in counted.items():
        connection.execute(
            "INSERT INTO keeping.destructions VALUES (?, ?, ?, ?, ?, ?)",
            [number, now, by.strip(), reviewer, standard, people],
        )


def _reviewer(one: Kept, reviewers: dict[str, str]) -> str:
    return next(reviewers[child] for child in one.person.ids if child in reviewers)
