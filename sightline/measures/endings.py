"""Every plan that somebody decided to end: what it ended on, what came after, who held the case.

Kept in the ledger each night (``answers.endings``, ``answers.checks_of_endings``) and read by pages.
Nothing here adds the checks up for a child or a plan, and nothing may: they are questions.
"""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from typing import Any

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine import store
from sightline.engine.check import ANSWERS, CHECKED_SCHEMA
from sightline.engine.owner import with_owner_of_turn
from sightline.engine.steps import kept
from sightline.ledger.questions import rows_of
from sightline.rules.checks_before_ending import CHECKS
from sightline.rules.ending_a_plan import AFTERWARDS, asked_at, endings, what_came_after
from sightline.sources.could_not import CouldNot

ENDINGS, CHECKS_OF_ENDINGS = "endings", "checks_of_endings"
ARE_THERE = (
    "SELECT count(*) AS tables FROM duckdb_tables() "
    "WHERE schema_name = 'answers' AND table_name = ?"
)


@dataclass(frozen=True)
class Ending:
    """One plan that somebody decided to end. ``team`` and ``worker`` held the case that day.

    ``looked_until``  the last day on which what comes after counts (standard CPE-08). The first
    new plan, enquiry and entry to care by then stand beside it, empty where there was none by the
    day asked about.
    """

    child: str
    subject: str
    ended: date
    end_reason: str | None
    looked_until: date
    next_plan_started: date | None
    next_enquiry_started: date | None
    entered_care: date | None
    worker: str | None
    team: str | None


@dataclass(frozen=True)
class Asked:
    """The checks of every ending by a day, and what came after each, as expressions."""

    checks: ir.Table
    after: ir.Table


def ask_of_endings(
    backend: Any,
    records: Mapping[str, ir.Table],
    day: date,
    *,
    coverage: Any,
    local_standards: Mapping[str, Any],
) -> Asked:
    """What every plan ended by ``day`` ended on and what came after. Run inside ``steps_kept``."""
    by_then = endings(records).filter(_.asked_on <= ibis.literal(day))
    moments = store.keep(backend, "moments_of_endings", by_then)
    return Asked(
        asked_at(moments, records, coverage=coverage, local_standards=local_standards),
        what_came_after(records, day, local_standards=local_standards),
    )


def steps_kept(backend: Any) -> AbstractContextManager[None]:
    """While this runs, the steps that checks share are worked out once."""
    return kept(lambda name, rows: store.keep(backend, f"ending_{name}", rows))


def with_holder(after: ir.Table, turns: ir.Table, day: date) -> ir.Table:
    """What came after with who held the case on the day the plan ended."""
    nothing = ibis.null("date")
    at_rest = after.mutate(closes=after.ended, met=nothing, lapses=nothing)
    return with_owner_of_turn(at_rest, turns, day).drop("closes", "met", "lapses")


@dataclass(frozen=True)
class Wanted:
    """Which endings are wanted: from a day to a day, of one team or one child, with one answer to one
    check, or followed by one of ``AFTERWARDS``."""

    since: date
    until: date
    team: str = ""
    check: str = ""
    answer: str = ""
    came: str = ""
    child: str = ""


def endings_told(backend: Any, wanted: Wanted) -> list[Ending]:
    """The plans that somebody decided to end, the latest first."""
    where, values = _where(wanted)
    rows = _rows(
        backend,
        "SELECT child, subject, ended, end_reason, looked_until, next_plan_started, "
        f"next_enquiry_started, entered_care, worker, team FROM answers.{ENDINGS} AS endings "
        f"WHERE {where} ORDER BY ended DESC, child, subject",
        values,
    )
    return [Ending(**row) for row in rows]


def answers_counted(backend: Any, wanted: Wanted) -> dict[str, dict[str, int]]:
    """By check and answer, how many of the plans have it. Never by child or plan."""
    where, values = _where(wanted)
    rows = _rows(
        backend,
        'SELECT "check", answer, count(*) AS plans '
        f"FROM answers.{CHECKS_OF_ENDINGS} JOIN answers.{ENDINGS} AS endings "
        f'USING (child, subject) WHERE {where} GROUP BY "check", answer',
        values,
    )
    counted = {(row["check"], row["answer"]): row["plans"] for row in rows}
    return {name: {one: counted.get((name, one), 0) for one in ANSWERS} for name in CHECKS}


def reasons_not_asked(backend: Any) -> dict[str, str]:
    """By check why the source cannot answer it; only of those it cannot."""
    rows = _rows(
        backend,
        f"SELECT DISTINCT \"check\", because FROM answers.{CHECKS_OF_ENDINGS} WHERE because <> ''",
        [],
    )
    return {row["check"]: row["because"] for row in rows}


def checks_of_child(backend: Any, child: str) -> list[dict[str, Any]]:
    """What the checks said of each plan of one child that somebody decided to end: a row a plan and
    check, with the columns of ``sightline.engine.check.CHECKED_SCHEMA``."""
    columns = ", ".join(f'"{name}"' for name in CHECKED_SCHEMA.names)
    return _rows(
        backend,
        f"SELECT {columns} FROM answers.{CHECKS_OF_ENDINGS} WHERE child = ? ORDER BY asked_on DESC",
        [child],
    )


def teams_of_endings(backend: Any) -> list[str]:
    """The teams that held the case of a child on the day a plan ended."""
    rows = _rows(
        backend,
        f"SELECT DISTINCT team FROM answers.{ENDINGS} WHERE team IS NOT NULL ORDER BY team",
        [],
    )
    return [row["team"] for row in rows]


def _where(wanted: Wanted) -> tuple[str, list[Any]]:
    clauses, values = ["ended BETWEEN ? AND ?"], [wanted.since, wanted.until]
    if wanted.team:
        clauses.append("team = ?")
        values.append(wanted.team)
    if wanted.check:
        clauses.append(
            f"EXISTS (SELECT 1 FROM answers.{CHECKS_OF_ENDINGS} AS told WHERE told.child = "
            'endings.child AND told.subject = endings.subject AND told."check" = ? AND told.answer = ?)'
        )
        values += [wanted.check, wanted.answer]
    if wanted.came in AFTERWARDS:
        clauses.append(f"{wanted.came} IS NOT NULL")
    if wanted.child:
        clauses.append("child = ?")
        values.append(wanted.child)
    return " AND ".join(clauses), values


def _rows(backend: Any, question: str, values: list[Any]) -> list[dict[str, Any]]:
    """The rows of one question, once it is sure that the endings were asked about."""
    found = rows_of(backend, ARE_THERE, [ENDINGS])
    if not found[0]["tables"]:
        raise CouldNot(
            "The checks before a plan ends have not been asked of these records yet.",
            "Run: sightline check --workspace FOLDER",
        )
    return rows_of(backend, question, values)
