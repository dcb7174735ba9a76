"""A child with a social worker who is not at school enough."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.attendance import low_attendance
from sightline.rules.journey.social_work import times_with_a_plan


def low_attendance_on_a_plan(
    school_attendance: ir.Table,
    protection_plans: ir.Table,
    child_in_need_plans: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """Since when the attendance of a child on a plan was too low."""
    spells = times_with_a_plan(protection_plans, child_in_need_plans)
    return low_attendance(school_attendance, spells, enough=clocks.number("EDU-01"))


ATTENDANCE_BELOW_90_WITH_SOCIAL_WORKER = Rule(
    name="attendance_below_90_with_social_worker",
    title="Child with a social worker at school less than 90% of the time",
    question="Is the child with a social worker at school, where others see and teach them?",
    stage="education",
    sources=("EDU-01",),
    themes=("education_virtual_school", "plans_cin", "plans_cp"),
    one_row_per="low attendance from",
    subject_day=_.until,
    population=low_attendance_on_a_plan,
    span=Span(opens=_.until, closes=_.closes),
    needs=(
        "school_attendance.until",
        "school_attendance.sessions_possible",
        "school_attendance.sessions_attended",
        "protection_plans.started",
        "child_in_need_plans.started",
    ),
    counted_in="school_attendance",
    evidence={
        "half-days there": Evidence(value=_.attended),
        "half-days possible": Evidence(value=_.possible),
        "percentage": Evidence(value=_.percentage),
        "on a plan since": Evidence(value=_.spell_began),
        "plan ended": Evidence(value=_.spell_ended),
        "enough again": Evidence(value=_.next_enough),
    },
    readings=(
        "A child has a social worker while a protection plan or a child in need plan runs; plans that "
        "share a day are one time.",
        "Attendance is half-days there out of half-days possible in one record; records that end on "
        "one day are added up. Exactly 90% is enough. The published count of persistent absence "
        "begins at exactly 90%.",
        "The concern opens on the last day of the first record that is too low, and runs on through "
        "further low ones. It closes with the next record that is enough, or when the plans end.",
        "A record with no half-days, or that does not say how many, is passed over.",
    ),
    helps="Ask the child and the school what keeps the child away, and put what would help into the plan.",
    cannot_see="A part-time timetable, which can make few half-days look like enough, and why the child "
    "was away.",
)
