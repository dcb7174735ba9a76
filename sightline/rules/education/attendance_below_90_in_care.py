"""A child in care who is not at school enough: the virtual school's list."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.attendance import low_attendance
from sightline.rules.journey.social_work import times_in_care


def low_attendance_in_care(
    school_attendance: ir.Table, care_episodes: ir.Table, clocks: Clocks
) -> ir.Table:
    """Since when the attendance of a child in care was too low."""
    spells = times_in_care(care_episodes)
    return low_attendance(school_attendance, spells, enough=clocks.number("EDU-01"))


ATTENDANCE_BELOW_90_IN_CARE = Rule(
    name="attendance_below_90_in_care",
    title="Child in care at school less than 90% of the time",
    question="Is the child in care at school, as their parents would want?",
    stage="education",
    sources=("EDU-01",),
    themes=("education_virtual_school",),
    one_row_per="low attendance from",
    subject_day=_.until,
    population=low_attendance_in_care,
    span=Span(opens=_.until, closes=_.closes),
    needs=(
        "school_attendance.until",
        "school_attendance.sessions_possible",
        "school_attendance.sessions_attended",
        "care_episodes.started",
        "care_episodes.ended",
    ),
    counted_in="school_attendance",
    evidence={
        "half-days there": Evidence(value=_.attended),
        "half-days possible": Evidence(value=_.possible),
        "percentage": Evidence(value=_.percentage),
        "in care since": Evidence(value=_.spell_began),
        "left care": Evidence(value=_.spell_ended),
        "enough again": Evidence(value=_.next_enough),
    },
    readings=(
        "A child is in care from the first to the last day of an episode of care; episodes that share "
        "a day are one time.",
        "Attendance is half-days there out of half-days possible in one record; records that end on "
        "one day are added up. Exactly 90% is enough. The published count of persistent absence "
        "begins at exactly 90%.",
        "The concern opens on the last day of the first record that is too low, and runs on through "
        "further low ones. It closes with the next record that is enough, or when the child leaves "
        "care.",
        "A record with no half-days, or that does not say how many, is passed over.",
    ),
    helps="Bring it to the virtual school and the personal education plan: what would make the child "
    "want to go, and who takes them?",
    cannot_see="A part-time timetable, which can make few half-days look like enough, and why the child "
    "was away.",
)
