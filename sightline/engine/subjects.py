"""Two subjects of one child that share a key are one subject.

Source systems hold two referrals of one child on one day, or two episodes begun together. What a
rule found of each is merged so that the answer of no day depends on what came after it: a duty is
met when the first of them is, and lapses, or a pattern closes, only when the last of them does;
each entry of evidence is the one known first.
"""

import ibis
import ibis.expr.types as ir

KEY = ("child", "subject_day")
FIRST_OF = ("starts", "due", "met", "opens")
LAST_OF = ("lapses", "closes")


def one_row_per_subject(judged: ir.Table, evidence_names: tuple[str, ...]) -> ir.Table:
    """The judged rows with those of one key merged.

    Almost every key is alone, so the few that are not are taken out, merged and put back.
    """
    repeated = (
        judged.group_by(*KEY)
        .aggregate(rows=judged.count(), first_start=judged.starts.min())
        .filter(lambda keys: keys.rows > 1)
    )
    alone = judged.anti_join(repeated, KEY)
    shared = judged.inner_join(repeated, KEY)
    return alone.union(_merged(shared, judged.columns, len(evidence_names)))


def _merged(shared: ir.Table, columns: tuple[str, ...], entries: int) -> ir.Table:
    """One row per key, from the rows that start first: a later start is not known by then."""
    earliest = shared.filter((shared.starts == shared.first_start) | shared.first_start.isnull())
    dates = {name: earliest[name].min() for name in FIRST_OF if name in columns}
    dates |= {name: _last_of(earliest, name) for name in LAST_OF if name in columns}
    entry_columns = {
        name: column
        for number in range(entries)
        for name, column in _first_entry(earliest, number).items()
    }
    return earliest.group_by(*KEY).aggregate(**dates, **entry_columns).select(*columns)


def _last_of(rows: ir.Table, name: str) -> ir.DateValue:
    """The latest date, empty while any of the rows has none."""
    return ibis.ifelse(rows[name].count() == rows.count(), rows[name].max(), ibis.null("date"))


def _first_entry(rows: ir.Table, number: int) -> dict[str, ir.Value]:
    """The entry known first; among several known on one day the first in the alphabet."""
    text, known_by = rows[f"entry_{number}"], rows[f"entry_{number}_known_by"]
    dated = (known_by.cast("string") + text).min()
    return {
        f"entry_{number}": dated.substr(len("YYYY-MM-DD")),
        f"entry_{number}_known_by": known_by.min(),
    }
