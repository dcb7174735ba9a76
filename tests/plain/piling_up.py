"""Plain steps that the readings of things piling up share: day by day, over one child."""

from collections.abc import Iterable, Iterator
from datetime import date

from tests.plain.child import (
    HORIZON,
    ONE_DAY,
    Records,
    Row,
    days_between,
    months_later,
    sound,
    stretches,
)

Response = tuple[date, date]
"""First and last day of something done about the child."""


def spans(records: Records, *tables: str) -> list[Response]:
    """Rows with a beginning and an end, as responses."""
    return [
        (row["started"], row["ended"] or HORIZON)
        for table in tables
        for row in sound(records[table], "started", "ended")
    ]


def points(rows: Iterable[Row], day: str) -> list[Response]:
    """Rows that happened on one day, as responses."""
    return [(row[day], row[day]) for row in rows if row[day]]


def responded(since: date, responses: list[Response]) -> date | None:
    """The first day from ``since`` on with a response."""
    days = [max(begins, since) for begins, ends in responses if ends >= since]
    return min(days, default=None)


def piled_up(
    events: set[date], responses: list[Response], number: int, months: int
) -> Iterator[tuple[date, date, date]]:
    """Stretches of days with that many events in that many months and no response since.

    Gives the first event counted, the first day and the first day after.
    """
    held: set[date] = set()
    opened_by: dict[date, date] = {}
    in_order = sorted(events)
    for place in range(number - 1, len(in_order)):
        first, latest = in_order[place - number + 1], in_order[place]
        window_ends = months_later(first, months)
        answered = responded(first, responses)
        if latest > window_ends or (answered and answered <= latest):
            continue
        over = first_of(window_ends + ONE_DAY, answered)
        held |= days_between(latest, over)
        opened_by[latest] = first
    for opens, closes in stretches(held):
        yield opened_by[opens], opens, closes


def first_of(*days: date | None) -> date:
    """The earliest of days, those that never come left out."""
    return min(day for day in days if day)
