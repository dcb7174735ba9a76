"""Plain readings of the rules of stage protection plan: records in, the rows a practitioner would write out."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from sightline.records.calendar import working_day_after, working_day_before
from sightline.records.codes import HARM_OF_FACTOR
from tests.plain.answers import first_from, first_of
from tests.plain.child import (
    ONE_DAY,
    Plan,
    Records,
    Row,
    decided_endings,
    ending_leaves_view,
    entries_to_care,
    months_later,
    of_plan,
    one_after_another,
    plans,
)
from tests.plain.enquiry_and_conference import report_shared_late
from tests.plain.rows import duty, pattern


def protection_plan_ended_early(records: Records) -> Iterator[Row]:
    for plan in decided_endings(records):
        reviews = of_plan(plan, records["review_conferences"], "held")
        closes = ending_leaves_view(plan, records)
        if closes and not any(review["held"] < plan.ended for review in reviews):
            yield pattern(plan.started, plan.ended, closes)


def protection_plan_ended_without_recent_visit(records: Records) -> Iterator[Row]:
    for plan in decided_endings(records):
        visits = of_plan(plan, records["protection_visits"], "visited")
        window = working_day_before(plan.ended, 20)
        closes = ending_leaves_view(plan, records)
        recent = [v for v in visits if v["child_seen"] and v["visited"] >= window]
        if closes and not recent:
            yield pattern(plan.started, plan.ended, closes)


def repeat_protection_plan(records: Records) -> Iterator[Row]:
    earlier = None
    for plan in plans(records):
        is_repeat = earlier and plan.started <= months_later(earlier.ended, 24)
        if is_repeat and plan.ended != plan.started:
            yield pattern(plan.started, plan.started, plan.ended)
        earlier = plan


def protection_visit_overdue(records: Records) -> Iterator[Row]:
    for plan in plans(records):
        visits = of_plan(plan, records["protection_visits"], "visited")
        seen = {visit["visited"] for visit in visits if visit["child_seen"]}
        for starts, next_seen in one_after_another({plan.started, *seen}):
            if starts != plan.ended:
                yield duty(starts, starts, working_day_after(starts, 10), next_seen, plan.ended)


def first_review_over_3_months(records: Records) -> Iterator[Row]:
    for plan in plans(records):
        reviews = of_plan(plan, records["review_conferences"], "held")
        first = min((review["held"] for review in reviews), default=None)
        yield duty(plan.started, plan.started, months_later(plan.started, 3), first, plan.ended)


def later_review_over_6_months(records: Records) -> Iterator[Row]:
    for plan in plans(records):
        reviews = of_plan(plan, records["review_conferences"], "held")
        for held, following in one_after_another({review["held"] for review in reviews}):
            if held != plan.ended:
                yield duty(held, held, months_later(held, 6), following, plan.ended)


def protection_plan_over_15_months(records: Records) -> Iterator[Row]:
    for plan in plans(records):
        opens = months_later(plan.started, 15) + ONE_DAY
        if plan.ended is None or plan.ended > opens:
            yield pattern(plan.started, opens, plan.ended)


def protection_plan_over_two_years(records: Records) -> Iterator[Row]:
    for plan in plans(records):
        opens = months_later(plan.started, 24)
        if plan.ended is None or plan.ended > opens:
            yield pattern(plan.started, opens, plan.ended)


def second_protection_plan(records: Records) -> Iterator[Row]:
    for plan in plans(records)[1:]:
        if plan.ended != plan.started:
            yield pattern(plan.started, plan.started, plan.ended)


def first_core_group_over_10_days(records: Records) -> Iterator[Row]:
    for plan in plans(records):
        groups = of_plan(plan, _held(records["core_groups"]), "held")
        first = min((group["held"] for group in groups), default=None)
        due = working_day_after(plan.started, 10)
        yield duty(plan.started, plan.started, due, first, plan.ended)


def later_core_group_over_6_weeks(records: Records) -> Iterator[Row]:
    for plan in plans(records):
        groups = of_plan(plan, _held(records["core_groups"]), "held")
        for held, following in one_after_another({group["held"] for group in groups}):
            if held != plan.ended:
                yield duty(held, held, held + timedelta(weeks=6), following, plan.ended)


def _held(meetings: list[Row]) -> list[Row]:
    return [meeting for meeting in meetings if meeting["held"]]


def review_conference_report_shared_late(records: Records) -> Iterator[Row]:
    yield from report_shared_late(records["review_conferences"], 5)


def protected_child_not_seen_alone(records: Records) -> Iterator[Row]:
    for plan in plans(records):
        days: dict[date, bool] = {}
        for visit in of_plan(plan, records["protection_visits"], "visited"):
            answers = (visit["seen_alone"], visit["bedroom_seen"])
            if visit["child_seen"] and (False in answers or None not in answers):
                day = visit["visited"]
                days[day] = days.get(day, False) or all(answers)
        in_a_row = 0
        for day in sorted(days):
            in_a_row = 0 if days[day] else in_a_row + 1
            if in_a_row == 2 and day != plan.ended:
                with_both = [other for other in days if days[other]]
                closes = first_of(first_from(day, with_both), plan.ended)
                yield pattern(day, day, closes)


def unseen_child_without_manager_action(records: Records) -> Iterator[Row]:
    decisions = [decision["made"] for decision in records["management_decisions"]]
    for row in protection_visit_overdue(records):
        since, seen, ended = row["starts"], row["met"], row["lapses"]
        opens = since + timedelta(weeks=4) + ONE_DAY
        acted = first_from(row["due"], decisions)
        closes = first_of(seen, ended, acted)
        if closes is None or closes > opens:
            yield pattern(since, opens, closes)


def moves_between_kinds_of_plan(records: Records) -> Iterator[Row]:
    of_both = [(plan, "child in need") for plan in plans(records, "child_in_need_plans")]
    of_both += [(plan, "protection") for plan in plans(records)]
    in_turn = sorted(of_both, key=lambda one: (one[0].started, one[1]))
    moves = [plan for (_, before), (plan, kind) in pairwise(in_turn) if kind != before]
    for first, third in zip(moves, moves[2:], strict=False):
        if third.started <= months_later(first.started, 36) and third.ended != third.started:
            yield pattern(third.started, third.started, third.ended)


def _help_after(plan: Plan, records: Records) -> Iterator[Plan]:
    """Child in need plans that ran on after the protection plan ended."""
    for help_plan in plans(records, "child_in_need_plans"):
        if help_plan.ended is None or help_plan.ended > plan.ended:
            yield help_plan


def step_down_plan_not_made(records: Records) -> Iterator[Row]:
    for plan in decided_endings(records):
        starts = [max(one.started, plan.ended) for one in _help_after(plan, records)]
        closes = ending_leaves_view(plan, records)
        if closes:
            due = working_day_after(plan.ended, 5)
            yield duty(plan.started, plan.ended, due, min(starts, default=None), closes)


def step_down_plan_ended_early(records: Records) -> Iterator[Row]:
    help_plans = plans(records, "child_in_need_plans")
    for plan in decided_endings(records):
        for one in _help_after(plan, records):
            limit = ending_leaves_view(plan, records)
            if not limit or not one.ended or one.ended >= months_later(plan.ended, 3):
                continue
            following = [other.started for other in help_plans if other.started > one.ended]
            closes = min([limit, *following])
            if closes > one.ended:
                yield pattern(one.started, one.ended, closes)


def step_down_meeting_overdue(records: Records) -> Iterator[Row]:
    meetings = {review["held"] for review in records["child_in_need_reviews"] if review["held"]}
    for plan in decided_endings(records):
        limit = ending_leaves_view(plan, records)
        for one in _help_after(plan, records) if limit else ():
            begins = max(one.started, plan.ended)
            ends = first_of(one.ended, months_later(plan.ended, 3), limit)
            within = {day for day in meetings if begins <= day <= ends}
            for day, following in one_after_another({begins, *within}):
                if day < ends:
                    yield duty(day, day, day + timedelta(weeks=4), following, ends)


def back_after_protection_plan(records: Records) -> Iterator[Row]:
    for plan in decided_endings(records):
        days = [enquiry["started"] for enquiry in records["enquiries"]]
        days += [other.started for other in plans(records) if other.started != plan.started]
        back = first_from(plan.ended, days + entries_to_care(records))
        in_time = back and back <= months_later(plan.ended, 12)
        if in_time and ending_leaves_view(plan, records):
            yield pattern(plan.started, back, months_later(back, 12))


def plan_category_unchanged(records: Records) -> Iterator[Row]:
    for plan in plans(records):
        named = [(row["initial_category"] or "MUL", row["started"]) for row in plan.records]
        reviews = of_plan(plan, records["review_conferences"], "held")
        named += [(review["category"], review["held"]) for review in reviews]
        first_found: dict[str, date] = {}
        for row in sorted(records["assessment_factors"], key=lambda row: row["found"]):
            harm = HARM_OF_FACTOR.get(row["factor"])
            if harm and plan.runs_on(row["found"]) and row["found"] != plan.ended:
                first_found.setdefault(harm, row["found"])
        over: dict[date, list[date | None]] = {}
        for harm, found in first_found.items():
            answered = min((day for name, day in named if name in (harm, "MUL")), default=None)
            if answered is None or answered > found:
                over.setdefault(found, []).append(first_of(answered, plan.ended))
        for found, ends in over.items():
            yield pattern(found, found, None if None in ends else max(ends))


def review_after_birth_over_20_days(records: Records) -> Iterator[Row]:
    (child,) = records["children"]
    born = child["born"]
    for plan in plans(records):
        if born and plan.started < born and plan.runs_on(born):
            reviews = of_plan(plan, records["review_conferences"], "held")
            first = first_from(born, [review["held"] for review in reviews])
            yield duty(plan.started, born, working_day_after(born, 20), first, plan.ended)
