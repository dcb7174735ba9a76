"""A child on a protection plan unseen for weeks, on which no manager has acted."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.days import day_after
from sightline.rules.journey.plans import plans_of
from sightline.rules.journey.responses import first_from
from sightline.rules.journey.restarting_clocks import clocks_of_plans
from sightline.rules.journey.visits import visits_with_child_seen


def unseen_too_long(
    protection_plans: ir.Table,
    protection_visits: ir.Table,
    management_decisions: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """Times in a plan in which the child was not seen for too long, and no manager acted by then."""
    seen = visits_with_child_seen(protection_visits, protection_plans)
    in_turn = clocks_of_plans(plans_of(protection_plans), seen)
    limited = clocks.after(in_turn, day="clock_starts", standard="CPV-04", into="act_by")
    due = clocks.after(limited, day="clock_starts", standard="CPV-01", into="visit_due")
    unseen = due.mutate(opens=day_after(_.act_by)).filter(
        _.opens < _.plan_runs_to, (_.opens < _.next_done).fill_null(True)
    )
    decisions = management_decisions.select("child", happened="made")
    beside_decisions = first_from(unseen, "visit_due", decisions, "manager_acted")
    return beside_decisions.filter((_.manager_acted > _.opens).fill_null(True)).mutate(
        closes=ibis.least(_.manager_acted, _.next_done, _.plan_ended)
    )


UNSEEN_CHILD_WITHOUT_MANAGER_ACTION = Rule(
    name="unseen_child_without_manager_action",
    title="Child on a protection plan unseen for four weeks, and no manager has acted",
    question="Where a child on a protection plan has not been seen for weeks, has a manager acted?",
    stage="protection plan",
    sources=("CPV-04", "CPV-01"),
    themes=("visits_direct_work", "supervision_mgmt_oversight", "plans_cp"),
    one_row_per="protected child unseen since",
    subject_day=_.clock_starts,
    population=unseen_too_long,
    span=Span(opens=_.opens, closes=_.closes),
    needs=(
        "protection_plans.started",
        "protection_plans.ended",
        "protection_visits.visited",
        "protection_visits.child_seen",
        "management_decisions.made",
    ),
    counted_in="protection_plans",
    evidence={
        "child last seen, or plan started": Evidence(value=_.clock_starts),
        "visit was due": Evidence(value=_.visit_due, known_by=_.clock_starts),
        "manager to act by": Evidence(value=_.act_by, known_by=_.clock_starts),
        "manager's decision recorded": Evidence(value=_.manager_acted),
        "child next seen": Evidence(value=_.next_done),
        "plan ended": Evidence(value=_.plan_ended),
    },
    readings=(
        "The four weeks run from the day the child was last seen on the plan, or from its start. The "
        "concern opens on the day after them, and closes when a manager's decision is recorded, the "
        "child is seen, or the plan ends.",
        "A manager has acted where a decision is recorded on or after the day the next visit was due. "
        "An earlier one cannot have been about the child not being seen.",
        "A visit at which the child was not seen, or that does not say, is no sight of the child.",
        "A visit is of the plan it names or, where it names none, of the plan running that day.",
        "Overlapping plans of one child are one plan, from the earliest start to the latest end.",
    ),
    helps="Decide today how the child will be seen, by whom, and what follows if the door stays shut. "
    "Tell the core group, and take legal advice where it does.",
    cannot_see="What the decision was about, and whether school, health or the police saw the child.",
)
