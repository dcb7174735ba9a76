"""The rows that a plain reading writes out."""

from datetime import date

from tests.plain.child import (
    ONE_DAY,
    Row,
)


def duty(subject: date, starts: date, due: date, met: date | None, lapses: date | None) -> Row:
    """A duty's row: it opens the day after due if unmet, and closes when met or lapsed."""
    over = min((day for day in (met, lapses) if day), default=None)
    in_time = over is not None and over <= due
    return {
        "subject": subject,
        "starts": starts,
        "due": due,
        "met": met,
        "lapses": lapses,
        "opens": None if in_time else due + ONE_DAY,
        "closes": None if in_time else over,
    }


def pattern(subject: date, opens: date, closes: date | None) -> Row:
    return {
        "subject": subject,
        "starts": opens,
        "due": None,
        "met": None,
        "lapses": None,
        "opens": opens,
        "closes": closes,
    }


def unclear(subject: date, since: date, closes: date | None) -> Row:
    """A pattern's row of which the records cannot tell whether it holds."""
    return pattern(subject, since, closes) | {"opens": None}
