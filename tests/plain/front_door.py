"""Plain readings of the rules of stage front door: records in, the rows a practitioner would write out."""

from collections.abc import Iterator
from datetime import date

from sightline.records.calendar import working_day_after
from tests.plain.child import (
    HORIZON,
    Records,
    Row,
    entries_to_care,
    months_later,
    sound,
)
from tests.plain.rows import duty, pattern


def _closed(referrals: list[Row]) -> date | None:
    days = [referral["closed"] for referral in referrals]
    return None if None in days else max(days)


def third_referral_without_plan(records: Records) -> Iterator[Row]:
    answers = []
    for table in ("protection_plans", "child_in_need_plans"):
        for row in sound(records[table], "started", "ended"):
            answers.append((row["started"], row["ended"] or HORIZON))
    answers += [(row["held"], row["held"]) for row in records["initial_conferences"]]
    closing_days = [first for first, _ in answers] + entries_to_care(records)
    days = sorted({referral["received"] for referral in records["referrals"]})
    open_until = date.min
    for first, third in zip(days, days[2:], strict=False):
        acted = any(begins <= third and ends >= first for begins, ends in answers)
        if third > months_later(first, 24) or acted or third <= open_until:
            continue
        closes = min((day for day in closing_days if day >= third), default=None)
        open_until = closes or HORIZON
        if closes != third:
            yield pattern(third, third, closes)


def referral_not_decided_in_a_working_day(records: Records) -> Iterator[Row]:
    referrals = records["referrals"]
    for received in {referral["received"] for referral in referrals}:
        of_day = [referral for referral in referrals if referral["received"] == received]
        decided = min((one["decided"] for one in of_day if one["decided"]), default=None)
        yield duty(received, received, working_day_after(received, 1), decided, _closed(of_day))
