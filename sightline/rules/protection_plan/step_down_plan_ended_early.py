"""Help as a child in need that ended soon after the protection plan did."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.endings import endings_to_judge
from sightline.rules.journey.stepping_down import help_after


def help_that_ended_early(
    protection_plans: ir.Table,
    child_in_need_plans: ir.Table,
    children: ir.Table,
    care_episodes: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """Child in need plans that ended before the time for which help should go on."""
    endings = endings_to_judge(protection_plans, children, care_episodes, clocks)
    until = clocks.after(endings, day="plan_ended", standard="CPE-04", into="help_until")
    ended_early = help_after(until, child_in_need_plans).filter(_.help_runs_to < _.help_until)
    return ended_early.mutate(leaves_view=ibis.least(_.leaves_view, _.next_help_started)).filter(
        _.leaves_view > _.help_ended
    )


STEP_DOWN_PLAN_ENDED_EARLY = Rule(
    name="step_down_plan_ended_early",
    title="Help ended within three months of the protection plan",
    question="Did help go on for long enough after the protection plan to see whether change held?",
    stage="protection plan",
    sources=("CPE-04", "CPE-08"),
    themes=("step_down_closure", "plans_cin", "plans_cp"),
    one_row_per="child in need plan",
    subject_day=_.help_plan_started,
    population=help_that_ended_early,
    span=Span(opens=_.help_ended, closes=_.leaves_view),
    needs=(
        "protection_plans.started",
        "protection_plans.ended",
        "child_in_need_plans.started",
        "child_in_need_plans.ended",
        "care_episodes.started",
        "children.born",
    ),
    counted_in="child_in_need_plans",
    evidence={
        "protection plan ended": Evidence(value=_.plan_ended),
        "child in need plan started": Evidence(value=_.help_plan_started),
        "child in need plan ended": Evidence(value=_.help_ended),
        "help expected until": Evidence(value=_.help_until, known_by=_.help_ended),
        "next child in need plan started": Evidence(value=_.next_help_started),
        "next protection plan started": Evidence(value=_.next_plan_started),
        "entered care": Evidence(value=_.entered_care),
    },
    readings=(
        "The limit is the council's own; without one help goes on for three months from the day the "
        "protection plan ended. A plan that ends on the last of those days is long enough.",
        "The concern opens on the day the child in need plan ended. It closes on a new plan of either "
        "kind, on entry to care, or 12 months after the protection plan ended.",
        "A child who never had a child in need plan afterwards is a rule of its own.",
        "Endings by entry to care, transfer to another council, the 18th birthday, death or leaving "
        "the country are left out. Where no reason is recorded, they are read from the other records.",
        "Overlapping plans of one child are one plan, from the earliest start to the latest end.",
    ),
    helps="Ring the family and the school: is what changed still so? Write down what the decision to "
    "stop rested on, and whom they can call.",
    cannot_see="Early help that took over, and families who no longer wanted help.",
)
