"""Dates, numbers and codes in the words a page shows."""

from datetime import UTC, date, datetime

from django.utils import timezone
from markupsafe import Markup, escape

MISSING = "not recorded"


def day_in_words(value: object) -> str:
    """A date as people say it, such as 14 May 2018."""
    day = as_day(value)
    return f"{day.day} {day:%B %Y}" if day else MISSING


def with_first_capital(words: str) -> str:
    """The words with a capital letter first, and the others, such as of names, as they are."""
    return words[:1].upper() + words[1:]


def subject_in_words(subject: str) -> str:
    """What a concern is about, with its day as people say it: protection plan, 4 March 2021."""
    kind, _, last = subject.rpartition(" ")
    day = as_day(last)
    return f"{kind}, {day_in_words(day)}" if kind and day else subject


def moment_in_words(value: datetime) -> str:
    """A moment in local time, such as 14 May 2018, 9:05."""
    local = timezone.localtime(value)
    return f"{day_in_words(local)}, {local.hour}:{local:%M}"


def clock_in_words(seconds: float) -> str:
    """The time of day, in local time, of a moment counted in seconds since 1970; such as 9:05."""
    local = timezone.localtime(datetime.fromtimestamp(seconds, UTC))
    return f"{local.hour}:{local:%M}"


def month_in_words(value: object) -> str:
    """A month as people say it, such as May 2018."""
    day = as_day(value)
    return f"{day:%B %Y}" if day else MISSING


def number_in_words(value: object) -> str:
    """A whole number with its thousands apart; "not known" where there is none."""
    return "not known" if value is None else f"{value:,.0f}"


def share_in_words(value: object) -> str:
    """A share in per cent with one decimal; "not known" where there is none."""
    return "not known" if value is None else f"{value * 100:.1f}%"


def decimal_in_words(value: object) -> str:
    """A number with one decimal; "not known" where there is none."""
    return "not known" if value is None else f"{value:,.1f}"


def cell_in_words(value: object) -> str:
    """Any recorded value as a page shows it."""
    if value is None or value == "":
        return MISSING
    if isinstance(value, bool):
        return "Yes" if value else "No"
    day = as_day(value)
    return day_in_words(day) if day else str(value)


def marked(text: str, begin: str, end: str) -> Markup:
    """Text in which the words between two marks stand out. Everything in it is escaped first."""
    safe = str(escape(text))
    return Markup(safe.replace(begin, "<mark>").replace(end, "</mark>"))


def as_day(value: object) -> date | None:
    """The date in a value that is one or is written as one (YYYY-MM-DD)."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, str) and len(value) == 10:
        try:
            return date.fromisoformat(value)
        except ValueError:
            return None
    return None
