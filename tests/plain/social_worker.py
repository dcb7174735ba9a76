"""Plain readings of the rules of stage social worker: records in, the rows a practitioner would write out."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from tests.plain.child import Plan, Records, Row, months_later, one_after_another, plans, sound
from tests.plain.oversight import CASE_HOLDERS
from tests.plain.rows import duty, pattern

VISITS = ("protection_visits", "child_in_need_visits", "care_visits")


def change_of_worker(records: Records) -> Iterator[Row]:
    for case in open_cases(records):
        in_turn: dict[date, str] = {}
        for row in sorted(_holding(records), key=lambda row: (row["started"], row["worker"])):
            ends_before = row["ended"] is not None and row["ended"] < case.started
            same_day = [other for other in _holding(records) if other["started"] == row["started"]]
            all_end_before = ends_before and all(
                other["ended"] is not None and other["ended"] < case.started for other in same_day
            )
            begins_after = case.ended is not None and row["started"] >= case.ended
            if not all_end_before and not begins_after:
                in_turn.setdefault(row["started"], row["worker"])
        days = sorted(in_turn)
        changes = [
            day
            for before, day in pairwise(days)
            if in_turn[before] != in_turn[day] and day > case.started
        ]
        for day, following in one_after_another(set(changes)):
            ends = [months_later(day, 12), following, case.ended]
            yield pattern(day, day, min(end for end in ends if end))


def child_not_seen_alone(records: Records) -> Iterator[Row]:
    (child,) = records["children"]
    alone = {
        visit["visited"]
        for visit in _visits(records)
        if visit["child_seen"] and visit["seen_alone"]
    }
    for time in times_on_plan_or_in_care(records) if child["born"] else ():
        time.started = max(time.started, months_later(child["born"], 5 * 12))
        yield from _clocks_of_three_months(time, alone)


def child_not_seen_at_two_visits(records: Records) -> Iterator[Row]:
    said = [visit for visit in _visits(records) if visit["child_seen"] is not None]
    seen_on: dict[date, bool] = {}
    for visit in said:
        day = visit["visited"]
        seen_on[day] = seen_on.get(day, False) or visit["child_seen"]
    for time in times_on_plan_or_in_care(records):
        in_a_row, opened = 0, None
        for day in sorted(day for day in seen_on if time.runs_on(day)):
            in_a_row = 0 if seen_on[day] else in_a_row + 1
            if in_a_row == 2 and day != time.ended:
                opened = day
            elif seen_on[day] and opened:
                yield pattern(opened, opened, day)
                opened = None
        if opened:
            yield pattern(opened, opened, time.ended)


def direct_work_not_done(records: Records) -> Iterator[Row]:
    done = {row["done"] for row in records["direct_work"]}
    for time in times_on_plan_or_in_care(records):
        yield from _clocks_of_three_months(time, done)


def times_on_plan_or_in_care(records: Records) -> list[Plan]:
    """Plans and care of every kind, those that share a day put together."""
    return _together(
        (row["started"], row["ended"])
        for table in ("protection_plans", "child_in_need_plans", "care_episodes")
        for row in sound(records[table], "started", "ended")
    )


def open_cases(records: Records) -> list[Plan]:
    """Times the child's case was open, those that share a day put together."""
    taken_on = [row for row in records["referrals"] if not row["no_further_action"]]
    times = [(row["received"], row["closed"]) for row in sound(taken_on, "received", "closed")]
    times += [(time.started, time.ended) for time in times_on_plan_or_in_care(records)]
    return _together(times)


def _together(times) -> list[Plan]:
    rows = [{"plan": None, "started": began, "ended": over} for began, over in times]
    return plans({"times": rows}, "times")


def _holding(records: Records) -> list[Row]:
    return [
        row
        for row in sound(records["allocations"], "started", "ended")
        if row["worker"] and row["role"] in CASE_HOLDERS
    ]


def _visits(records: Records) -> list[Row]:
    return [visit for table in VISITS for visit in records[table]]


def _clocks_of_three_months(time: Plan, done: set[date]) -> Iterator[Row]:
    within = {day for day in done if time.runs_on(day)}
    for starts, following in one_after_another({time.started, *within}):
        if time.ended is None or starts < time.ended:
            yield duty(starts, starts, months_later(starts, 3), following, time.ended)
