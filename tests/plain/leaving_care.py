"""Plain readings of the rules of stage leaving care: records in, the rows a practitioner would write out."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from sightline.records.calendar import working_day_after
from tests.plain.child import (
    Records,
    Row,
    days_between,
    months_later,
    of_plan,
    one_after_another,
    plans,
    sound,
)
from tests.plain.rows import duty, pattern

ADULT_MONTHS = 18 * 12
GUIDANCE_ON_HOMELESS_YOUNG_PEOPLE = date(2018, 4, 1)


def pathway_needs_not_assessed(records: Records) -> Iterator[Row]:
    eligible = _eligible_from(records)
    if eligible:
        assessed = [row["completed"] for row in records["pathway_needs_assessments"]]
        met = min((day for day in assessed if day), default=None)
        yield duty(eligible, eligible, months_later(eligible, 3), met, _no_longer_a_child(records))


def pathway_plan_not_made(records: Records) -> Iterator[Row]:
    finished = [row["completed"] for row in records["pathway_needs_assessments"]]
    starts = min((day for day in finished if day), default=None)
    if starts:
        agreed = min((row["agreed"] for row in records["pathway_plans"]), default=None)
        (child,) = records["children"]
        until = [months_later(child["born"], 21 * 12)] if child["born"] else []
        lapses = min([*until, *([child["died"]] if child["died"] else [])], default=None)
        yield duty(starts, starts, working_day_after(starts, 20), agreed, lapses)


def pathway_plan_not_reviewed(records: Records) -> Iterator[Row]:
    as_plans = [
        {"plan": row["pathway_plan"], "started": row["agreed"], "ended": row["ended"]}
        for row in records["pathway_plans"]
    ]
    reviews = [
        {"plan": row["pathway_plan"], "held": row["held"]}
        for row in records["pathway_plan_reviews"]
        if row["held"]
    ]
    for plan in plans({"pathway_plans": as_plans}, "pathway_plans"):
        held = {review["held"] for review in of_plan(plan, reviews, "held")}
        for starts, following in one_after_another({plan.started, *held}):
            if starts != plan.ended:
                yield duty(starts, starts, months_later(starts, 6), following, plan.ended)


def pathway_plan_not_reviewed_after_move(records: Records) -> Iterator[Row]:
    held = [row["held"] for row in records["pathway_plan_reviews"] if row["held"]]
    yield from _after_each_move(records, held, lambda day: day + timedelta(days=28))


def adviser_not_visited_new_home(records: Records) -> Iterator[Row]:
    yield from _after_each_move(
        records, _visits_at_home(records), lambda day: day + timedelta(days=7)
    )


def adviser_visit_over_2_months(records: Records) -> Iterator[Row]:
    as_plans = [
        {"plan": None, "started": home["started"], "ended": home["ended"]}
        for home in _homes_from_the_council(records)
    ]
    for time in plans({"homes": as_plans}, "homes"):
        visited = {day for day in _visits_at_home(records) if time.runs_on(day)}
        for starts, following in one_after_another(visited):
            if starts != time.ended:
                yield duty(starts, starts, months_later(starts, 2), following, time.ended)


def care_leaver_not_in_touch_at_birthday(records: Records) -> Iterator[Row]:
    eligible = _eligible_from(records)
    (child,) = records["children"]
    contacts = [
        row["contacted"]
        for row in records["care_leaver_contacts"]
        if row["mode"] in ("in person", "virtual")
    ]
    for age in range(17, 22) if eligible else ():
        birthday = months_later(child["born"], 12 * age)
        in_care = any(
            row["started"] <= birthday and (row["ended"] is None or row["ended"] > birthday)
            for row in records["care_episodes"]
        )
        if birthday > eligible and not in_care:
            asked_from = months_later(birthday, -3)
            met = min((day for day in contacts if day >= asked_from), default=None)
            yield duty(birthday, birthday, months_later(birthday, 1), met, child["died"])


def care_leaver_out_of_touch(records: Records) -> Iterator[Row]:
    yield from _times_said(
        (row["as_of"], _owed(row, row["in_touch"], row["in_touch"] == "NO"))
        for row in records["care_leavers"]
    )


def care_leaver_home_not_suitable(records: Records) -> Iterator[Row]:
    sayings = [
        (
            row["as_of"],
            _owed(row, row["accommodation_suitable"], row["accommodation_suitable"] == "2"),
        )
        for row in records["care_leavers"]
    ]
    for home in sound(records["care_leaver_accommodation"], "started", "ended"):
        suitable = home["suitable"]
        sayings.append((home["started"], None if suitable is None else not suitable))
        sayings.append((home["ended"], False))
    yield from _times_said(sayings)


def care_leaver_not_in_education_or_work(records: Records) -> Iterator[Row]:
    yield from _times_said(
        (row["as_of"], _owed(row, row["activity"], row["activity"] in ("G4", "G5", "G6")))
        for row in records["care_leavers"]
    )


def homeless_young_person_not_assessed(records: Records) -> Iterator[Row]:
    for presented, met in _each_request(records, "assessed"):
        row = duty(presented, presented, presented, met, _no_longer_a_child(records))
        if presented < GUIDANCE_ON_HOMELESS_YOUNG_PEOPLE:
            row |= {"due": None, "opens": None, "closes": None}
        yield row


def homeless_young_person_not_told_of_rights(records: Records) -> Iterator[Row]:
    for presented, met in _each_request(records, "told_of_rights"):
        due = working_day_after(presented, 1)
        yield duty(presented, presented, due, met, _no_longer_a_child(records))


def _eligible_from(records: Records) -> date | None:
    """The first day on which a child of 16 or 17 is in care and has been for 13 weeks since 14."""
    (child,) = records["children"]
    if child["born"] is None:
        return None
    fourteen, sixteen, adult = (months_later(child["born"], 12 * age) for age in (14, 16, 18))
    in_care: set[date] = set()
    for row in sound(records["care_episodes"], "started", "ended"):
        if row["legal_status"] not in ("V3", "V4"):
            last = min(row["ended"] or adult, adult)
            in_care |= days_between(max(row["started"], fourteen), last)
    after_13_weeks = sorted(in_care)[13 * 7 :]
    return min((day for day in after_13_weeks if day >= sixteen), default=None)


def _no_longer_a_child(records: Records) -> date | None:
    (child,) = records["children"]
    adult = [months_later(child["born"], ADULT_MONTHS)] if child["born"] else []
    return min([*adult, *([child["died"]] if child["died"] else [])], default=None)


def _homes_from_the_council(records: Records) -> list[Row]:
    homes = sound(records["care_leaver_accommodation"], "started", "ended")
    return [home for home in homes if home["provided_by_council"]]


def _visits_at_home(records: Records) -> list[date]:
    return [row["contacted"] for row in records["care_leaver_contacts"] if row["home_seen"]]


def _after_each_move(
    records: Records, events: list[date], due: Callable[[date], date]
) -> Iterator[Row]:
    homes = _homes_from_the_council(records)
    for started in {home["started"] for home in homes}:
        ends = [home["ended"] for home in homes if home["started"] == started]
        met = min((day for day in events if day >= started), default=None)
        yield duty(started, started, due(started), met, None if None in ends else max(ends))


def _owed(row: Row, said: object, holds: bool) -> bool | None:
    """What the record says; False for whom nothing is owed, None where nobody said."""
    if row["eligibility"] == "none":
        return False
    return None if said is None else holds


def _times_said(sayings: Iterable[tuple[date | None, bool | None]]) -> Iterator[Row]:
    by_day: dict[date, bool] = {}
    for day, holds in sayings:
        if day is not None and holds is not None:
            by_day[day] = by_day.get(day, False) or holds
    opened: date | None = None
    for day in sorted(by_day):
        if by_day[day] and opened is None:
            opened = day
        elif not by_day[day] and opened is not None:
            yield pattern(opened, opened, day)
            opened = None
    if opened is not None:
        yield pattern(opened, opened, None)


def _each_request(records: Records, answer: str) -> Iterator[tuple[date, date | None]]:
    requests = records["homeless_young_people"]
    for presented in {row["presented"] for row in requests}:
        answers = [row[answer] for row in requests if row["presented"] == presented]
        yield presented, min((day for day in answers if day), default=None)
