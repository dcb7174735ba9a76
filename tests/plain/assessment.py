"""Plain readings of the rules of stage assessment: records in, the rows a practitioner would write out."""

from collections.abc import Iterator
from datetime import date

from sightline.records.calendar import working_day_after
from tests.plain.child import (
    HORIZON,
    ONE_DAY,
    Records,
    Row,
    entries_to_care,
    months_later,
    one_after_another,
)
from tests.plain.piling_up import first_of, piled_up, points, responded
from tests.plain.rows import duty, pattern, unclear


def _referrals_taken_on(records: Records) -> dict[date, list[Row]]:
    """By day received, the referrals of that day that were not closed with no further action."""
    by_day: dict[date, list[Row]] = {}
    for referral in records["referrals"]:
        if not referral["no_further_action"]:
            by_day.setdefault(referral["received"], []).append(referral)
    return by_day


def _closed(referrals: list[Row]) -> date | None:
    days = [referral["closed"] for referral in referrals]
    return None if None in days else max(days)


def _first_assessment(received: date, referrals: list[Row], records: Records) -> Row | None:
    names = {referral["referral"] for referral in referrals}
    closed = _closed(referrals) or HORIZON
    own = [
        assessment
        for assessment in records["assessments"]
        if assessment["referral"] in names
        or (assessment["referral"] is None and received <= assessment["started"] <= closed)
    ]
    return min(own, key=lambda one: (one["started"], one["authorised"] or HORIZON), default=None)


def assessment_over_45_days_from_referral(records: Records) -> Iterator[Row]:
    for received, referrals in _referrals_taken_on(records).items():
        first = _first_assessment(received, referrals, records)
        authorised = first["authorised"] if first else None
        due = working_day_after(received, 45)
        yield duty(received, received, due, authorised, _closed(referrals))


def assessment_over_45_days_from_start(records: Records) -> Iterator[Row]:
    by_start: dict[date, list[tuple[Row, date | None]]] = {}
    for received, referrals in _referrals_taken_on(records).items():
        first = _first_assessment(received, referrals, records)
        if first:
            by_start.setdefault(first["started"], []).append((first, _closed(referrals)))
    for started, of_day in by_start.items():
        authorised = min((a["authorised"] for a, _ in of_day if a["authorised"]), default=None)
        closings = [closed for _, closed in of_day]
        closed = None if None in closings else max(closings)
        yield duty(started, started, working_day_after(started, 45), authorised, closed)


def _finished(records: Records) -> set[date]:
    return {one["authorised"] for one in records["assessments"] if one["authorised"]}


def child_not_seen_in_assessment(records: Records) -> Iterator[Row]:
    (child,) = records["children"]
    seen_days = points(records["assessments"], "child_seen_on")
    for table in ("protection_visits", "child_in_need_visits", "care_visits"):
        seen_days += points([visit for visit in records[table] if visit["child_seen"]], "visited")
    for day in _finished(records):
        of_day = [one for one in records["assessments"] if one["authorised"] == day]
        seen = any(
            one["child_seen"] or (one["child_seen_on"] and one["child_seen_on"] <= day)
            for one in of_day
        )
        closes = first_of(months_later(day, 12), responded(day, seen_days))
        if seen or child["born"] is None or child["born"] > day or closes == day:
            continue
        said_not = any(one["child_seen"] is False for one in of_day)
        yield pattern(day, day, closes) if said_not else unclear(day, day, closes)


def assessment_never_finished(records: Records) -> Iterator[Row]:
    others = points(records["assessments"], "started") + points(
        records["assessments"], "authorised"
    )
    by_start: dict[date, list[tuple[date, date]]] = {}
    for one in records["assessments"]:
        stuck = working_day_after(one["started"], 60) + ONE_DAY
        opens = min(stuck, one["cancelled"] or HORIZON)
        closes = first_of(months_later(opens, 12), responded(opens, others))
        if not (one["authorised"] and one["authorised"] < opens) and closes > opens:
            by_start.setdefault(one["started"], []).append((opens, closes))
    for started, of_day in by_start.items():
        opens = min(opens for opens, _ in of_day)
        closes = max(closes for begins, closes in of_day if begins == opens)
        yield pattern(started, opens, closes)


def repeated_assessments_without_change(records: Records) -> Iterator[Row]:
    changes = points(records["initial_conferences"], "held")
    changes += [(day, day) for day in entries_to_care(records)]
    for table in ("protection_plans", "child_in_need_plans"):
        changes += points(records[table], "started") + points(records[table], "ended")
    for _, opens, closes in piled_up(_finished(records), changes, number=3, months=24):
        yield pattern(opens, opens, closes)


def parents_history_left_out(records: Records) -> Iterator[Row]:
    of_parents = {"1B", "2B", "3B", "4B", "5B"}
    factors = records["assessment_factors"]
    for day, next_day in one_after_another(_finished(records)):
        named = {one["factor"] for one in factors if one["found"] == day}
        known = {
            one["factor"] for one in factors if one["found"] < day <= months_later(one["found"], 24)
        }
        if (known & of_parents) - named:
            yield pattern(day, day, first_of(next_day, months_later(day, 12)))


def disabled_child_assessment_not_current(records: Records) -> Iterator[Row]:
    (child,) = records["children"]
    cases = [
        (received, _closed(referrals))
        for received, referrals in _referrals_taken_on(records).items()
    ]
    for day, next_day in one_after_another(_finished(records)):
        open_then = [closed for received, closed in cases if received <= day < (closed or HORIZON)]
        if child["disabled"] and open_then:
            closed = None if None in open_then else max(open_then)
            yield duty(day, day, months_later(day, 12), next_day, closed)


def manager_has_not_looked_at_assessment(records: Records) -> Iterator[Row]:
    for started in {one["started"] for one in records["assessments"]}:
        of_day = [one for one in records["assessments"] if one["started"] == started]
        looked = min(
            (one["manager_looked"] for one in of_day if one["manager_looked"]), default=None
        )
        over = [min(one["authorised"] or HORIZON, one["cancelled"] or HORIZON) for one in of_day]
        lapses = None if HORIZON in over else max(over)
        yield duty(started, started, working_day_after(started, 10), looked, lapses)
