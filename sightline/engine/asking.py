"""Asking a rule: one execution whose rows answer every day of the history."""

import inspect
from collections.abc import Callable, Mapping
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from sightline.engine.clocks import Clocks, standing_alone
from sightline.engine.evidence import (
    entries_of,
    known_by_column,
    latest,
    text_of,
    value_column,
)
from sightline.engine.rule import Rule
from sightline.engine.subjects import one_row_per_subject, opens_and_closes
from sightline.records.tables import TABLES

ASKED_SCHEMA = pa.schema(
    [
        ("rule", pa.string()),
        ("child", pa.string()),
        ("subject", pa.string()),
        ("starts", pa.date32()),
        ("due", pa.date32()),
        ("met", pa.date32()),
        ("lapses", pa.date32()),
        ("opens", pa.date32()),
        ("closes", pa.date32()),
        ("evidence", pa.string()),
        ("evidence_known_by", pa.date32()),
    ]
)
NO_DATE = ibis.null("date")


def ask(
    rule: Rule,
    records: Mapping[str, ir.Table],
    *,
    local_standards: Mapping[str, Any] | None = None,
) -> ir.Table:
    """The rule's rows over ``records``, one per subject, for every day at once.

    Columns are those of ``ASKED_SCHEMA``: text and dates, never a time of day. ``evidence`` is JSON text
    and ``evidence_known_by`` the day from which all of it is known. A duty's ``starts`` is the
    first day of its clock; a pattern's is the day it opens. Where the due date of a duty cannot
    be worked out ``due`` is empty, and the status is "cannot tell" on every day.

    A record table missing from ``records`` counts as empty: whether the rule may be asked at all
    is for ``sightline.engine.capability`` to say. Nothing is executed here.
    """
    return one_row_per_subject(ask_each(rule, records, local_standards=local_standards))


def ask_each(
    rule: Rule,
    records: Mapping[str, ir.Table],
    *,
    local_standards: Mapping[str, Any] | None = None,
) -> ir.Table:
    """As ``ask``, before the rows of one subject are merged.

    Who asks many rules keeps these rows and merges the few that share a subject once, by
    ``sightline.engine.subjects``.
    """
    clocks = Clocks(local_standards)
    return _answers(rule, _judged(rule, population_of(rule, records, clocks), clocks))


def population_of(rule: Rule, records: Mapping[str, ir.Table], clocks: Clocks) -> ir.Table:
    """Whom the rule applies to: its population function, handed the tables it names.

    Errors as in ``handed``; ValueError where what it gives has no ``child``.
    """
    population = handed(rule.population, records, clocks, of=rule.name)
    if "child" not in population.columns:
        raise ValueError(f"{rule.name}: its population has no column called child. Add it.")
    return standing_alone(population)


def handed(
    function: Callable[..., ir.Table], records: Mapping[str, ir.Table], clocks: Clocks, *, of: str
) -> ir.Table:
    """What ``function`` gives, handed the record tables its parameters name, and ``clocks``.

    A table missing from ``records`` is handed as an empty one. KeyError, naming the rule or
    measure ``of`` which it is, where a parameter is neither a record table nor ``clocks``.
    """
    wanted = inspect.signature(function).parameters
    return function(
        **{
            name: clocks if name == "clocks" else _record_table(of, name, records)
            for name in wanted
        }
    )


def _record_table(of: str, name: str, records: Mapping[str, ir.Table]) -> ir.Table:
    if name in records:
        return records[name]
    if name not in TABLES:
        known = ", ".join(TABLES)
        raise KeyError(f"{of}: no record table is called {name}. Use clocks or: {known}.")
    return ibis.memtable(TABLES[name].arrow_schema.empty_table())


def _judged(rule: Rule, population: ir.Table, clocks: Clocks) -> ir.Table:
    """One row per member of the population: child, subject's day, dates and values of evidence."""
    dates = _duty_dates(rule, population) if rule.clock else _pattern_dates(rule, population)
    judged = population.select(
        child=population.child,
        subject_day=date_of(population, rule.subject_day),
        **dates,
        **_evidence_values(rule, population, dates["starts"]),
    )
    if not rule.clock:
        return standing_alone(judged.filter(judged.starts.notnull()))
    return clocks.after(judged, day="starts", standard=rule.clock.limit, into="due")


def _duty_dates(rule: Rule, population: ir.Table) -> dict[str, ir.DateValue]:
    assert rule.clock is not None
    return {
        "starts": date_of(population, rule.clock.starts),
        "met": date_of(population, rule.clock.met),
        "lapses": date_of(population, rule.clock.lapses),
    }


def _pattern_dates(rule: Rule, population: ir.Table) -> dict[str, ir.DateValue]:
    assert rule.span is not None
    opens = date_of(population, rule.span.opens)
    unclear_from = date_of(population, rule.span.unclear_from)
    return {
        "starts": ibis.coalesce(opens, unclear_from),
        "opens": opens,
        "closes": date_of(population, rule.span.closes),
    }


def _evidence_values(rule: Rule, population: ir.Table, starts: ir.DateValue) -> dict[str, ir.Value]:
    """The values of the rule's evidence and, but for dates known by themselves, when each is known."""
    columns = {}
    for number, item in enumerate(rule.evidence.values()):
        (value,) = population.bind(item.value)
        is_day = value.type().is_temporal()
        columns[value_column(number)] = _as_date(value) if is_day else value
        if item.known_by is not None:
            columns[known_by_column(number)] = date_of(population, item.known_by)
        elif not is_day:
            columns[known_by_column(number)] = starts
    return columns


def date_of(table: ir.Table, deferred: Any) -> ir.DateValue:
    """A date expression over ``table``; ``None`` is a date that never comes."""
    if deferred is None:
        return NO_DATE
    (value,) = table.bind(deferred)
    return _as_date(value)


def _as_date(value: ir.Value) -> ir.DateValue:
    """The day of a moment; a date as it is."""
    return value if value.type().is_date() else value.cast("date")


def _answers(rule: Rule, judged: ir.Table) -> ir.Table:
    """The columns of the contract from judged rows."""
    dates = _duty_answers(judged) if rule.clock else _pattern_answers(judged)
    day = judged.subject_day.cast("string").fill_null("without a date")
    entries = entries_of(judged, tuple(rule.evidence))
    columns = {
        "rule": ibis.literal(rule.name),
        "child": judged.child,
        "subject": ibis.literal(f"{rule.one_row_per} ") + day,
        "starts": judged.starts,
        **dates,
        "evidence": text_of([entry.text for entry in entries]),
        "evidence_known_by": latest([entry.known_by for entry in entries]),
    }
    return standing_alone(judged.select(**{name: columns[name] for name in ASKED_SCHEMA.names}))


def _duty_answers(judged: ir.Table) -> dict[str, ir.DateValue]:
    return {
        "due": judged.due,
        "met": judged.met,
        "lapses": judged.lapses,
        **opens_and_closes(judged.due, judged.met, judged.lapses),
    }


def _pattern_answers(judged: ir.Table) -> dict[str, ir.DateValue]:
    return {
        "due": NO_DATE,
        "met": NO_DATE,
        "lapses": NO_DATE,
        "opens": judged.opens,
        "closes": judged.closes,
    }
