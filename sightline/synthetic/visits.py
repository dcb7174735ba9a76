"""Visits to children on protection plans: on time, late, unseen, or stopped before the end."""

from itertools import pairwise

from sightline.synthetic.days import (
    is_friday,
    is_working_day,
    limit,
    working_day_after,
    working_day_before,
    working_days_between,
)
from sightline.synthetic.period import EXTRACT_DAY
from sightline.synthetic.story import Case

SHARE_NAMES_NO_PLAN = 0.05
SHARE_ON_SATURDAY = 0.15
SHARE_AT_THE_LAST_DAY = 0.05
# Last seen on the very first day of the weeks before the end, or soon after it.
SHARE_ENDED_ONLY_JUST_VISITED = 0.02
SHARE_TWICE_IN_A_DAY = 0.01
# An attempt at which the child was not seen, made while a visit was overdue.
SHARE_ATTEMPTED_WHEN_LATE = 0.3


def visit_under_plan(
    case: Case, plan: str, started: int, ended: int, *, may_be_judged: bool
) -> None:
    """Visit the child from the plan's start to its end, well or badly, and plant what was bad.

    ``may_be_judged`` says whether the plan's end can be judged as unvisited: whether it ended by
    a decision that the child was safer.
    """
    unvisited = may_be_judged and case.fails("plan ended unvisited", min(ended, EXTRACT_DAY))
    last_day = _last_day_visited(case, ended, unvisited)
    seen = _days_seen(case, started, last_day)
    if may_be_judged and not unvisited and ended <= EXTRACT_DAY:
        _visit_before_the_end(case, started, ended, seen)
    if unvisited:
        case.story.plant(
            "protection_plan_ended_without_recent_visit", "protection plan", started, ended
        )
    clocks = [started, *seen, ended]
    for clock, following in pairwise(clocks):
        due = working_day_after(clock, limit("CPV-01", clock))
        case.story.plant_if_late(
            "protection_visit_overdue", "protection visit after", "CPV-01", (clock, due), following
        )
        _attempt(case, plan, clock, due, following)
    for day in seen:
        _write_visit(case, plan, day, child_seen=True)
        if case.chance.happens(SHARE_TWICE_IN_A_DAY):
            _write_visit(case, plan, day, child_seen=True)


def _last_day_visited(case: Case, ended: int, unvisited: bool) -> int:
    """The last day on which the child is seen as a matter of course; not near an unvisited end."""
    if ended > EXTRACT_DAY:
        return EXTRACT_DAY
    allowed = limit("CPE-06", ended)
    if not unvisited:
        only_just = case.chance.happens(SHARE_ENDED_ONLY_JUST_VISITED)
        return working_day_before(ended, allowed) if only_just else ended - 1
    over = 1 if case.chance.happens(SHARE_AT_THE_LAST_DAY) else 1 + case.chance.about(8)
    return working_day_before(ended, allowed + min(over, 60))


def _days_seen(case: Case, started: int, last_day: int) -> list[int]:
    """The days on which the child is seen, one after another."""
    days: list[int] = []
    clock = started
    while True:
        clock = _next_day_seen(case, clock)
        if clock > last_day:
            return days
        days.append(clock)


def _next_day_seen(case: Case, clock: int) -> int:
    chance = case.chance
    allowed = limit("CPV-01", clock)
    if case.fails("visit late", clock):
        over = 1 if chance.happens(SHARE_AT_THE_LAST_DAY) else 1 + chance.about(6)
        return working_day_after(clock, allowed + min(over, 60))
    if chance.happens(SHARE_AT_THE_LAST_DAY):
        return working_day_after(clock, allowed)
    day = working_day_after(clock, chance.between(allowed - 5, allowed - 1))
    # A weekend visit still falls before the working day after it.
    on_saturday = is_friday(day) and chance.happens(SHARE_ON_SATURDAY)
    return day + 1 if on_saturday else day


def _visit_before_the_end(case: Case, started: int, ended: int, seen: list[int]) -> None:
    """See the child once more where nobody did in the weeks before a sound ending."""
    allowed = limit("CPE-06", ended)
    window_opens = working_day_before(ended, allowed)
    last = seen[-1] if seen else started
    if seen and last >= window_opens:
        return
    room = working_days_between(last, working_day_before(ended, 1))
    if window_opens > last and case.chance.happens(0.5):
        seen.append(window_opens)
    else:
        seen.append(working_day_before(ended, case.chance.between(1, min(room, allowed))))


def _attempt(case: Case, plan: str, clock: int, due: int, following: int) -> None:
    """A visit that found nobody in: it neither meets the duty nor starts the clock anew."""
    day = due
    if following <= due:
        day = working_day_after(clock, 2)
        if day >= following or not case.fails("child not seen", clock):
            return
    elif not case.chance.happens(SHARE_ATTEMPTED_WHEN_LATE):
        return
    if day <= EXTRACT_DAY and is_working_day(day):
        _write_visit(case, plan, day, child_seen=False)


def _write_visit(case: Case, plan: str, day: int, *, child_seen: bool) -> None:
    alone = child_seen and case.chance.happens(0.7)
    row = case.story.row(
        "protection_visits",
        visit=case.story.new_id("PV"),
        plan=None if case.chance.happens(SHARE_NAMES_NO_PLAN) else plan,
        visited=day,
        child_seen=child_seen,
        seen_alone=alone,
        bedroom_seen=child_seen and case.chance.happens(0.5),
    )
    case.to_be_named.append((row, day))
