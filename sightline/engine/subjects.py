"""Two subjects of one child that share a key are one subject.

Source systems hold two referrals of one child on one day, or two episodes begun together. What a
rule found of each is merged so that the answer of no day depends on what came after it: a duty is
met when the first of them is, and lapses, or a pattern closes, only when the last of them does;
each entry of evidence is the one known first.
"""

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from sightline.engine.evidence import entries_of, latest, text_of

KEY = ("child", "subject_day")
FIRST_OF = ("starts", "due", "met", "opens")
LAST_OF = ("lapses", "closes")


def one_row_per_subject(judged: ir.Table, evidence_names: Sequence[str]) -> ir.Table:
    """Judged rows with those of one key merged, and their evidence as text.

    Columns: the key, the dates, ``evidence`` and ``evidence_known_by``. Almost every key is alone,
    so the few that are not are taken out, merged and put back.
    """
    repeated = (
        judged.group_by(*KEY)
        .aggregate(rows=judged.count(), first_start=judged.starts.min())
        .filter(lambda keys: keys.rows > 1)
    )
    alone = judged.anti_join(repeated, KEY)
    shared = judged.inner_join(repeated, KEY)
    return _as_they_are(alone, evidence_names).union(_merged(shared, evidence_names))


def _as_they_are(alone: ir.Table, evidence_names: Sequence[str]) -> ir.Table:
    entries = entries_of(alone, evidence_names)
    dates = [name for name in (*FIRST_OF, *LAST_OF) if name in alone.columns]
    return alone.select(
        *KEY,
        *dates,
        evidence=text_of([entry.text for entry in entries]),
        evidence_known_by=latest([entry.known_by for entry in entries]),
    )


def _merged(shared: ir.Table, evidence_names: Sequence[str]) -> ir.Table:
    """One row per key, from the rows that start first: a later start is not known by then."""
    earliest = shared.filter((shared.starts == shared.first_start) | shared.first_start.isnull())
    first_of = {name: earliest[name].min() for name in FIRST_OF if name in earliest.columns}
    last_of = {name: _last_of(earliest, name) for name in LAST_OF if name in earliest.columns}
    texts, days = _first_entries(earliest, evidence_names)
    return earliest.group_by(*KEY).aggregate(
        **first_of, **last_of, evidence=text_of(texts), evidence_known_by=latest(days)
    )


def _last_of(rows: ir.Table, name: str) -> ir.DateValue:
    """The latest date, empty while any of the rows has none."""
    return ibis.ifelse(rows[name].count() == rows.count(), rows[name].max(), ibis.null("date"))


def _first_entries(
    rows: ir.Table, evidence_names: Sequence[str]
) -> tuple[list[ir.StringValue], list[ir.DateValue]]:
    """Of every entry the one known first; among several known on one day the first in the alphabet."""
    entries = entries_of(rows, evidence_names)
    dated = [(entry.known_by.cast("string") + entry.text).min() for entry in entries]
    return (
        [text.substr(len("YYYY-MM-DD")) for text in dated],
        [entry.known_by.min() for entry in entries],
    )
