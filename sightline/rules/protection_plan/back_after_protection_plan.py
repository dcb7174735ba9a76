"""A child back on a plan, under enquiry or in care within a year of a protection plan ending."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.endings import endings_to_judge
from sightline.rules.journey.responses import first_from


def endings_with_return(
    protection_plans: ir.Table,
    enquiries: ir.Table,
    children: ir.Table,
    care_episodes: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """Plans that somebody decided to end, after which the child came back within the window."""
    endings = endings_to_judge(protection_plans, children, care_episodes, clocks)
    begun = enquiries.select("child", happened="started")
    beside_enquiries = first_from(endings, "plan_ended", begun, "enquiry_started")
    window = clocks.after(beside_enquiries, day="plan_ended", standard="CPE-11", into="window_ends")
    back = window.mutate(
        came_back=ibis.least(_.next_plan_started, _.entered_care, _.enquiry_started)
    ).filter(_.came_back <= _.window_ends)
    return clocks.after(back, day="came_back", standard="CPE-08", into="return_leaves_view")


BACK_AFTER_PROTECTION_PLAN = Rule(
    name="back_after_protection_plan",
    title="Back on a plan, under enquiry or in care within a year of a protection plan ending",
    question="Did the child come back within a year of the protection plan ending?",
    stage="protection plan",
    sources=("CPE-11", "CPE-08"),
    themes=("step_down_closure", "plans_cp", "strategy_s47"),
    one_row_per="protection plan",
    subject_day=_.plan_started,
    population=endings_with_return,
    span=Span(opens=_.came_back, closes=_.return_leaves_view),
    needs=(
        "protection_plans.started",
        "protection_plans.ended",
        "enquiries.started",
        "care_episodes.started",
        "children.born",
    ),
    counted_in="protection_plans",
    evidence={
        "plan started": Evidence(value=_.plan_started),
        "plan ended": Evidence(value=_.plan_ended),
        "reason it ended": Evidence(value=_.end_reason),
        "enquiry started": Evidence(value=_.enquiry_started),
        "next plan started": Evidence(value=_.next_plan_started),
        "entered care": Evidence(value=_.entered_care),
    },
    readings=(
        "The child came back on the first day, within 12 months of the day the plan ended, of a new "
        "protection plan, an enquiry or entry to care. The anniversary itself is inside.",
        "The concern opens on that day and closes after 12 months in view.",
        "An enquiry begun on the day the plan ended counts. A new plan or entry to care on that day "
        "means that the plan did not end because the child was safer, and is left out.",
        "Endings by entry to care, transfer to another council, the 18th birthday, death or leaving "
        "the country are left out. Where no reason is recorded, they are read from the other records.",
        "Overlapping plans of one child are one plan, from the earliest start to the latest end.",
    ),
    helps="Read what the decision to end the plan rested on, and what did not hold. It does not prove "
    "that the decision was wrong: ask what it teaches about the next one.",
    cannot_see="Children who moved away and came to notice elsewhere.",
)
