"""Whether somebody does direct work with the child, and keeps on."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.stretches import clocks_while, times_on_plan_or_in_care


def clocks_of_direct_work(
    protection_plans: ir.Table,
    child_in_need_plans: ir.Table,
    care_episodes: ir.Table,
    direct_work: ir.Table,
) -> ir.Table:
    """One row per clock: it starts with the plan or care and anew at every piece of direct work."""
    supported = times_on_plan_or_in_care(protection_plans, child_in_need_plans, care_episodes)
    return clocks_while(supported, direct_work.select("child", day="done"))


DIRECT_WORK_NOT_DONE = Rule(
    name="direct_work_not_done",
    title="No direct work with the child",
    question="Does somebody do something with the child that lets the child show how life is?",
    stage="social worker",
    sources=("SWK-05",),
    themes=("visits_direct_work", "voice_participation"),
    one_row_per="direct work after",
    subject_day=_.clock_starts,
    population=clocks_of_direct_work,
    clock=Clock(starts=_.clock_starts, limit="SWK-05", met=_.next_done, lapses=_.over),
    needs=(
        "protection_plans.started",
        "child_in_need_plans.started",
        "care_episodes.started",
        "direct_work.done",
    ),
    counted_in="protection_plans",
    evidence={
        "clock started": Evidence(value=_.clock_starts),
        "next direct work": Evidence(value=_.next_done),
        "plan or care ended": Evidence(value=_.over),
    },
    readings=(
        "The limit is the council's own; there is no national one, and without the council's it is three "
        "months. Months are calendar months and end where the month does. The due day is in time.",
        "The clock starts when a plan or care begins and anew at every piece of direct work. Two on one "
        "day are one. Plans and care that follow one another without a day between are one time.",
        "The end of plan and care lapses the clock.",
    ),
    helps="Choose something that fits the child's age: drawing, play, a walk, a game. For a baby, watch and "
    "write what the baby does and with whom.",
    cannot_see="What the child said, and whether anything changed because of it.",
)
