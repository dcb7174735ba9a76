"""Plain readings of the rules of stage left exposed: records in, the rows a practitioner would write out."""

from collections.abc import Iterator
from datetime import date

from tests.plain.child import ONE_DAY, Records, Row, months_later
from tests.plain.piling_up import Response, piled_up, points, spans
from tests.plain.rows import pattern


def _signs(records: Records) -> set[date]:
    factors = records["assessment_factors"]
    found = {one["found"] for one in factors if one["factor"] == "16A"}
    return found | {enquiry["started"] for enquiry in records["enquiries"]}


def _plans_begun(records: Records) -> set[date]:
    return {plan["started"] for plan in records["protection_plans"]}


def _exposed(signs: set[date], protective: list[Response], months: int) -> Iterator[Row]:
    for first, _, closes in piled_up(signs, protective, number=1, months=12):
        opens = months_later(first, months) + ONE_DAY
        if opens < closes:
            yield pattern(first, opens, closes)


def no_conference_after_first_sign(records: Records) -> Iterator[Row]:
    protective = spans(records, "protection_plans", "care_episodes")
    protective += points(records["initial_conferences"], "held")
    yield from _exposed(_signs(records), protective, months=6)


def no_legal_planning_after_first_sign(records: Records) -> Iterator[Row]:
    protective = spans(records, "care_episodes")
    protective += points(records["legal_planning_meetings"], "held")
    protective += points(records["pre_proceedings"], "decided")
    yield from _exposed(_signs(records) | _plans_begun(records), protective, months=18)


def no_care_after_years_of_signs(records: Records) -> Iterator[Row]:
    signs = _signs(records) | _plans_begun(records)
    yield from _exposed(signs, spans(records, "care_episodes"), months=36)
