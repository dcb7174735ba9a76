"""Two subjects of one child that share a key are one subject.

Source systems hold two referrals of one child on one day, or two episodes begun together. What a
rule found of each is merged so that the answer of no day depends on what came after it: a duty is
met when the first of them is, and lapses, or a pattern closes, only when the last of them does;
each entry of evidence is the one known first.
"""

import ibis
import ibis.expr.types as ir

from sightline.engine.clocks import standing_alone
from sightline.engine.evidence import KNOWN_BY_LENGTH, SEPARATOR, known_by_of, name_of
from sightline.engine.status import settled

KEY = ("rule", "child", "subject")
FIRST_OF = ("starts", "due", "met", "opens")
LAST_OF = ("lapses", "closes")


def opens_and_closes(
    due: ir.DateValue, met: ir.DateValue, lapses: ir.DateValue
) -> dict[str, ir.DateValue]:
    """When a duty that is late opened, the day after it was due, and when it closed."""
    at_rest = settled(met, lapses)
    late = at_rest.isnull() | (at_rest > due)
    day_after_due = due + ibis.interval(days=1)
    return {
        "opens": ibis.ifelse(late, day_after_due, ibis.null("date")),
        "closes": ibis.ifelse(at_rest > due, at_rest, ibis.null("date")),
    }


def one_row_per_subject(answers: ir.Table) -> ir.Table:
    """A rule's answers, or those of many rules, with the rows of one key merged.

    Almost every key is alone: the few that are not are taken out, merged and put back.
    """
    repeated = repeated_keys(answers)
    alone = answers.anti_join(repeated, KEY)
    return alone.union(merged(answers, repeated).select(*answers.columns))


def repeated_keys(answers: ir.Table) -> ir.Table:
    """The keys that stand on more than one row, with the first day any of them starts."""
    rows = answers.group_by(*KEY).aggregate(rows=answers.count(), first_start=answers.starts.min())
    return standing_alone(rows.filter(rows.rows > 1))


def merged(answers: ir.Table, repeated: ir.Table) -> ir.Table:
    """One row for each repeated key, from the rows that start first: a later start is not known by then."""
    beside = answers.inner_join(repeated, KEY)
    shared = standing_alone(
        beside.filter((beside.starts == beside.first_start) | beside.first_start.isnull())
    )
    dates = standing_alone(
        shared.group_by(*KEY).aggregate(
            **{name: shared[name].min() for name in FIRST_OF},
            **{name: _last_of(shared, name) for name in LAST_OF},
        )
    )
    duty = opens_and_closes(dates.due, dates.met, dates.lapses)
    # A pattern has no due date: it opens and closes as its rows say.
    own = {name: ibis.ifelse(dates.due.notnull(), duty[name], dates[name]) for name in duty}
    return (
        dates.mutate(**own)
        .left_join(_evidence_known_first(shared), KEY)
        .mutate(evidence=lambda row: row.evidence.fill_null("{}"))
        .select(*answers.columns)
    )


def _last_of(rows: ir.Table, name: str) -> ir.DateValue:
    """The latest date, empty while any of the rows has none."""
    return ibis.ifelse(rows[name].count() == rows.count(), rows[name].max(), ibis.null("date"))


def _evidence_known_first(shared: ir.Table) -> ir.Table:
    """By key the evidence, in the order it became known: of every entry the one known first.

    Of several known on one day it is the first in the alphabet.
    """
    inside = shared.evidence.substr(1, shared.evidence.length() - 2)
    lines = shared.select(*KEY, line=inside.split(SEPARATOR)).unnest("line")
    told = standing_alone(lines.filter(lines.line != ""))
    named = standing_alone(
        told.mutate(name=name_of(told.line), dated=known_by_of(told.line) + told.line)
    )
    first = standing_alone(named.group_by(*KEY, "name").aggregate(dated=named.dated.min()))
    known_by = first.dated.left(KNOWN_BY_LENGTH).cast("date")
    in_order = first.dated.collect().sort().map(lambda line: line.substr(KNOWN_BY_LENGTH))
    return first.group_by(*KEY).aggregate(
        evidence=ibis.literal("{") + in_order.join(SEPARATOR) + "}",
        evidence_known_by=known_by.max(),
    )
