"""Plain readings of the rules of stage oversight: records in, the rows a practitioner would write out."""

from collections.abc import Iterator
from datetime import date

from tests.plain.child import (
    HORIZON,
    ONE_DAY,
    Records,
    Row,
    days_between,
    months_later,
    one_after_another,
    plans,
    sound,
    stretches,
)
from tests.plain.rows import duty, pattern

CASE_HOLDERS = {
    "social worker",
    "manager",
    "family help lead",
    "lead child protection practitioner",
    "personal adviser",
}


def child_without_worker(records: Records) -> Iterator[Row]:
    taken_on = [row for row in records["referrals"] if not row["no_further_action"]]
    open_days: set[date] = set()
    for row in sound(taken_on, "received", "closed"):
        open_days |= days_between(row["received"], row["closed"] or HORIZON)
    for table in ("protection_plans", "child_in_need_plans", "care_episodes"):
        for row in sound(records[table], "started", "ended"):
            open_days |= days_between(row["started"], row["ended"] or HORIZON)
    held_days: set[date] = set()
    for row in sound(records["allocations"], "started", "ended"):
        if row["worker"] and row["role"] in CASE_HOLDERS:
            last = row["ended"] or HORIZON
            held_days |= days_between(row["started"], last + ONE_DAY)
    for opens, closes in stretches(open_days - held_days):
        yield pattern(opens, opens, None if closes >= HORIZON else closes)


def protected_child_not_in_supervision(records: Records) -> Iterator[Row]:
    for plan in plans(records):
        held = {session["held"] for session in records["supervision"]}
        during = {day for day in held if plan.runs_on(day)}
        for starts, following in one_after_another({plan.started, *during}):
            if starts != plan.ended:
                yield duty(starts, starts, months_later(starts, 2), following, plan.ended)
