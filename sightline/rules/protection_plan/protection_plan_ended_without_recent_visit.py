"""A protection plan that ended though nobody had seen the child in the weeks before."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.endings import endings_to_judge
from sightline.rules.journey.visits import visits_with_child_seen


def plans_ended_unvisited(
    protection_plans: ir.Table,
    protection_visits: ir.Table,
    children: ir.Table,
    care_episodes: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """Plans that somebody decided to end, whose last visit with the child seen was too long before."""
    endings = endings_to_judge(protection_plans, children, care_episodes, clocks)
    with_window = clocks.before(
        endings, day="plan_ended", standard="CPE-06", into="visit_expected_from"
    )
    visits = visits_with_child_seen(protection_visits, protection_plans)
    last_visits = visits.group_by("child", "plan_started").agg(last_seen=_.day.max())
    beside_visits = with_window.left_join(last_visits, ["child", "plan_started"])
    return beside_visits.filter(_.last_seen.isnull() | (_.last_seen < _.visit_expected_from))


PROTECTION_PLAN_ENDED_WITHOUT_RECENT_VISIT = Rule(
    name="protection_plan_ended_without_recent_visit",
    title="Protection plan ended with no visit in the four weeks before",
    question="Had a social worker seen the child in the weeks before the protection plan ended?",
    stage="protection plan",
    sources=("CPE-06", "CPV-01", "CPE-08"),
    themes=("plans_cp", "visits_direct_work", "step_down_closure"),
    one_row_per="protection plan",
    subject_day=_.plan_started,
    population=plans_ended_unvisited,
    span=Span(opens=_.plan_ended, closes=_.leaves_view),
    needs=(
        "protection_plans.started",
        "protection_plans.ended",
        "protection_visits.visited",
        "protection_visits.child_seen",
        "care_episodes.started",
        "children.born",
    ),
    counted_in="protection_plans",
    evidence={
        "plan started": Evidence(value=_.plan_started),
        "plan ended": Evidence(value=_.plan_ended),
        "child last seen": Evidence(value=_.last_seen),
        "visit expected from": Evidence(value=_.visit_expected_from),
        "reason it ended": Evidence(value=_.end_reason),
        "how the reason was read": Evidence(value=_.reason_read_from),
        "second record of the plan from": Evidence(value=_.overlapped_from),
        "next plan started": Evidence(value=_.next_plan_started),
        "entered care": Evidence(value=_.entered_care),
    },
    readings=(
        "The window is the 20 working days before the day the plan ended, that day included. A "
        "visit on its first day is in time. Where the plan ended on a day nobody works, the last "
        "working day before it is day 1.",
        "Only a visit at which the child was seen counts. A visit that does not say is not counted.",
        "A plan shorter than the window still needs a visit before it ends.",
        "Endings by entry to care, transfer to another council, the 18th birthday, death or leaving "
        "the country are left out.",
        "Where no reason is recorded, care, age and death are read from the other records on the "
        "day the plan ended, and the evidence says so.",
        "The concern opens on the day the plan ended. It closes after 12 months, or sooner on a new "
        "plan or entry to care.",
        "A visit is of the plan it names or, where it names none, of the plan running that day.",
        "Overlapping plans of one child are one plan, from the earliest start to the latest end.",
    ),
    helps="See the child now, and record what the child says of life since. If the step-down plan "
    "has visits, check that the first one took place.",
    cannot_see="Whether another professional saw the child in those weeks, and whether a visit was "
    "made and not recorded.",
)
