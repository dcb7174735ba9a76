"""What a tracker is, and a child's stay on one."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

Rows = Mapping[str, Sequence[Mapping[str, Any]]]
"""One child's rows by record table."""

LEFT_OF_LATE = timedelta(days=60)
"""So long after leaving a child is still shown among those who left."""


@dataclass(frozen=True)
class Stay:
    """One child's time on a tracker, from the day they came onto it up to the day they left.

    ``until``  the first day they were no longer on it, None while they are.
    ``told``   what the records say of it, in a few words.
    """

    child: str
    since: date
    until: date | None
    told: str = ""

    def days_on(self, day: date) -> int:
        """Whole days on the tracker by ``day``, or in all where the child left."""
        return max(0, ((self.until or day) - self.since).days)


@dataclass(frozen=True, kw_only=True)
class Tracker:
    """One tracker: its words, and where the stays come from.

    ``enters``, ``leaves``  what brings a child onto it and off it, as the page says it.
    ``rule``     the rule whose concerns are the stays: open while the child is on it. "" where the
                 stays are read from records.
    ``reads``    the columns the reading takes, by record table.
    ``any_of``   the columns ("table.column") of which a source must fill one, or nobody can tell.
    ``reading``  one child's rows as (since, until, told), before the day is asked about.
    """

    name: str
    title: str
    enters: str
    leaves: str
    rule: str = ""
    reads: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    any_of: tuple[str, ...] = ()
    reading: Callable[[Rows], Iterable[tuple[date, date | None, str]]] | None = None

    def stays_of(self, child: str, rows: Rows, day: date) -> list[Stay]:
        """The child's stays that began by ``day``; what lies after it is not known yet.

        Stays that touch or overlap are one, and none goes on past the 18th birthday or death.
        """
        if self.reading is None:
            return []
        last, told = _end_of_childhood(rows), []
        for since, ends, words in self.reading(rows):
            until = _earlier(ends, last)
            if since <= day and (until is None or since < until):
                told.append((since, None if until and until > day else until, words))
        return [Stay(child, *one) for one in _put_together(told)]


@dataclass(frozen=True)
class LastSeen:
    """An open child, and the last visit of the records at which the child was seen.

    ``seen`` is None where there is none; ``worker`` and ``how`` are "" where they are not recorded.
    """

    child: str
    seen: date | None
    worker: str = ""
    how: str = ""


def with_left_of_late(stays: Iterable[Stay], day: date) -> list[Stay]:
    """Those on it now, and those who left within ``LEFT_OF_LATE``."""
    return [one for one in stays if one.until is None or one.until >= day - LEFT_OF_LATE]


def on_now(stays: Iterable[Stay]) -> list[Stay]:
    """Those who have not left, the longest on it first."""
    return sorted((one for one in stays if one.until is None), key=lambda one: one.since)


def _earlier(one: date | None, other: date | None) -> date | None:
    days = [day for day in (one, other) if day is not None]
    return min(days) if days else None


def _end_of_childhood(rows: Rows) -> date | None:
    """The 18th birthday, or the day of death if that came first."""
    found = None
    for row in rows.get("children", ()):
        born = row.get("born")
        grown = born and date(
            born.year + 18,
            born.month,
            28 if (born.month, born.day) == (2, 29) else born.day,
        )
        found = _earlier(found, _earlier(grown, row.get("died")))
    return found


def _put_together(
    told: Iterable[tuple[date, date | None, str]],
) -> list[tuple[date, date | None, str]]:
    """Times that touch or overlap as one, with the words of the last that began."""
    together: list[tuple[date, date | None, str]] = []
    for since, until, words in sorted(told, key=lambda one: (one[0], one[1] or date.max)):
        if together and since <= (together[-1][1] or date.max):
            before_since, before_until, _ = together[-1]
            ends = None if until is None or before_until is None else max(until, before_until)
            together[-1] = (before_since, ends, words)
        else:
            together.append((since, until, words))
    return together
