"""Plain readings of the rules of stage education: records in, the rows a practitioner would write out."""

from collections.abc import Iterator
from datetime import date

from sightline.records.calendar import working_day_after
from tests.plain.answers import childhood_ends, first_of, one_row_a_subject
from tests.plain.child import HORIZON, Plan, Records, Row, plans, sound
from tests.plain.rows import duty, pattern


def _spells(records: Records, *tables: str) -> list[Plan]:
    rows = [row | {"plan": None} for table in tables for row in records[table]]
    return plans({"spells": rows}, "spells")


def _stretches(records: Records) -> list[tuple[date, bool]]:
    """Days on which a record of attendance ended, in order, and whether it was too low."""
    sums: dict[date, tuple[int, int]] = {}
    for row in records["school_attendance"]:
        if row["sessions_possible"] and row["sessions_attended"] is not None:
            possible, attended = sums.get(row["until"], (0, 0))
            sums[row["until"]] = (
                possible + row["sessions_possible"],
                attended + row["sessions_attended"],
            )
    return [
        (until, attended / possible < 0.9) for until, (possible, attended) in sorted(sums.items())
    ]


def _low_attendance(records: Records, spells: list[Plan]) -> Iterator[Row]:
    stretches = _stretches(records)
    for spell in spells:
        open_until = date.min
        for until, low in stretches:
            if not low or not spell.runs_on(until) or until < open_until:
                continue
            enough = [day for day, too_low in stretches if day > until and not too_low]
            closes = first_of(*enough, spell.ended)
            open_until = closes or HORIZON
            if closes != until:
                yield pattern(until, until, closes)


def attendance_below_90_with_social_worker(records: Records) -> Iterator[Row]:
    spells = _spells(records, "protection_plans", "child_in_need_plans")
    yield from _low_attendance(records, spells)


def attendance_below_90_in_care(records: Records) -> Iterator[Row]:
    yield from _low_attendance(records, _spells(records, "care_episodes"))


def missing_education_too_long(records: Records) -> Iterator[Row]:
    yield from one_row_a_subject(
        duty(
            row["started"],
            row["started"],
            working_day_after(row["started"], 10),
            row["ended"],
            childhood_ends(records),
        )
        for row in records["missing_education"]
    )


def home_educated_with_plan(records: Records) -> Iterator[Row]:
    spells = _spells(records, "protection_plans", "child_in_need_plans")
    both = []
    for row in sound(records["elective_home_education"], "started", "ended"):
        for spell in spells:
            opens = max(row["started"], spell.started)
            closes = first_of(row["ended"], spell.ended)
            if closes is None or closes > opens:
                both.append(pattern(opens, opens, closes))
    yield from one_row_a_subject(both)
