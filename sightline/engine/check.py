"""What a check is: one question asked at a decision, answered from what was known on that day.

A check says met, not met, or no evidence. It is an Ibis expression over *moments*: a child, the
subject decided about, and the day asked on. One execution answers for every moment there is, so
the same check runs for one child while a person decides and over every decision of ten years.

There is no hindsight because a check never sees what came later: it is handed each record table
beside the moments, cut to what was known on the day of each.
"""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa
from ibis import _

from sightline.engine.clocks import Clocks, standing_alone
from sightline.engine.evidence import entries_of, known_by_column, text_of, value_column
from sightline.engine.steps import shared_step
from sightline.records.known import as_known_on
from sightline.records.tables import TABLES

MET = "met"
NOT_MET = "not met"
NO_EVIDENCE = "no evidence"
ANSWERS = (MET, NOT_MET, NO_EVIDENCE)

MOMENT = ("child", "subject_day", "asked_on")
"""The columns of a moment: whom, the day that names the subject (for a plan the day it started),
and the day asked on. The columns of a record table beside the moments are these and its own."""

CHECKED_SCHEMA = pa.schema(
    [
        ("check", pa.string()),
        ("child", pa.string()),
        ("subject", pa.string()),
        ("asked_on", pa.date32()),
        ("answer", pa.string()),
        ("evidence", pa.string()),
        ("because", pa.string()),
    ]
)


@dataclass(frozen=True, kw_only=True)
class Check:
    """One check, declared in one file. It is a question to people, never part of a score.

    ``asked_by``    whose published procedure asks it, in words.
    ``sources``     ids of the standards it counts by; none where it counts nothing.
    ``judged``      function from ``moments``, record tables and ``clocks`` to the moments, each
                    once, with the columns that ``met`` and ``evidence`` speak of. A table without
                    a day (who is of one family) is handed whole, every other beside the moments.
    ``met``         a deferred yes or no over those columns; empty where there is no evidence.
    ``evidence``    what a person is shown, by name: deferred values.
    ``needs``       the "table.column" a source must fill; without one there is no evidence.
    """

    name: str
    title: str
    question: str
    asked_by: str
    sources: tuple[str, ...] = ()
    themes: tuple[str, ...]
    one_row_per: str
    judged: Callable[..., ir.Table]
    met: Any
    evidence: Mapping[str, Any]
    needs: tuple[str, ...]
    readings: tuple[str, ...]
    helps: str
    cannot_see: str

    def __post_init__(self) -> None:
        if not self.question.endswith("?"):
            raise ValueError(f"{self.name}: the question must end in a question mark")


def ask_check(
    check: Check,
    moments: ir.Table,
    records: Mapping[str, ir.Table],
    *,
    local_standards: Mapping[str, Any] | None = None,
    because: str = "",
) -> ir.Table:
    """The check's answer at each moment, with the columns of ``CHECKED_SCHEMA``.

    ``because`` says why the source cannot answer it (``sightline.engine.capability``): every
    answer is then no evidence. A record table missing from ``records`` counts as empty. Nothing
    is executed here.
    """
    if because:
        return _without_evidence(check, moments, because)
    judged = standing_alone(_judged(check, moments, records, Clocks(local_standards)))
    (met,) = judged.bind(check.met)
    values = {value_column(n): value for n, value in enumerate(check.evidence.values())}
    known_by = {known_by_column(n): _.asked_on for n in range(len(values))}
    shown = judged.select(*MOMENT, met=met, **values, **known_by)
    entries = entries_of(shown, tuple(check.evidence))
    answer = ibis.cases((shown.met, MET), (~shown.met, NOT_MET), else_=NO_EVIDENCE)
    return _answers(check, shown, answer, text_of([entry.text for entry in entries]), "")


def _without_evidence(check: Check, moments: ir.Table, because: str) -> ir.Table:
    return _answers(check, moments, ibis.literal(NO_EVIDENCE), ibis.literal("{}"), because)


def _answers(
    check: Check,
    moments: ir.Table,
    answer: ir.StringValue,
    evidence: ir.StringValue,
    because: str,
) -> ir.Table:
    return moments.select(
        check=ibis.literal(check.name),
        child=moments.child,
        subject=ibis.literal(f"{check.one_row_per} ") + moments.subject_day.cast("string"),
        asked_on=moments.asked_on,
        answer=answer,
        evidence=evidence,
        because=ibis.literal(because),
    )


def _judged(
    check: Check, moments: ir.Table, records: Mapping[str, ir.Table], clocks: Clocks
) -> ir.Table:
    own = {"moments": moments, "clocks": clocks}
    wanted = inspect.signature(check.judged).parameters
    unknown = [name for name in wanted if name not in own and name not in TABLES]
    if unknown:
        raise KeyError(f"{check.name}: no record table is called {', '.join(unknown)}.")
    tables = {name: _handed(moments, name, records) for name in wanted if name not in own}
    # In their order and not by name: only so are the rows of shared steps kept.
    return check.judged(*(own[name] if name in own else tables[name] for name in wanted))


def _handed(moments: ir.Table, name: str, records: Mapping[str, ir.Table]) -> ir.Table:
    """A record table beside the moments; one without a day of its own is given as it is."""
    table = TABLES[name]
    rows = records[name] if name in records else ibis.memtable(table.arrow_schema.empty_table())
    return known_at_moments(moments, name, rows) if table.happened else rows


@shared_step
def known_at_moments(moments: ir.Table, name: str, rows: ir.Table) -> ir.Table:
    """The rows of the record table ``name`` beside each moment of their child, as known on its day."""
    table = TABLES[name]
    beside = standing_alone(rows.inner_join(moments.select(*MOMENT), "child"))
    return standing_alone(as_known_on(table, beside, _.asked_on))
