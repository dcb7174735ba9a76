"""Visits to a child on a protection plan, each due soon after the last."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.plans import plans_of
from sightline.rules.journey.restarting_clocks import clocks_of_plans
from sightline.rules.journey.visits import beside_visits_not_seen, visits_with_child_seen


def visit_clocks(protection_plans: ir.Table, protection_visits: ir.Table) -> ir.Table:
    """One row per visit clock: it starts with the plan and anew at every visit with the child seen."""
    visits = visits_with_child_seen(protection_visits, protection_plans)
    clocks_in_turn = clocks_of_plans(plans_of(protection_plans), visits)
    return beside_visits_not_seen(clocks_in_turn, protection_visits, protection_plans)


PROTECTION_VISIT_OVERDUE = Rule(
    name="protection_visit_overdue",
    title="Child on a protection plan not seen in time",
    question="Has a social worker seen the child on a protection plan as often as the council says?",
    stage="protection plan",
    sources=("CPV-01",),
    themes=("visits_direct_work", "plans_cp"),
    one_row_per="protection visit after",
    subject_day=_.clock_starts,
    population=visit_clocks,
    clock=Clock(starts=_.clock_starts, limit="CPV-01", met=_.next_done, lapses=_.plan_ended),
    needs=(
        "protection_plans.started",
        "protection_plans.ended",
        "protection_visits.visited",
        "protection_visits.child_seen",
    ),
    counted_in="protection_plans",
    evidence={
        "clock started": Evidence(value=_.clock_starts),
        "child seen": Evidence(value=_.next_done),
        "visited but child not seen": Evidence(value=_.first_not_seen),
        "plan started": Evidence(value=_.plan_started),
        "plan ended": Evidence(value=_.plan_ended),
        "second record of the plan from": Evidence(value=_.overlapped_from),
    },
    readings=(
        "The limit is the council's own; without one it is 10 working days. The day the clock "
        "starts is day 0 and the due day itself is in time.",
        "Working days after a clock that starts on a day nobody works: the first working day after "
        "it is day 1.",
        "The clock starts with the plan and anew at every visit at which the child was seen. "
        "Several visits on one day are one.",
        "A visit at which the child was not seen, or that does not say, neither meets nor starts a clock.",
        "The end of the plan lapses the clock. A visit on the day the plan ended meets it.",
        "A plan taken over from another council starts its clock on the day it started here.",
        "A visit is of the plan it names or, where it names none, of the plan running that day.",
        "Overlapping plans of one child are one plan, from the earliest start to the latest end.",
    ),
    helps="Visit, and see the child alone where age allows. Where visits were made but the child was "
    "not seen, ask why, and tell the manager and the core group.",
    cannot_see="What the visit was like, and whether the child could speak freely. A visit recorded "
    "late looks missed until it is recorded.",
)
