"""Plain readings of the rules of stage enquiry and conference: records in, the rows a practitioner would write out."""

from collections.abc import Iterator
from datetime import date

from sightline.records.calendar import working_day_after, working_day_before
from tests.plain.answers import first_from
from tests.plain.child import (
    HORIZON,
    ONE_DAY,
    Records,
    Row,
    entries_to_care,
    months_later,
    one_after_another,
)
from tests.plain.rows import duty, pattern, unclear


def conference_over_15_days(records: Records) -> Iterator[Row]:
    enquiries = records["enquiries"]
    starts = {enquiry["started"] for enquiry in enquiries}
    for started, next_started in one_after_another(starts):
        of_day = [enquiry for enquiry in enquiries if enquiry["started"] == started]
        names = {enquiry["enquiry"] for enquiry in of_day}
        held = [
            conference["held"]
            for conference in records["initial_conferences"]
            if conference["enquiry"] in names
            or (
                conference["enquiry"] is None
                and started <= conference["held"] < (next_started or HORIZON)
            )
        ]
        not_needed = [one["ended"] if one["no_further_action"] else None for one in of_day]
        lapses = None if None in not_needed else max(not_needed)
        due = working_day_after(started, 15)
        yield duty(started, started, due, min(held, default=None), lapses)


def _in_view(day: date, closes: date | None = None) -> date:
    """Six months in view, or until what closes it sooner."""
    return min(months_later(day, 6), closes or HORIZON)


def strategy_discussion_held_late(records: Records) -> Iterator[Row]:
    discussions = records["strategy_discussions"]
    for held in {one["held"] for one in discussions}:
        needed = [one["needed_since"] for one in discussions if one["held"] == held]
        if any(day and held > working_day_after(day, 1) for day in needed):
            yield pattern(held, held, _in_view(held))


def strategy_discussion_without_police_or_health(records: Records) -> Iterator[Row]:
    discussions = records["strategy_discussions"]
    partners = ("police_attended", "health_attended")
    full = [one["held"] for one in discussions if all(one[name] for name in partners)]
    for held in {one["held"] for one in discussions}:
        of_day = [one for one in discussions if one["held"] == held]
        closes = _in_view(held, first_from(held + ONE_DAY, full))
        if any(one[name] is False for one in of_day for name in partners):
            yield pattern(held, held, closes)
        elif any(one[name] is None for one in of_day for name in partners):
            yield unclear(held, held, closes)


def two_enquiries_without_change(records: Records) -> Iterator[Row]:
    plans = [*records["protection_plans"], *records["child_in_need_plans"]]
    changes = [plan["started"] for plan in plans] + entries_to_care(records)
    for first, second in one_after_another({one["started"] for one in records["enquiries"]}):
        changed = first_from(first, changes)
        if second and second <= months_later(first, 12) and not (changed and changed <= second):
            yield pattern(second, second, _in_view(second, changed))


def enquiry_concluded_without_child_seen(records: Records) -> Iterator[Row]:
    visits = [*records["protection_visits"], *records["child_in_need_visits"]]
    seen = [visit["visited"] for visit in visits if visit["child_seen"]]
    for started in {one["started"] for one in records["enquiries"]}:
        unseen = [
            one
            for one in records["enquiries"]
            if one["started"] == started and one["ended"] and not one["child_seen"]
        ]
        ends = {one["ended"] for one in unseen if first_from(one["ended"], seen) != one["ended"]}
        if not ends:
            continue
        ended = min(ends)
        closes = _in_view(ended, first_from(ended, seen))
        says_so = any(one["child_seen"] is False for one in unseen if one["ended"] == ended)
        yield (pattern if says_so else unclear)(started, ended, closes)


def transfer_conference_held_late(records: Records) -> Iterator[Row]:
    conferences = records["initial_conferences"]
    for held in {one["held"] for one in conferences}:
        told = [one["move_notified"] for one in conferences if one["held"] == held]
        if any(day and held > working_day_after(day, 15) for day in told):
            yield pattern(held, held, _in_view(held))


def _enough_agencies(conference: Row) -> bool | None:
    agencies = conference["agencies_attended"]
    return conference["quorate"] if agencies is None else agencies >= 3


def conference_not_quorate(records: Records) -> Iterator[Row]:
    conferences = [*records["initial_conferences"], *records["review_conferences"]]
    quorate = [one["held"] for one in conferences if _enough_agencies(one)]
    for held in {one["held"] for one in conferences}:
        answers = {_enough_agencies(one) for one in conferences if one["held"] == held}
        closes = _in_view(held, first_from(held + ONE_DAY, quorate))
        if False in answers:
            yield pattern(held, held, closes)
        elif None in answers:
            yield unclear(held, held, closes)


def late_conference_without_safety_plan(records: Records) -> Iterator[Row]:
    for row in conference_over_15_days(records):
        held = row["met"]
        if not held or held <= row["due"]:
            continue
        of_day = [one for one in records["initial_conferences"] if one["held"] == held]
        explained = any(one["late_reason"] for one in of_day)
        safe = {one["interim_safety_plan"] for one in of_day}
        if not explained or (True not in safe and False in safe):
            yield pattern(row["subject"], held, _in_view(held))
        elif True not in safe:
            yield unclear(row["subject"], held, _in_view(held))


def report_shared_late(conferences: list[Row], days: int) -> Iterator[Row]:
    """Conferences whose report came later than so many working days before, or not at all."""
    for held in {one["held"] for one in conferences}:
        shared = [one["report_shared"] for one in conferences if one["held"] == held]
        if any(day is None or day > working_day_before(held, days) for day in shared):
            yield pattern(held, held, _in_view(held))


def initial_conference_report_shared_late(records: Records) -> Iterator[Row]:
    yield from report_shared_late(records["initial_conferences"], 2)
