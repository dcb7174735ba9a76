"""Personal education plans, made anew each term."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.checks_in_care import with_birth
from sightline.rules.journey.periods_of_care import clocks_after_each, periods_of_care


def education_plan_clocks(
    care_episodes: ir.Table,
    personal_education_plans: ir.Table,
    children: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """One row per plan finished in care, where the next is due before the last birthday asked about."""
    finished = personal_education_plans.select("child", day="completed")
    in_turn = clocks_after_each(periods_of_care(care_episodes), finished)
    with_due = clocks.after(in_turn, day="clock_starts", standard="CLA-30", into="term_over")
    limited = clocks.after(
        with_birth(with_due, children), day="born", standard="CLA-29", into="last_birthday"
    )
    return limited.filter((_.term_over < _.last_birthday).fill_null(True))


PERSONAL_EDUCATION_PLAN_NOT_RENEWED = Rule(
    name="personal_education_plan_not_renewed",
    title="Personal education plan not made anew for a term",
    question="Is the child's education plan made anew each term?",
    stage="in care",
    sources=("CLA-30", "CLA-20", "CLA-29"),
    themes=("education_virtual_school",),
    one_row_per="education plan after",
    subject_day=_.clock_starts,
    population=education_plan_clocks,
    clock=Clock(
        starts=_.clock_starts,
        limit="CLA-30",
        met=_.next_done,
        lapses=ibis.least(_.care_ended, _.last_birthday),
    ),
    needs=(
        "care_episodes.started",
        "care_episodes.ended",
        "personal_education_plans.completed",
    ),
    counted_in="personal_education_plans",
    evidence={
        "education plan finished": Evidence(value=_.clock_starts),
        "next plan finished": Evidence(value=_.next_done),
        "born": Evidence(value=_.born),
        "care ended": Evidence(value=_.care_ended),
    },
    readings=(
        "Guidance asks for a plan every term. The records hold no dates of terms, so a time in months "
        "stands for one, which a council sets for itself. The due day itself is in time.",
        "The clock starts with every plan finished in care. The first plan is a rule of its own.",
        "It is asked where the time is over before the last birthday asked about, and where no day of "
        "birth is held.",
        "The end of care, or the last birthday, lapses the duty.",
    ),
    helps="Set the meeting with the school, and ask the child what has gone well this term and what "
    "they want help with.",
    cannot_see="What the plan says and whether its money was spent, and summer holidays that make a "
    "plan in time look late.",
)
