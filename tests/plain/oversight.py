"""Plain readings of the rules of stage oversight: records in, the rows a practitioner would write out."""

from collections.abc import Iterator
from datetime import date

from sightline.records.calendar import working_day_after, working_day_before
from tests.plain.answers import childhood_ends
from tests.plain.child import (
    HORIZON,
    ONE_DAY,
    Records,
    Row,
    days_between,
    entries_to_care,
    in_care_on,
    months_later,
    one_after_another,
    plans,
    sound,
    stretches,
)
from tests.plain.rows import duty, pattern

FIRST_DAY_OF_THE_STANDARD = date(2020, 1, 1)  # of SUP-01
CASE_HOLDERS = {
    "social worker",
    "manager",
    "family help lead",
    "lead child protection practitioner",
    "personal adviser",
}


def _open_days(records: Records) -> set[date]:
    """Every day on which the child's case was open, as far as the horizon."""
    taken_on = [row for row in records["referrals"] if not row["no_further_action"]]
    open_days: set[date] = set()
    for row in sound(taken_on, "received", "closed"):
        open_days |= days_between(row["received"], row["closed"] or HORIZON)
    for table in ("protection_plans", "child_in_need_plans", "care_episodes"):
        for row in sound(records[table], "started", "ended"):
            open_days |= days_between(row["started"], row["ended"] or HORIZON)
    return open_days


def child_without_worker(records: Records) -> Iterator[Row]:
    held_days: set[date] = set()
    for row in _holding(records):
        last = row["ended"] or HORIZON
        held_days |= days_between(row["started"], last + ONE_DAY)
    for opens, closes in stretches(_open_days(records) - held_days):
        yield pattern(opens, opens, None if closes >= HORIZON else closes)


def protected_child_not_in_supervision(records: Records) -> Iterator[Row]:
    for plan in plans(records):
        held = {session["held"] for session in records["supervision"]}
        during = {day for day in held if plan.runs_on(day)}
        for starts, following in one_after_another({plan.started, *during}):
            if starts != plan.ended:
                yield duty(starts, starts, months_later(starts, 2), following, plan.ended)


def open_case_not_in_supervision(records: Records) -> Iterator[Row]:
    held = {session["held"] for session in records["supervision"]}
    for began, over in _open_cases(records):
        for starts, following in _clocks(began, over, held):
            if starts >= FIRST_DAY_OF_THE_STANDARD:
                yield duty(starts, starts, months_later(starts, 1), following, over)
            else:
                yield _cannot_tell(starts, following, over)


def disabled_child_without_oversight(records: Records) -> Iterator[Row]:
    (child,) = records["children"]
    looked_at = {session["held"] for session in records["supervision"]}
    looked_at |= {decision["made"] for decision in records["management_decisions"]}
    for began, over in _open_cases(records) if child["disabled"] else ():
        for starts, following in _clocks(began, over, looked_at):
            yield duty(starts, starts, months_later(starts, 3), following, over)


def no_decision_at_turning_point(records: Records) -> Iterator[Row]:
    enquiries = sound(records["enquiries"], "started", "ended")
    taken_on = [row for row in records["referrals"] if not row["no_further_action"]]
    points = {row["ended"] for row in enquiries} | {
        row["closed"] for row in sound(taken_on, "received", "closed")
    }
    points |= {plan.ended for plan in plans(records)}
    points |= {plan.ended for plan in plans(records, "child_in_need_plans")}
    points |= set(entries_to_care(records))
    made = {decision["made"] for decision in records["management_decisions"]}
    for day in _as_a_child(records, points - {None}):
        first = working_day_before(day, 5)
        decided = min((one for one in made if one >= first), default=None)
        met = max(decided, day) if decided else None
        yield duty(day, day, working_day_after(day, 5), met, childhood_ends(records))


def no_decision_after_high_risk_event(records: Records) -> Iterator[Row]:
    grave = {"custody", "hospital", "death or serious harm"}
    events = {row["started"] for row in records["enquiries"] + records["missing_episodes"]}
    events |= {row["raised"] for row in records["risk_alerts"]}
    events |= {row["received"] for row in records["notifications"] if row["kind"] in grave}
    made = {decision["made"] for decision in records["management_decisions"]}
    for day in _as_a_child(records, events):
        decided = min((one for one in made if one >= day), default=None)
        yield duty(day, day, working_day_after(day, 2), decided, childhood_ends(records))


def held_by_a_manager(records: Records) -> Iterator[Row]:
    by_day: dict[date, list[Row]] = {}
    workers = [row for row in _holding(records) if row["role"] != "manager"]
    for manager in _holding(records):
        if manager["role"] == "manager":
            since = manager["started"]
            opens = working_day_after(since, 20) + ONE_DAY
            ends = [manager["ended"] + ONE_DAY] if manager["ended"] else []
            ends += [
                max(row["started"], since)
                for row in workers
                if row["ended"] is None or row["ended"] >= since
            ]
            closes = min(ends, default=None)
            if closes is None or closes > opens:
                by_day.setdefault(since, []).append(pattern(since, opens, closes))
    for rows in by_day.values():
        closes = [row["closes"] for row in rows]
        yield rows[0] | {"closes": None if None in closes else max(closes)}


def third_worker_in_12_months(records: Records) -> Iterator[Row]:
    first_by_id: dict[date, str] = {}
    for row in records["allocations"]:
        if row["worker"] and row["role"] in CASE_HOLDERS:
            day = row["started"]
            first_by_id[day] = min(first_by_id.get(day, row["worker"]), row["worker"])
    in_order = sorted(first_by_id)
    new = [
        day
        for place, day in enumerate(in_order)
        if place == 0 or first_by_id[in_order[place - 1]] != first_by_id[day]
    ]
    for began, over in _open_cases(records):
        of_case = [day for day in new if began <= day and (over is None or day < over)]
        for place in range(2, len(of_case)):
            second, day = of_case[place - 1], of_case[place]
            year_over = months_later(second, 12)
            following = of_case[place + 1] if place + 1 < len(of_case) else None
            if day <= year_over and not in_care_on(records, day):
                ends = [year_over + ONE_DAY, following, over]
                yield pattern(day, day, min(end for end in ends if end))


def _holding(records: Records) -> list[Row]:
    """Allocations of a worker who holds the case."""
    return [
        row
        for row in sound(records["allocations"], "started", "ended")
        if row["worker"] and row["role"] in CASE_HOLDERS
    ]


def _open_cases(records: Records) -> list[tuple[date, date | None]]:
    """Times the case was open: the first day, and the day it was over."""
    return [
        (began, None if over >= HORIZON else over) for began, over in stretches(_open_days(records))
    ]


def _clocks(began: date, over: date | None, done: set[date]) -> Iterator[tuple[date, date | None]]:
    """The clocks of one open case, each with the day it was done again."""
    within = {day for day in done if began <= day and (over is None or day <= over)}
    for starts, following in one_after_another({began, *within}):
        if over is None or starts < over:
            yield starts, following


def _as_a_child(records: Records, days: set[date]) -> list[date]:
    ends = childhood_ends(records)
    return [day for day in days if ends is None or day < ends]


def _cannot_tell(starts: date, met: date | None, lapses: date | None) -> Row:
    """A duty that no standard asked for yet on the day its clock started."""
    row = duty(starts, starts, starts, met, lapses)
    return row | {"due": None, "opens": None, "closes": None}
