"""Visits to a child on a child in need plan, each due soon after the last."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.plans import plans_of
from sightline.rules.journey.restarting_clocks import clocks_of_plans
from sightline.rules.journey.visits import beside_visits_not_seen, visits_with_child_seen


def visit_clocks(child_in_need_plans: ir.Table, child_in_need_visits: ir.Table) -> ir.Table:
    """One row per visit clock: it starts with the plan and anew at every visit with the child seen."""
    visits = visits_with_child_seen(child_in_need_visits, child_in_need_plans)
    clocks_in_turn = clocks_of_plans(plans_of(child_in_need_plans), visits)
    return beside_visits_not_seen(clocks_in_turn, child_in_need_visits, child_in_need_plans)


CHILD_IN_NEED_VISIT_OVERDUE = Rule(
    name="child_in_need_visit_overdue",
    title="Child in need not seen in time",
    question="Is the child in need seen as often as the council says?",
    stage="child in need",
    sources=("CIN-01",),
    themes=("visits_direct_work", "plans_cin"),
    one_row_per="child in need visit after",
    subject_day=_.clock_starts,
    population=visit_clocks,
    clock=Clock(starts=_.clock_starts, limit="CIN-01", met=_.next_done, lapses=_.plan_ended),
    needs=(
        "child_in_need_plans.started",
        "child_in_need_plans.ended",
        "child_in_need_visits.visited",
        "child_in_need_visits.child_seen",
    ),
    counted_in="child_in_need_plans",
    evidence={
        "clock started": Evidence(value=_.clock_starts),
        "child seen": Evidence(value=_.next_done),
        "visited but child not seen": Evidence(value=_.first_not_seen),
        "plan started": Evidence(value=_.plan_started),
        "plan ended": Evidence(value=_.plan_ended),
        "second record of the plan from": Evidence(value=_.overlapped_from),
    },
    readings=(
        "The limit is the council's own; there is no national one, and without the council's it is 20 "
        "working days. The day the clock starts is day 0 and the due day itself is in time.",
        "The clock starts with the plan and anew at every visit at which the child was seen. "
        "Several visits on one day are one.",
        "A visit at which the child was not seen, or that does not say, neither meets nor starts a clock.",
        "The end of the plan lapses the clock. A visit on the day the plan ended meets it.",
        "A visit is of the plan it names or, where it names none, of the plan running that day.",
        "Overlapping plans of one child are one plan, from the earliest start to the latest end.",
    ),
    helps="Visit, and see the child. Where the family keeps putting visits off, ask what that says "
    "about the plan being agreed.",
    cannot_see="Visits by other members of the family help team, and longer times agreed for one "
    "child, such as a disabled child known for years.",
)
