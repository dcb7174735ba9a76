"""One child's records as plain lists, and the steps that several plain readings share.

Written from the words of the questions and readings, one child and one day at a time. Slow on
purpose: nothing here is built the way the rules are.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

ONE_DAY = timedelta(days=1)
HORIZON = date(2027, 1, 1)  # later than every day of a made-up world

OUTSIDE_A_REVIEW = {
    "entered care",
    "transferred to another council",
    "turned 18",
    "died",
    "left the United Kingdom",
}

Row = dict[str, Any]
Records = dict[str, list[Row]]


@dataclass
class Plan:
    """A protection plan to judge: the records of it, first day and last day (None while it runs)."""

    started: date
    ended: date | None
    records: list[Row]

    def runs_on(self, day: date) -> bool:
        return self.started <= day and (self.ended is None or day <= self.ended)


def sound(rows: list[Row], begins: str, ends: str) -> list[Row]:
    """Rows that do not end before they begin."""
    return [row for row in rows if row[ends] is None or row[ends] >= row[begins]]


def plans(records: Records, table: str = "protection_plans") -> list[Plan]:
    """The child's plans in order, those that share a day put together."""
    together: list[Plan] = []
    for row in sorted(sound(records[table], "started", "ended"), key=lambda row: row["started"]):
        before = together[-1] if together else None
        if before and before.runs_on(row["started"]):
            before.records.append(row)
            ends = [one["ended"] for one in before.records]
            before.ended = None if None in ends else max(ends)
        else:
            together.append(Plan(row["started"], row["ended"], [row]))
    return together


def of_plan(plan: Plan, rows: list[Row], day: str) -> list[Row]:
    """The rows that belong to a plan: they name it, or name none and lie within it."""
    names = {record["plan"] for record in plan.records}
    return [
        row
        for row in rows
        if (row["plan"] in names or row["plan"] is None) and plan.runs_on(row[day])
    ]


def entries_to_care(records: Records) -> list[date]:
    """The days the child came into care, in order."""
    episodes = sound(records["care_episodes"], "started", "ended")
    days = set()
    for episode in episodes:
        if episode["entered_care"]:
            of_period = [
                other["started"]
                for other in episodes
                if other["entered_care"] == episode["entered_care"]
            ]
            if episode["started"] == min(of_period):
                days.add(episode["started"])
        elif not any(
            _first_and_last_day(other) < _first_and_last_day(episode)
            and (other["ended"] is None or other["ended"] >= episode["started"])
            for other in episodes
        ):
            days.add(episode["started"])
    return sorted(days)


def _first_and_last_day(episode: Row) -> tuple[date, date]:
    """Of two episodes begun on one day the one that ends sooner comes first."""
    return episode["started"], episode["ended"] or date.max


def in_care_on(records: Records, day: date) -> bool:
    return any(
        episode["started"] <= day and (episode["ended"] is None or episode["ended"] >= day)
        for episode in sound(records["care_episodes"], "started", "ended")
    )


def decided_endings(records: Records) -> list[Plan]:
    """Plans that ended, and not by care, transfer, age, death or leaving the country."""
    return [plan for plan in plans(records) if plan.ended and not _left_out(plan, records)]


def _left_out(plan: Plan, records: Records) -> bool:
    reasons = {row["end_reason"] for row in plan.records if row["ended"] == plan.ended} - {None}
    if reasons:
        return bool(reasons & OUTSIDE_A_REVIEW)
    (child,) = records["children"]
    turned_18 = child["born"] and months_later(child["born"], 18 * 12) <= plan.ended
    died = child["died"] and child["died"] <= plan.ended
    return bool(in_care_on(records, plan.ended) or turned_18 or died)


def ending_leaves_view(plan: Plan, records: Records) -> date | None:
    """The day the ending of a plan is no longer in view; None where it never was."""
    ends = [months_later(plan.ended, 12)]
    ends += [other.started for other in plans(records) if other.started > plan.ended]
    ends += [day for day in entries_to_care(records) if day >= plan.ended]
    return min(ends) if min(ends) > plan.ended else None


def months_later(day: date, months: int) -> date:
    """The same day of the month that many months on, or the month's last day."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    first_of_next = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, min(day.day, (first_of_next - ONE_DAY).day))


def days_between(first: date, last_but_one: date) -> set[date]:
    """Every day from the first up to, but not including, the last."""
    return {first + timedelta(days=number) for number in range((last_but_one - first).days)}


def stretches(days: set[date]) -> list[tuple[date, date]]:
    """Days as unbroken stretches: the first day of each, and the first day after it."""
    found: list[tuple[date, date]] = []
    in_order = sorted(days)
    starts = [day for day in in_order if day - ONE_DAY not in days]
    ends = [day + ONE_DAY for day in in_order if day + ONE_DAY not in days]
    found.extend(zip(starts, ends, strict=True))
    return found


def one_after_another(days: set[date]) -> list[tuple[date, date | None]]:
    """Days in order, each with the one after it."""
    in_order: list[date | None] = [*sorted(days), None]
    return list(pairwise(in_order))
