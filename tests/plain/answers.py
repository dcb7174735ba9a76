"""What answered an event, and what is the same subject: steps of several plain readings."""

from collections.abc import Iterable, Iterator
from datetime import date

from tests.plain.child import Records, Row, months_later
from tests.plain.rows import duty


def first_from(day: date, days: Iterable[date | None]) -> date | None:
    """The first of the days on or after ``day``."""
    return min((other for other in days if other and other >= day), default=None)


def last_before(day: date, days: Iterable[date | None]) -> date | None:
    """The last of the days before ``day``."""
    return max((other for other in days if other and other < day), default=None)


def first_of(*days: date | None) -> date | None:
    """The earliest of the days there are."""
    return min((day for day in days if day), default=None)


def childhood_ends(records: Records) -> date | None:
    """The child's 18th birthday or death, whichever comes first."""
    (child,) = records["children"]
    return first_of(child["born"] and months_later(child["born"], 18 * 12), child["died"])


def one_row_a_subject(rows: Iterable[Row]) -> Iterator[Row]:
    """Rows of one subject as one: met when the first of them is, over when the last is."""
    by_subject: dict[date, list[Row]] = {}
    for row in rows:
        by_subject.setdefault(row["subject"], []).append(row)
    for of_subject in by_subject.values():
        start = min(row["starts"] for row in of_subject)
        yield _together([row for row in of_subject if row["starts"] == start])


def _together(rows: list[Row]) -> Row:
    if rows[0]["due"] is None:
        opens = first_of(*(row["opens"] for row in rows))
        return {**rows[0], "opens": opens, "closes": _last(row["closes"] for row in rows)}
    met = first_of(*(row["met"] for row in rows))
    lapses = _last(row["lapses"] for row in rows)
    return duty(rows[0]["subject"], rows[0]["starts"], rows[0]["due"], met, lapses)


def _last(days: Iterable[date | None]) -> date | None:
    """The latest, None where any of them is still to come."""
    every = list(days)
    return None if None in every else max(every)
