"""A child on a plan whom parents teach at home."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.days import in_right_order
from sightline.rules.journey.social_work import times_with_a_plan


def home_education_during_a_plan(
    elective_home_education: ir.Table,
    protection_plans: ir.Table,
    child_in_need_plans: ir.Table,
) -> ir.Table:
    """Times in which a plan and education at home ran side by side."""
    at_home = in_right_order(elective_home_education, "started", "ended").select(
        "child", "started", "ended", "reviewed", "suitable"
    )
    spells = times_with_a_plan(protection_plans, child_in_need_plans)
    both = at_home.inner_join(spells, "child").mutate(
        opens=ibis.greatest(_.started, _.spell_began), closes=ibis.least(_.ended, _.spell_ended)
    )
    return both.filter((_.closes > _.opens).fill_null(True))


HOME_EDUCATED_WITH_PLAN = Rule(
    name="home_educated_with_plan",
    title="Child on a plan who is educated at home",
    question="Who sees and teaches the child on a plan whose parents teach them at home?",
    stage="education",
    sources=("EDU-03",),
    themes=("education_virtual_school", "plans_cp", "plans_cin"),
    one_row_per="home education during a plan from",
    subject_day=_.opens,
    population=home_education_during_a_plan,
    span=Span(opens=_.opens, closes=_.closes),
    needs=(
        "elective_home_education.started",
        "elective_home_education.ended",
        "protection_plans.started",
        "child_in_need_plans.started",
    ),
    counted_in="elective_home_education",
    evidence={
        "left the roll": Evidence(value=_.started),
        "on a plan since": Evidence(value=_.spell_began),
        "education looked at": Evidence(value=_.reviewed),
        "judged suitable": Evidence(value=_.suitable, known_by=_.reviewed),
        "at school again": Evidence(value=_.ended),
        "plan ended": Evidence(value=_.spell_ended),
    },
    readings=(
        "The concern is open while a protection or child in need plan and education at home run side "
        "by side: from the first day of both until the first of them ends.",
        "It is no fault of anybody's: it says that fewer people see the child. That the education was "
        "looked at does not close it, and is shown.",
        "Plans that share a day are one time.",
    ),
    helps="See that the plan says who sees the child and how often, and that social worker and the "
    "council's home education adviser have talked.",
    cannot_see="How good the education is, and children taught at home of whom nobody told the council.",
)
