"""The end of the audit trail, written out each night to a file kept elsewhere.

The file holds no name and no child: a moment, a number of entries, a hash. Keep it where whoever
runs the database cannot write.
"""

import csv
from pathlib import Path

from sightline.casework import audit
from sightline.casework.audit import Head

COLUMNS = ("at", "entries", "last_hash")


class NoHeads(Exception):
    """The file is none that was written here: ``fault`` says why, ``next_step`` what to do."""

    def __init__(self, fault: str, next_step: str) -> None:
        super().__init__(fault)
        self.fault, self.next_step = fault, next_step


def write_out(file: Path) -> Head:
    """Add the end of the trail, as it is now, to the file."""
    head = audit.head()
    is_new = not file.exists()
    with file.open("a", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        if is_new:
            writer.writerow(COLUMNS)
        writer.writerow((head.at, head.entries, head.last_hash))
    return head


def read_back(file: Path) -> list[Head]:
    """Every end that was written out. Raises NoHeads where a line of the file is not whole."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))
    if not rows or tuple(rows[0]) != COLUMNS:
        raise NoHeads(
            f"{file.name} holds no ends of an audit trail.",
            "Give the file that sightline audit write-out adds to.",
        )
    return [_head(file, place, row) for place, row in enumerate(rows[1:], start=2)]


def _head(file: Path, place: int, row: list[str]) -> Head:
    if len(row) != len(COLUMNS) or not row[1].isdecimal():
        raise NoHeads(
            f"Line {place} of {file.name} is not whole.",
            "Find out who wrote it; take the file from a copy kept elsewhere.",
        )
    return Head(at=row[0], entries=int(row[1]), last_hash=row[2])
