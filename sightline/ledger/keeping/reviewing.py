"""The list of those who are due, and the same list as it comes back with a person's decisions."""

import csv
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa

from sightline.ledger.keeping.retention import Answer
from sightline.sources.could_not import CouldNot

DESTROY, KEEP = "destroy", "keep"
TO_FILL_IN = ("decision", "decided_by", "reason")

DUE_SCHEMA = pa.schema(
    [
        ("child", pa.string()),
        ("standard", pa.string()),
        ("counted_from", pa.date32()),
        ("kept_until", pa.date32()),
        ("holds", pa.string()),
        *((name, pa.string()) for name in TO_FILL_IN),
    ]
)
CANNOT_TELL_SCHEMA = pa.schema([("child", pa.string()), ("why", pa.string())])


@dataclass(frozen=True)
class Reviewed:
    """What a named person decided about the records of one child."""

    child: str
    decision: str
    decided_by: str
    reason: str


@dataclass
class Review:
    """A list that came back.

    ``decided``    lines with a decision, a name and a reason.
    ``set_aside``  by line of the file, why a line is no decision.
    """

    decided: list[Reviewed] = field(default_factory=list)
    set_aside: dict[int, str] = field(default_factory=dict)


def due_table(answer: Answer, held: dict[str, list[int]]) -> pa.Table:
    """Who is due, with the holds that stand and empty columns for a person's decision."""
    rows = []
    for one in answer.due:
        holds = sorted({number for child in one.person.ids for number in held.get(child, ())})
        row = {
            "child": one.person.child,
            "standard": one.standard,
            "counted_from": one.counted_from,
            "kept_until": one.until,
            "holds": ", ".join(map(str, holds)) or None,
        }
        rows.append(row)
    return pa.Table.from_pylist(rows, DUE_SCHEMA)


def cannot_tell_table(answer: Answer) -> pa.Table:
    """Of whom nobody can tell whether they are due, and why."""
    rows = [{"child": person.child, "why": why} for person, why in answer.cannot_tell]
    return pa.Table.from_pylist(rows, CANNOT_TELL_SCHEMA)


def read_review(file: Path) -> Review:
    """Read the list back. A line that is no decision is set aside with its number and the reason.

    Raises CouldNot where the file is no such list.
    """
    review, seen = Review(), set[str]()
    try:
        with file.open(encoding="utf-8-sig", newline="") as opened:
            reader = csv.DictReader(opened)
            if not {"child", *TO_FILL_IN} <= set(reader.fieldnames or ()):
                raise CouldNot(
                    f"{file.name} is not the list that sightline retention due writes.",
                    f"It needs the columns child, {', '.join(TO_FILL_IN)}.",
                )
            for row in reader:
                _take(review, row, reader.line_num, seen)
    except (UnicodeDecodeError, csv.Error) as error:
        raise CouldNot(
            f"{file.name} cannot be read as CSV.",
            "Save it as CSV in UTF-8 (in Excel: CSV UTF-8) and run this again.",
        ) from error
    return review


def _take(review: Review, row: dict[str, str | None], line: int, seen: set[str]) -> None:
    child, decision, by, reason = ((row.get(name) or "").strip() for name in ("child", *TO_FILL_IN))
    if not child:
        why = "It names no child."
    elif decision.lower() not in (DESTROY, KEEP):
        why = f"Its decision is neither {DESTROY} nor {KEEP}."
    elif not by or not reason:
        why = "It lacks the name of who decided, or the reason."
    elif child in seen:
        why = "The child stands in an earlier line."
    else:
        seen.add(child)
        review.decided.append(Reviewed(child, decision.lower(), by, reason))
        return
    review.set_aside[line] = why
