"""Plain readings of the rules of stage neglect and domestic abuse: records in, the rows a practitioner would write out."""

from collections.abc import Iterator
from datetime import date

from tests.plain.child import HORIZON, ONE_DAY, Records, Row, months_later, sound
from tests.plain.piling_up import piled_up, points, responded, spans
from tests.plain.rows import duty, pattern


def _neglect_in_assessments(records: Records) -> set[date]:
    factors = records["assessment_factors"]
    return {one["found"] for one in factors if one["factor"] == "16A"}


def cumulative_neglect(records: Records) -> Iterator[Row]:
    signs = _neglect_in_assessments(records)
    for plan in sound(records["protection_plans"], "started", "ended"):
        if plan["initial_category"] == "NEG" and plan["ended"]:
            signs.add(plan["ended"] + ONE_DAY)
    known_since = min(signs, default=HORIZON)
    for referral in records["referrals"]:
        if referral["primary_need"] == "N1" and referral["received"] >= known_since:
            signs.add(referral["received"])
    protective = spans(records, "protection_plans", "care_episodes")
    protective += points(records["legal_planning_meetings"], "held")
    for _, opens, closes in piled_up(signs, protective, number=4, months=36):
        yield pattern(opens, opens, closes)


def neglect_without_tool(records: Records) -> Iterator[Row]:
    found = _neglect_in_assessments(records)
    for plan in records["protection_plans"]:
        if plan["initial_category"] == "NEG":
            found.add(plan["started"])
    tools = [one["assessed"] for one in records["neglect_assessments"]]
    over = spans(records, "care_episodes")
    for received in {one["received"] for one in _taken_on(records)}:
        closings = [one["closed"] for one in _taken_on(records) if one["received"] == received]
        if None not in closings:
            over.append((max(closings), max(closings)))
    for day in found:
        counting = [used for used in tools if used >= months_later(day, -3)]
        met = min(counting, default=None)
        yield duty(day, day, months_later(day, 3), met, responded(day, over))


def _taken_on(records: Records) -> list[Row]:
    return [one for one in records["referrals"] if not one["no_further_action"]]


def domestic_abuse_notifications_pile_up(records: Records) -> Iterator[Row]:
    told = {one["received"] for one in records["notifications"] if one["kind"] == "domestic abuse"}
    looked_into = spans(records, "protection_plans", "care_episodes")
    looked_into += points(records["assessments"], "started")
    looked_into += points(records["strategy_discussions"], "held")
    looked_into += points(records["initial_conferences"], "held")
    for _, opens, closes in piled_up(told, looked_into, number=3, months=12):
        yield pattern(opens, opens, closes)
