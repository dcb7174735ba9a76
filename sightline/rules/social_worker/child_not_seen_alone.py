"""Whether a child who can speak for themselves is seen alone."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.all_visits import all_visits
from sightline.rules.journey.stretches import clocks_while, times_on_plan_or_in_care


def clocks_of_seeing_alone(
    children: ir.Table,
    protection_plans: ir.Table,
    child_in_need_plans: ir.Table,
    care_episodes: ir.Table,
    protection_visits: ir.Table,
    child_in_need_visits: ir.Table,
    care_visits: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """One row per clock: it starts with the plan or care, at the age asked about, and at every such visit."""
    born = children.filter(_.born.notnull()).select("child", "born")
    of_age = clocks.after(born, day="born", standard="SWK-03", into="old_enough_from")
    supported = times_on_plan_or_in_care(protection_plans, child_in_need_plans, care_episodes)
    old_enough = (
        supported.inner_join(of_age, "child")
        .mutate(began=ibis.greatest(_.began, _.old_enough_from))
        .filter(_.began < _.lasts_to)
    )
    visits = all_visits(protection_visits, child_in_need_visits, care_visits)
    alone = visits.filter(_.child_seen, _.seen_alone).select("child", "day")
    return clocks_while(old_enough, alone)


CHILD_NOT_SEEN_ALONE = Rule(
    name="child_not_seen_alone",
    title="Child not seen alone",
    question="Has the worker seen the child alone lately, so that the child can say how things are?",
    stage="social worker",
    sources=("SWK-02", "SWK-03"),
    themes=("visits_direct_work", "voice_participation"),
    one_row_per="seen alone after",
    subject_day=_.clock_starts,
    population=clocks_of_seeing_alone,
    clock=Clock(starts=_.clock_starts, limit="SWK-02", met=_.next_done, lapses=_.over),
    needs=(
        "children.born",
        "protection_plans.started",
        "child_in_need_plans.started",
        "care_episodes.started",
        "protection_visits.seen_alone",
        "child_in_need_visits.seen_alone",
        "care_visits.seen_alone",
    ),
    counted_in="children",
    evidence={
        "clock started": Evidence(value=_.clock_starts),
        "seen alone": Evidence(value=_.next_done),
        "plan or care ended": Evidence(value=_.over),
    },
    readings=(
        "The clock starts when a plan or care begins, or when the child turns five if that is later, "
        "and anew at every visit at which the child was seen alone. Both age and limit are the "
        "council's own to set; without one the limit is three months.",
        "Visits of every kind count: on a protection plan, on a child in need plan and in care. Plans and "
        "care that follow one another without a day between are one time.",
        "A visit that does not say whether the child was seen alone is no evidence of it.",
        "The end of plan and care lapses the clock. A visit on that day meets it.",
        "A child of whom no birthday is recorded is not judged.",
    ),
    helps="Find a place the child likes, at school or on a walk, and listen. If the child cannot or will not "
    "be alone, write down why and how else they were heard.",
    cannot_see="Whether the child can speak for themselves: a child too disabled or too frightened to be "
    "seen alone stands here like any other. The worker says so in the record.",
)
