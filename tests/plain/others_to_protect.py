"""Plain readings of the rules of stage others to protect: records in, the rows a practitioner would write out."""

from collections.abc import Iterator
from datetime import date, timedelta

from sightline.records.calendar import working_day_after
from tests.plain.answers import first_from, first_of, one_row_a_subject
from tests.plain.child import (
    HORIZON,
    Records,
    Row,
    months_later,
    one_after_another,
    plans,
    sound,
)
from tests.plain.rows import duty, pattern


def _arrangements(records: Records) -> list[tuple[Row, set[date]]]:
    """Arrangements the council was told of, each with the days of visits at which the child was seen."""
    told = [row for row in records["private_fostering_arrangements"] if row["notified"]]
    visits = [row for row in records["private_fostering_visits"] if row["child_seen"]]
    return [
        (
            one,
            {
                visit["visited"]
                for visit in visits
                if visit["arrangement"] in (None, one["arrangement"])
                and one["notified"] <= visit["visited"] <= (one["ended"] or HORIZON)
            },
        )
        for one in sound(told, "notified", "ended")
    ]


def private_fostering_first_visit_late(records: Records) -> Iterator[Row]:
    yield from one_row_a_subject(
        duty(
            one["notified"],
            one["notified"],
            working_day_after(one["notified"], 7),
            min(visits, default=None),
            one["ended"],
        )
        for one, visits in _arrangements(records)
    )


def _visit_clocks(records: Records, weeks: int, *, in_first_year: bool) -> Iterator[Row]:
    clocks = []
    for one, visits in _arrangements(records):
        for visited, again in one_after_another(visits):
            young = visited < months_later(one["notified"], 12)
            if visited != one["ended"] and young == in_first_year:
                due = visited + timedelta(weeks=weeks)
                clocks.append(duty(visited, visited, due, again, one["ended"]))
    yield from one_row_a_subject(clocks)


def private_fostering_visit_overdue_in_first_year(records: Records) -> Iterator[Row]:
    yield from _visit_clocks(records, 6, in_first_year=True)


def private_fostering_visit_overdue_after_first_year(records: Records) -> Iterator[Row]:
    yield from _visit_clocks(records, 12, in_first_year=False)


def private_fostering_not_assessed(records: Records) -> Iterator[Row]:
    yield from one_row_a_subject(
        duty(
            row["notified"],
            row["notified"],
            working_day_after(row["notified"], 45),
            row["assessed"],
            row["ended"],
        )
        for row in records["private_fostering_arrangements"]
        if row["notified"]
    )


def private_fostering_told_late(records: Records) -> Iterator[Row]:
    late = []
    for row in records["private_fostering_arrangements"]:
        told, began = row["notified"], row["started"]
        if told and began and told > began + timedelta(days=28):
            closes = first_of(row["assessed"], row["ended"])
            if closes is None or closes > told:
                late.append(pattern(told, told, closes))
    yield from one_row_a_subject(late)


def no_plan_for_the_birth(records: Records) -> Iterator[Row]:
    (child,) = records["children"]
    taken_on = [row for row in records["referrals"] if not row["no_further_action"]]
    agreed = [row["agreed"] for row in records["pre_birth_plans"]]
    for received in {row["received"] for row in taken_on}:
        if not child["expected_birth"] or (child["born"] and child["born"] <= received):
            continue
        ends = [row["closed"] for row in taken_on if row["received"] == received]
        closed = None if None in ends else max(ends)
        opens = max(received, child["expected_birth"] - timedelta(weeks=8))
        closes = first_of(*agreed, child["born"], closed)
        if closes is None or closes > opens:
            yield pattern(received, opens, closes)


def allegation_reported_late(records: Records) -> Iterator[Row]:
    found = []
    for row in records["allegations"]:
        reported, aware = row["reported"], row["employer_aware"]
        if not reported or (row["concluded"] and row["concluded"] <= reported):
            continue
        if not aware or aware > reported:
            found.append(pattern(reported, reported, row["concluded"]) | {"opens": None})
        elif reported > working_day_after(aware, 1):
            found.append(pattern(reported, reported, row["concluded"]))
    yield from one_row_a_subject(found)


def allegation_meeting_late(records: Records) -> Iterator[Row]:
    yield from one_row_a_subject(
        duty(
            row["reported"],
            row["reported"],
            working_day_after(row["reported"], 5),
            row["meeting_held"],
            row["concluded"],
        )
        for row in records["allegations"]
        if row["reported"] and row["meeting_needed"] is not False
    )


def allegation_not_reviewed(records: Records) -> Iterator[Row]:
    yield from one_row_a_subject(
        duty(
            row["meeting_held"],
            row["meeting_held"],
            row["meeting_held"] + timedelta(days=28),
            row["reviewed"],
            row["concluded"],
        )
        for row in records["allegations"]
        if row["meeting_held"]
    )


def protected_child_not_offered_advocate(records: Records) -> Iterator[Row]:
    (child,) = records["children"]
    for plan in plans(records):
        if not child["born"] or months_later(child["born"], 60) > plan.started:
            continue
        days = []
        for row in records["advocacy"]:
            began, ended = row["started"], row["ended"]
            at_work = began and began <= plan.started and (ended is None or ended >= plan.started)
            days.append(plan.started if at_work else row["offered"] or began)
        due = working_day_after(plan.started, 20)
        offered = first_from(plan.started, days)
        yield duty(plan.started, plan.started, due, offered, plan.ended)
