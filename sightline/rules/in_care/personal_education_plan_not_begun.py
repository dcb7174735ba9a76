"""The first personal education plan of a child in care."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.checks_in_care import with_birth
from sightline.rules.journey.periods_of_care import first_done_in_care, periods_of_care


def entries_with_education_plan(
    care_episodes: ir.Table,
    personal_education_plans: ir.Table,
    children: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """Every entry to care at an age of schooling, with the first day work on a plan began."""
    begun_here = periods_of_care(care_episodes).filter(_.care_entered.notnull())
    begun = personal_education_plans.select("child", day="initiated")
    entries = with_birth(first_done_in_care(begun, begun_here, into="plan_begun"), children)
    of_age = clocks.after(entries, day="born", standard="CLA-28", into="first_birthday")
    limited = clocks.after(of_age, day="born", standard="CLA-29", into="last_birthday")
    return limited.filter(_.care_started >= _.first_birthday, _.care_started < _.last_birthday)


PERSONAL_EDUCATION_PLAN_NOT_BEGUN = Rule(
    name="personal_education_plan_not_begun",
    title="Personal education plan not begun in ten working days",
    question="Did work on the child's education plan begin as soon as they came into care?",
    stage="in care",
    sources=("CLA-19", "CLA-28", "CLA-29"),
    themes=("education_virtual_school", "entry_to_care"),
    one_row_per="entry to care",
    subject_day=_.care_started,
    population=entries_with_education_plan,
    clock=Clock(
        starts=_.care_started,
        limit="CLA-19",
        met=_.plan_begun,
        lapses=ibis.least(_.care_ended, _.last_birthday),
    ),
    needs=(
        "care_episodes.started",
        "care_episodes.ended",
        "personal_education_plans.initiated",
        "children.born",
    ),
    counted_in="care_episodes",
    evidence={
        "entered care": Evidence(value=_.care_started),
        "education plan begun": Evidence(value=_.plan_begun),
        "born": Evidence(value=_.born),
        "care ended": Evidence(value=_.care_ended),
    },
    readings=(
        "The day of entry is day 0 and the due day itself is in time.",
        "It is asked of children who come into care from their fifth birthday and before their "
        "sixteenth, or between a council's own ages; not of a child whose day of birth is not held.",
        "Where the records begin in the middle of a period of care, its first plan is not asked about.",
        "The end of care, or the last birthday, lapses the duty.",
    ),
    helps="Ring the school and the virtual school today: does the child keep their place, and what do "
    "the teachers need to know?",
    cannot_see="What the plan says, and a plan taken over from another council.",
)
