"""Plain readings of the rules of stage assessment: records in, the rows a practitioner would write out."""

from collections.abc import Iterator
from datetime import date

from sightline.records.calendar import working_day_after
from tests.plain.child import (
    HORIZON,
    Records,
    Row,
)
from tests.plain.rows import duty


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
