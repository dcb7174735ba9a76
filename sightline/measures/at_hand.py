"""The concerns that people have at hand: what is open, due soon, or was opened or closed of late.

A service of 60,000 children has millions of concerns and some tens of thousands at hand. The check
keeps those by themselves, in the order of children, so that a worklist reads little. It also keeps
for good when each concern was first found open, and when each rule was first asked: what a rule
found on its first day is from before Sightline, however the service learns of it later.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sightline.engine.status import STILL_IN_TIME
from sightline.sources.could_not import CouldNot

DUE_WITHIN = timedelta(days=60)
OF_LATE = timedelta(days=60)
NOBODY = "nobody"

COLUMNS = (
    "rule", "child", "subject", "starts", "due", "met", "opens", "closes", "status", "worker", "team",
    "found_on", "from_before",
)  # fmt: skip

START = """
    CREATE SCHEMA IF NOT EXISTS found;
    CREATE TABLE IF NOT EXISTS found.concerns (
        rule VARCHAR, child VARCHAR, subject VARCHAR, found_on DATE
    );
    CREATE TABLE IF NOT EXISTS found.rules (rule VARCHAR, first_asked_on DATE);
"""
IS_AT_HAND = f"""(
    (opens IS NOT NULL AND closes IS NULL)
    OR (status = '{STILL_IN_TIME}' AND due <= $due_by)
    OR opens >= $since OR closes >= $since
)"""


@dataclass(frozen=True)
class ConcernAtHand:
    """One concern at hand, as it stood on the day asked about.

    ``found_on``     the day of the first check that found it open; None while it never opened.
    ``from_before``  whether the very first asking of its rule found it: it is from before Sightline.
    """

    rule: str
    child: str
    subject: str
    starts: date | None
    due: date | None
    met: date | None
    opens: date | None
    closes: date | None
    status: str
    worker: str | None
    team: str | None
    found_on: date | None
    from_before: bool


def keep_at_hand(backend: Any, day: date, rules: Sequence[str], began: date | None = None) -> None:
    """Keep the concerns at hand on ``day`` in ``answers``, and what was found for the first time.

    ``rules`` are those that were asked. Of a day before the last one asked about nothing is found
    for the first time: whoever looks back changes no worklist. ``began`` counts where nothing was
    ever found: the rules are taken as asked since that day, and what opened later as found the day
    it opened.
    """
    connection = backend.con
    connection.execute(START)
    asked_before = connection.execute(
        "SELECT max(day) FROM (SELECT max(found_on) AS day FROM found.concerns "
        "UNION ALL SELECT max(first_asked_on) FROM found.rules)"
    ).fetchall()[0][0]
    if asked_before is None or day >= asked_before:
        first_day = began if began and asked_before is None else day
        _find(connection, day, rules, first_day)
    connection.execute(
        f"""
        CREATE OR REPLACE TABLE answers.concerns_at_hand AS
        SELECT concerns.rule, concerns.child, subject, starts, due, met, opens, closes, status,
            worker, team, found_on, coalesce(found_on <= first_asked_on, FALSE) AS from_before
        FROM answers.concerns
        LEFT JOIN found.concerns AS found USING (rule, child, subject)
        LEFT JOIN found.rules USING (rule)
        WHERE {IS_AT_HAND}
        ORDER BY concerns.child, concerns.rule, subject
        """,
        {"due_by": day + DUE_WITHIN, "since": day - OF_LATE},
    )


def _find(connection: Any, day: date, rules: Sequence[str], first_day: date) -> None:
    """Write down the rules and the concerns that are met for the first time from ``first_day`` on."""
    connection.execute(
        "INSERT INTO found.rules SELECT rule, $first_day FROM (SELECT unnest($rules) AS rule) "
        "WHERE rule NOT IN (SELECT rule FROM found.rules)",
        {"rules": list(rules), "first_day": first_day},
    )
    connection.execute(
        """
        INSERT INTO found.concerns
        SELECT rule, child, subject,
            CASE WHEN $first_day < $day THEN greatest(opens, $first_day) ELSE $day END
        FROM answers.concerns
        WHERE opens IS NOT NULL AND (closes IS NULL OR closes >= $since OR opens >= $since)
        AND (rule, child, subject) NOT IN (SELECT (rule, child, subject) FROM found.concerns)
        """,
        {"day": day, "first_day": first_day, "since": day - OF_LATE},
    )


def is_at_hand(
    status: str, due: date | None, opens: date | None, closes: date | None, day: date
) -> bool:
    """Whether one concern is at hand on ``day``: what ``IS_AT_HAND`` asks of a table."""
    since = day - OF_LATE
    return (
        (opens is not None and closes is None)
        or (status == STILL_IN_TIME and due is not None and due <= day + DUE_WITHIN)
        or (opens is not None and opens >= since)
        or (closes is not None and closes >= since)
    )


def at_hand(
    backend: Any,
    children: Collection[str] | None = None,
    *,
    rule: str = "",
    team: str = "",
    worker: str = "",
) -> list[ConcernAtHand]:
    """The concerns at hand of these children (None: of all), of one rule, team or worker where given.

    ``NOBODY`` as a team or a worker gives those that have none. In the order of children and rules.
    Raises CouldNot where the last check kept none.
    """
    _ask_for_it(backend.con)
    wanted, values = [], []
    if children is not None:
        wanted.append("child IN (SELECT unnest(?))")
        values.append(sorted(children))
    for column, value in (("rule", rule), ("team", team), ("worker", worker)):
        if value == NOBODY:
            wanted.append(f"{column} IS NULL")
        elif value:
            wanted.append(f"{column} = ?")
            values.append(value)
    where = f"WHERE {' AND '.join(wanted)} " if wanted else ""
    rows = backend.con.execute(
        f"SELECT {', '.join(COLUMNS)} FROM answers.concerns_at_hand {where}ORDER BY child, rule, subject",
        values,
    ).fetchall()
    return [ConcernAtHand(*row) for row in rows]


def _ask_for_it(connection: Any) -> None:
    """Raise CouldNot where the rules have not been asked, or were asked by an earlier Sightline."""
    if not connection.execute(
        "SELECT 1 FROM duckdb_tables() "
        "WHERE schema_name = 'answers' AND table_name = 'concerns_at_hand'"
    ).fetchall():
        raise CouldNot(
            "The rules have not been asked of these records yet.",
            "Run: sightline check --workspace FOLDER",
        )
