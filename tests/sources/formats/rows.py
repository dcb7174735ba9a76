"""Facts: rows of the columns that a format can hold, as they were known on a day."""

from collections.abc import Iterable
from datetime import date
from typing import Any

Row = dict[str, Any]
Own = dict[str, list[Row]]
# By table: the columns held, and the rows.
Facts = dict[str, tuple[tuple[str, ...], list[tuple[Any, ...]]]]


def pick(rows: Iterable[Row], *columns: str) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
    """Those columns of the rows; a column that a row lacks is empty."""
    return columns, [tuple(row.get(column) for column in columns) for row in rows]


def ran(row: Row, starts: str, ends: str, span: tuple[date, date]) -> bool:
    """Whether something ran on a day of a span."""
    return row[starts] <= span[1] and (row[ends] is None or row[ends] >= span[0])


def within(day: date | None, span: tuple[date, date]) -> bool:
    """Whether a day lies in a span."""
    return day is not None and span[0] <= day <= span[1]


def by_then(row: Row, day: date, end: str, *with_it: str) -> Row:
    """The row as known on a day."""
    if row[end] is not None and row[end] > day:
        return {**row, end: None, **dict.fromkeys(with_it)}
    return row


def last_of(rows: Iterable[Row], happened: str, since: date, until: date) -> Row | None:
    """The last of the rows that happened between two days."""
    between = [row for row in rows if row[happened] and since <= row[happened] <= until]
    return max(between, key=lambda row: row[happened], default=None)


def of_child(own: Own, table: str, child: str) -> list[Row]:
    """A child's rows of a table."""
    return [row for row in own[table] if row["child"] == child]


def kept_referral(own: Own, child: str, day: date) -> Row | None:
    """The referral whose case was the child's last by a day."""
    kept = [row for row in of_child(own, "referrals", child) if not row["no_further_action"]]
    return last_of(kept, "received", date.min, day)


def compare(facts: Facts, theirs: dict[str, list[dict]]) -> None:
    """Fail with the first facts that are on one side only."""
    for name, (columns, rows) in facts.items():
        brought = [tuple(row[column] for column in columns) for row in theirs[name]]
        expected, found = sorted(map(str, rows)), sorted(map(str, brought))
        missing = [row for row in expected if row not in set(found)]
        extra = [row for row in found if row not in set(expected)]
        assert (missing[:3], extra[:3]) == ([], []), name
        assert len(expected) == len(found), name
