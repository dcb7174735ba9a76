"""What operations mean on plain values, as DuckDB understands them. None is what is not known."""

import math
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

MONTHS_IN_YEAR = 12


@lru_cache(maxsize=65536)
def add_months(day: int, months: int) -> int:
    """The day so many months later or earlier; where the month is shorter, its last day."""
    start = date.fromordinal(day)
    year, month = divmod(start.year * MONTHS_IN_YEAR + start.month - 1 + months, MONTHS_IN_YEAR)
    first = date(year, month + 1, 1).toordinal()
    return first + min(start.day, _days_in_month(year, month + 1)) - 1


@lru_cache(maxsize=4096)
def _days_in_month(year: int, month: int) -> int:
    if month == MONTHS_IN_YEAR:
        return 31
    return date(year, month + 1, 1).toordinal() - date(year, month, 1).toordinal()


@lru_cache(maxsize=65536)
def text_of_day(day: int) -> str:
    """The day as ISO text."""
    return date.fromordinal(day).isoformat()


def day_of_text(text: str) -> int:
    """The day that ISO text names. ValueError for other text."""
    return date.fromisoformat(text).toordinal()


def greatest(*values: Any) -> Any:
    """The greatest of the values that are known."""
    return largest(values)


def least(*values: Any) -> Any:
    """The least of the values that are known."""
    return smallest(values)


def between(value: Any, lower: Any, upper: Any) -> bool | None:
    """Whether a value lies between two others, both included."""
    if value is None:
        return None
    if (lower is not None and value < lower) or (upper is not None and value > upper):
        return False
    return None if lower is None or upper is None else True


def joined(separator: str, texts: Iterable[str | None]) -> str:
    """The texts that are known, with the separator between them."""
    return separator.join([text for text in texts if text is not None])


def rounded(number: float, digits: int) -> float:
    """Rounded to so many digits, halves away from zero."""
    scale = 10.0**digits
    return math.copysign(math.floor(abs(number) * scale + 0.5), number) / scale


def divided(dividend: float, divisor: float) -> float:
    """One number by another; by zero it is infinite, or no number."""
    if divisor:
        return dividend / divisor
    return math.copysign(math.inf, dividend) if dividend else math.nan


def part_of(text: str, start: int, length: int) -> str:
    """``length`` characters of a text from ``start``, counted from 0."""
    return text[start : start + length] if length > 0 else ""


def last_of(text: str, length: int) -> str:
    """The last ``length`` characters."""
    return text[-length:] if length > 0 else ""


def at(values: Sequence[Any], index: int) -> Any:
    """The value at a place counted from 0, or from the end; None where there is none."""
    return values[index] if -len(values) <= index < len(values) else None


def known(values: Iterable[Any]) -> list[Any]:
    """The values that are not None."""
    return [value for value in values if value is not None]


def smallest(values: Iterable[Any]) -> Any:
    """The smallest known value."""
    return min(known(values), default=None)


def largest(values: Iterable[Any]) -> Any:
    """The largest known value."""
    return max(known(values), default=None)


def total(values: Iterable[Any]) -> Any:
    """The sum of what is known; None where nothing is."""
    told = known(values)
    return sum(told) if told else None


def any_of(values: Iterable[bool | None]) -> bool | None:
    """Whether any is true; None where nothing is known."""
    told = known(values)
    return any(told) if told else None


def how_many(values: Iterable[Any]) -> int:
    """How many values are known."""
    return len(known(values))


def how_many_kinds(values: Iterable[Any]) -> int:
    """How many different values are known."""
    return len(set(known(values)))


def first_known(values: Iterable[Any]) -> Any:
    """The first known value."""
    return next((value for value in values if value is not None), None)


def collected(values: Iterable[Any]) -> list[Any] | None:
    """The known values as a list; None where there is none."""
    return known(values) or None


REDUCTIONS: dict[str, Callable[[Iterable[Any]], Any]] = {
    "Min": smallest,
    "Max": largest,
    "Sum": total,
    "Any": any_of,
    "Count": how_many,
    "CountDistinct": how_many_kinds,
    "First": first_known,
    "ArrayCollect": collected,
}
"""By the operation's name in Ibis, what becomes of its values."""
