"""Periods of care and placements of one child, read plainly: steps that several plain readings share."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import wraps

from tests.plain.child import Records, Row, months_later, one_after_another, sound
from tests.plain.rows import duty

SHORT_BREAKS = {"V3", "V4"}
AWAY = {"T0", "T1", "T2", "T3", "T4"}
HEALTH = {"initial health assessment", "health assessment"}


@dataclass
class Time:
    """An unbroken time in care: first and last day (None while it runs), and the episodes of it."""

    started: date
    ended: date | None
    episodes: list[Row]

    def holds(self, day: date | None) -> bool:
        return day is not None and self.started <= day and not (self.ended and day > self.ended)

    @property
    def begins_in_the_records(self) -> bool:
        firsts = [row for row in self.episodes if row["started"] == self.started]
        return not any(row["entered_care"] and row["entered_care"] < self.started for row in firsts)


def times(episodes: Iterable[Row]) -> list[Time]:
    """Episodes that touch, put together."""
    found: list[Time] = []
    for row in sorted(sound(list(episodes), "started", "ended"), key=lambda row: row["started"]):
        if found and found[-1].holds(row["started"]):
            found[-1].episodes.append(row)
            ends = [one["ended"] for one in found[-1].episodes]
            found[-1].ended = None if None in ends else max(ends)
        else:
            found.append(Time(row["started"], row["ended"], [row]))
    return found


def periods(records: Records) -> list[Time]:
    return times(row for row in records["care_episodes"] if row["legal_status"] not in SHORT_BREAKS)


def entries(records: Records) -> list[Time]:
    return [period for period in periods(records) if period.begins_in_the_records]


def times_under(records: Records, status: str) -> list[Time]:
    return times(row for row in records["care_episodes"] if row["legal_status"] == status)


def first_in(time: Time, days: Iterable[date | None]) -> date | None:
    return min((day for day in days if time.holds(day)), default=None)


def clocks_in_care(
    records: Records, days: Iterable[date | None], *, from_entry: bool
) -> Iterable[tuple[Time, date, date | None]]:
    """Each period with a clock's start and the next day it was done; the last day starts none."""
    days = list(days)
    for period in periods(records):
        starts = {day for day in days if period.holds(day)}
        if from_entry and period.begins_in_the_records:
            starts.add(period.started)
        for starts_on, following in one_after_another(starts):
            if starts_on != period.ended:
                yield period, starts_on, following


def earliest(*days: date | None) -> date | None:
    return min((day for day in days if day), default=None)


@dataclass
class Home:
    """A placement in care: first day, the day it or care ended, its records and the period of care."""

    started: date
    left: date | None
    records: list[Row]
    period: Time

    def first(self, column: str):
        return min((row[column] for row in self.records if row[column] is not None), default=None)

    def holds(self, day: date) -> bool:
        return self.started <= day and not (self.left and day > self.left)


def placement_rows(records: Records) -> list[tuple[Row, Time]]:
    """Placements that began in care before it ended, in order."""
    rows = sound(records["placements"], "started", "ended")
    return [
        (row, period)
        for row in sorted(rows, key=lambda row: row["started"])
        for period in periods(records)
        if row["type"] not in AWAY
        and period.holds(row["started"])
        and row["started"] != period.ended
    ]


def homes(records: Records) -> list[Home]:
    found: dict[date, Home] = {}
    for row, period in placement_rows(records):
        left = earliest(row["ended"], period.ended)
        home = found.setdefault(row["started"], Home(row["started"], left, [], period))
        home.records.append(row)
        home.left = None if left is None or home.left is None else max(left, home.left)
    return list(found.values())


def days_seen(records: Records) -> set[date]:
    return {
        visit["visited"]
        for visit in records["care_visits"]
        if visit["child_seen"] and visit["mode"] != "virtual"
    }


def reviews(records: Records) -> list[Row]:
    return [row for row in records["care_reviews"] if row["held"] and not row["cancelled"]]


def permanence_days(records: Records) -> set[date]:
    plans = {
        row["started"]
        for row in records["care_plans"]
        if row["permanence_plan"] not in (None, "RETURNEV", "OTHERPLN")
    }
    return plans | {row["held"] for row in reviews(records) if row["permanence_plan_agreed"]}


def checks(records: Records, kinds: set[str]) -> set[date]:
    return {
        row["checked"]
        for row in records["health_checks"]
        if row["kind"] in kinds and row["status"] == "completed"
    }


def birthday(records: Records, age: int) -> date | None:
    (child,) = records["children"]
    return months_later(child["born"], 12 * age) if child["born"] else None


def too_many(arrivals: set[date], period: Time) -> Iterable[tuple[date, date]]:
    """Arrivals that made it three within a year: the day, and the day this is over."""
    in_order = sorted(arrivals)
    for place in range(2, len(in_order)):
        window = months_later(in_order[place - 1], 12)
        if in_order[place] <= window:
            following = in_order[place + 1] if place + 1 < len(in_order) else None
            over = earliest(date.fromordinal(window.toordinal() + 1), following, period.ended)
            if over and over > in_order[place]:
                yield in_order[place], over


def merged(reading: Callable[[Records], Iterator[Row]]) -> Callable[[Records], Iterator[Row]]:
    """Duties of one day are one: met when the first of them is, lapsed when the last is."""

    @wraps(reading)
    def as_one(records: Records) -> Iterator[Row]:
        by_subject: dict[date, list[Row]] = {}
        for row in reading(records):
            by_subject.setdefault(row["subject"], []).append(row)
        for subject, rows in by_subject.items():
            ends = [row["lapses"] for row in rows]
            lapses = None if None in ends else max(ends)
            met = earliest(*(row["met"] for row in rows))
            yield duty(subject, rows[0]["starts"], rows[0]["due"], met, lapses)

    return as_one


def in_force_from(
    day: date,
) -> Callable[[Callable[[Records], Iterator[Row]]], Callable[[Records], Iterator[Row]]]:
    """A duty whose clock starts before the standard was in force has no due day: nobody can tell."""

    def of_reading(
        reading: Callable[[Records], Iterator[Row]],
    ) -> Callable[[Records], Iterator[Row]]:
        @wraps(reading)
        def cannot_tell_before(records: Records) -> Iterator[Row]:
            for row in reading(records):
                unknown = {"due": None, "opens": None, "closes": None}
                yield row | unknown if row["starts"] < day else row

        return cannot_tell_before

    return of_reading
