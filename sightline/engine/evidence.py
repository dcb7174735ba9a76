"""Evidence as JSON text that can be cut to a day without being read as JSON.

The text is ``{"name": {"value": ..., "known_by": "YYYY-MM-DD"}, ...}``, one entry a line. A line
break inside a value is always escaped, so a bare one separates entries, and every entry ends in
its date. What has no value, or is not known yet, has no entry.
"""

from collections.abc import Iterable
from datetime import date

import ibis
import ibis.expr.types as ir

SEPARATOR = ",\n"
KNOWN_BY_LENGTH = 10  # YYYY-MM-DD
ENTRY_TAIL = KNOWN_BY_LENGTH + 2  # the date, its closing quotation mark and the closing brace


def entry(name: str, value: ir.Value, known_by: ir.DateValue) -> ir.StringValue:
    """One entry, empty where the value or its date is."""
    label = name.replace("\\", "\\\\").replace('"', '\\"')
    head = ibis.literal(f'"{label}": {{"value": ')
    return head + _json(value) + ', "known_by": "' + known_by.cast("string") + '"}'


def text_of(entries: Iterable[ir.StringValue]) -> ir.StringValue:
    """The entries that are not empty, as one JSON object."""
    present = list(entries)
    if not present:
        return ibis.literal("{}")
    return ibis.literal("{") + ibis.literal(SEPARATOR).join(present) + "}"


def evidence_known_on(
    evidence: ir.StringValue, known_by: ir.DateValue, day: date
) -> ir.StringValue:
    """The evidence without the entries known only after ``day``.

    ``known_by`` is the day from which all of it is known: most rows need no cutting.
    """
    inside = evidence.substr(1, evidence.length() - 2)
    kept = inside.split(SEPARATOR).filter(
        lambda line: line.right(ENTRY_TAIL).left(KNOWN_BY_LENGTH) <= day.isoformat()
    )
    return ibis.ifelse(
        known_by > ibis.literal(day),
        ibis.literal("{") + kept.join(SEPARATOR).fill_null("") + "}",
        evidence,
    )


def _json(value: ir.Value) -> ir.StringValue:
    """A value as JSON; TypeError for a kind that evidence does not hold."""
    kind = value.type()
    if kind.is_string():
        return ibis.literal('"') + _escaped(value) + '"'
    if kind.is_date():
        return ibis.literal('"') + value.cast("string") + '"'
    if kind.is_boolean() or kind.is_numeric():
        return value.cast("string")
    raise TypeError(f"Evidence holds text, dates, numbers and yes or no, not {kind}.")


def _escaped(text: ir.StringValue) -> ir.StringValue:
    """Text that may stand inside JSON's quotation marks; other control characters become spaces."""
    marked = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return marked.re_replace("[\\x00-\\x1f]", " ")
