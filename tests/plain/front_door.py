"""Plain readings of the rules of stage front door: records in, the rows a practitioner would write out."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from sightline.records.calendar import working_day_after
from tests.plain.child import (
    HORIZON,
    Records,
    Row,
    entries_to_care,
    months_later,
    sound,
)
from tests.plain.piling_up import first_of, piled_up, points, responded, spans
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


def contact_not_decided_in_time(records: Records) -> Iterator[Row]:
    contacts = records["contacts"]
    referrals = points(records["referrals"], "received")
    for received in {contact["received"] for contact in contacts}:
        of_day = [contact for contact in contacts if contact["received"] == received]
        decided = min((one["decided"] for one in of_day if one["decided"]), default=None)
        referred = responded(received, referrals)
        yield duty(received, received, working_day_after(received, 1), decided, referred)


def out_of_hours_contact_not_taken_up(records: Records) -> Iterator[Row]:
    contacts = [one for one in records["contacts"] if one["received_out_of_hours"]]
    done = points(records["referrals"], "received")
    done += points(records["strategy_discussions"], "held")
    done += points(records["enquiries"], "started")
    done += points(records["assessments"], "started")
    for table in ("protection_visits", "child_in_need_visits", "care_visits"):
        done += points([visit for visit in records[table] if visit["child_seen"]], "visited")
    for received in {contact["received"] for contact in contacts}:
        of_day = [one["decided"] for one in contacts if one["received"] == received]
        decided = None if None in of_day else max(of_day)
        due = working_day_after(received, 1)
        yield duty(received, received, due, responded(received, done), decided)


def repeated_contacts_without_action(records: Records) -> Iterator[Row]:
    closed = {
        contact["decided"]
        for contact in records["contacts"]
        if contact["decided"] and contact["outcome"] == "no further action"
    }
    taken_on = [one for one in records["referrals"] if not one["no_further_action"]]
    helped = points(taken_on, "received") + spans(
        records, "early_help_episodes", "protection_plans", "child_in_need_plans", "care_episodes"
    )
    for _, opens, closes in piled_up(closed, helped, number=3, months=12):
        yield pattern(opens, opens, closes)


def _out_of_view(received: date, records: Records) -> date:
    helped = spans(records, "protection_plans", "child_in_need_plans", "care_episodes")
    return first_of(months_later(received, 6), responded(received, helped))


def rereferral_within_12_months(records: Records) -> Iterator[Row]:
    days = sorted({referral["received"] for referral in records["referrals"]})
    for earlier, received in pairwise(days):
        closes = _out_of_view(received, records)
        if received <= months_later(earlier, 12) and closes > received:
            yield pattern(received, received, closes)


def back_after_closing_on_assessment(records: Records) -> Iterator[Row]:
    closings = [
        one["closed"]
        for one in records["referrals"]
        if one["closed"]
        and not one["no_further_action"]
        and one["closure_reason"] in ("RC8", "RC9")
    ]
    for received in {referral["received"] for referral in records["referrals"]}:
        soon = [day for day in closings if day < received <= months_later(day, 6)]
        closes = _out_of_view(received, records)
        if soon and closes > received:
            yield pattern(received, received, closes)
