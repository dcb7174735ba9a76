"""Plain readings of the rules of stage pre proceedings: records in, the rows a practitioner would write out."""

from collections.abc import Iterator
from datetime import date, timedelta

from sightline.records.calendar import working_day_after
from tests.plain.answers import (
    childhood_ends,
    first_from,
    first_of,
    last_before,
    one_row_a_subject,
)
from tests.plain.child import ONE_DAY, Records, Row, months_later, plans
from tests.plain.rows import duty, pattern

FIRST_DAY_OF_16_WEEKS = date(2021, 3, 1)
POINTS = (
    "to_every_parent",
    "tells_of_free_legal_advice",
    "concerns_plain",
    "what_must_change",
    "help_offered",
    "assessments_named",
    "meeting_named",
    "family_network_asked",
    "says_what_follows",
    "childs_views",
    "easy_to_read",
)


def _ended(time: Row) -> date | None:
    return first_of(
        time["outcome_agreed"], time["letter_of_issue_sent"], time["application_issued"]
    )


def _times(records: Records) -> list[Row]:
    """Times in pre-proceedings with a day of decision, each with its letter and its end."""
    times = [dict(time) for time in records["pre_proceedings"] if time["decided"]]
    decisions = {time["decided"] for time in times}
    letters: dict[date, list[date]] = {decided: [] for decided in decisions}
    for letter in records["letters_before_proceedings"]:
        if letter["pre_proceedings"] is None:
            latest = last_before(letter["sent"] + ONE_DAY, decisions)
            answered = [latest] if latest else []
        else:
            answered = [
                time["decided"]
                for time in times
                if time["pre_proceedings"] == letter["pre_proceedings"]
            ]
        for decided in answered:
            letters[decided].append(letter["sent"])
    for time in times:
        time["letter"] = first_of(time["letter_sent"], *letters[time["decided"]])
        time["ended"] = _ended(time)
    return times


def letter_before_proceedings_not_sent(records: Records) -> Iterator[Row]:
    yield from one_row_a_subject(
        duty(
            time["decided"],
            time["decided"],
            working_day_after(time["decided"], 10),
            time["letter"],
            time["ended"],
        )
        for time in _times(records)
        if time["gateway_outcome"] not in ("A", "C")
    )


def pre_proceedings_over_16_weeks(records: Records) -> Iterator[Row]:
    rows = one_row_a_subject(
        duty(
            time["letter"],
            time["letter"],
            time["letter"] + timedelta(weeks=16),
            time["ended"],
            childhood_ends(records),
        )
        for time in _times(records)
        if time["letter"]
    )
    for row in rows:
        no_limit_yet = row["starts"] < FIRST_DAY_OF_16_WEEKS
        yield row | (dict.fromkeys(("due", "opens", "closes")) if no_limit_yet else {})


def pre_proceedings_not_reviewed_midway(records: Records) -> Iterator[Row]:
    yield from one_row_a_subject(
        duty(
            time["first_meeting"],
            time["first_meeting"],
            time["first_meeting"] + timedelta(weeks=6),
            time["midpoint_reviewed"],
            _ended(time),
        )
        for time in records["pre_proceedings"]
        if time["first_meeting"]
    )


def care_proceedings_over_26_weeks(records: Records) -> Iterator[Row]:
    yield from one_row_a_subject(
        duty(
            time["application_issued"],
            time["application_issued"],
            time["application_issued"] + timedelta(weeks=26),
            time["proceedings_ended"],
            childhood_ends(records),
        )
        for time in records["pre_proceedings"]
        if time["application_issued"]
    )


def long_plan_without_legal_planning(records: Records) -> Iterator[Row]:
    planned = [meeting["held"] for meeting in records["legal_planning_meetings"]]
    planned += [time["decided"] for time in records["pre_proceedings"]]
    for plan in plans(records):
        opens = months_later(plan.started, 12) + ONE_DAY
        closes = first_of(first_from(plan.started, planned), plan.ended)
        if closes is None or closes > opens:
            yield pattern(plan.started, opens, closes)


def letter_before_proceedings_incomplete(records: Records) -> Iterator[Row]:
    letters = records["letters_before_proceedings"]
    ends = [_ended(time) for time in records["pre_proceedings"]]
    for sent in {letter["sent"] for letter in letters}:
        of_day = [letter for letter in letters if letter["sent"] == sent]
        said = [[letter[point] for point in POINTS] for letter in of_day]
        further = first_from(sent + ONE_DAY, [letter["sent"] for letter in letters])
        closes = first_of(further, first_from(sent, ends))
        if closes == sent:
            continue
        if any(False in points for points in said):
            yield pattern(sent, sent, closes)
        elif any(None in points for points in said):
            yield pattern(sent, sent, closes) | {"opens": None}


def family_group_decision_making_not_offered(records: Records) -> Iterator[Row]:
    letters = records["letters_before_proceedings"]
    offers = [letter["sent"] for letter in letters if letter["family_group_offered"]]
    for row in records["family_group_decision_making"]:
        offers.append(row["offered"])
        if row["not_offered_reason"] is not None:
            offers.append(row["not_offered_on"])
    ends = [_ended(time) for time in records["pre_proceedings"]]
    for sent in {letter["sent"] for letter in letters}:
        said = {letter["family_group_offered"] for letter in letters if letter["sent"] == sent}
        before = last_before(sent, offers)
        if before and before >= months_later(sent, -12):
            continue
        closes = first_of(first_from(sent, offers), first_from(sent, ends))
        if closes != sent and said != {True}:
            row = pattern(sent, sent, closes)
            yield row if False in said else row | {"opens": None}
