"""Meetings of those who help a child in the months after a protection plan ended."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.endings import endings_to_judge
from sightline.rules.journey.restarting_clocks import clocks_of_plans
from sightline.rules.journey.stepping_down import help_after


def meeting_clocks(
    protection_plans: ir.Table,
    child_in_need_plans: ir.Table,
    child_in_need_reviews: ir.Table,
    children: ir.Table,
    care_episodes: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """One row per meeting clock: it starts with the help after a plan and anew at every meeting."""
    endings = endings_to_judge(protection_plans, children, care_episodes, clocks)
    until = clocks.after(endings, day="plan_ended", standard="CPE-04", into="help_until")
    months_of_help = help_after(until, child_in_need_plans).select(
        "child",
        plan_started="help_starts",
        plan_ended=ibis.least(_.help_ended, _.help_until, _.leaves_view),
        plan_runs_to=ibis.least(_.help_runs_to, _.help_until, _.leaves_view),
        overlapped_from=ibis.null("date"),
    )
    meetings = (
        child_in_need_reviews.select("child", day="held")
        .inner_join(months_of_help, "child")
        .filter(_.day.between(_.plan_started, _.plan_ended))
    )
    return clocks_of_plans(months_of_help, meetings)


STEP_DOWN_MEETING_OVERDUE = Rule(
    name="step_down_meeting_overdue",
    title="No child in need meeting within four weeks after stepping down",
    question="After the protection plan ended, did those who help the child keep meeting?",
    stage="protection plan",
    sources=("CPE-05", "CPE-04", "CPE-08"),
    themes=("step_down_closure", "plans_cin"),
    one_row_per="meeting after stepping down after",
    subject_day=_.clock_starts,
    population=meeting_clocks,
    clock=Clock(starts=_.clock_starts, limit="CPE-05", met=_.next_done, lapses=_.plan_ended),
    needs=(
        "protection_plans.started",
        "protection_plans.ended",
        "child_in_need_plans.started",
        "child_in_need_plans.ended",
        "child_in_need_reviews.held",
        "care_episodes.started",
        "children.born",
    ),
    counted_in="child_in_need_plans",
    evidence={
        "clock started": Evidence(value=_.clock_starts),
        "help after the protection plan began": Evidence(value=_.plan_started),
        "next meeting held": Evidence(value=_.next_done),
        "no longer asked for from": Evidence(value=_.plan_ended),
    },
    readings=(
        "The limit is the council's own; without one a meeting is due four weeks after help as a child "
        "in need began, and four weeks after each meeting. The due day itself is in time.",
        "It is asked for three months from the day the protection plan ended, and lapses sooner when "
        "the child in need plan ends, on a new protection plan or on entry to care.",
        "A review of the child in need plan is such a meeting, whichever plan it names.",
        "Endings by entry to care, transfer to another council, the 18th birthday, death or leaving "
        "the country are left out. Where no reason is recorded, they are read from the other records.",
    ),
    helps="Meet with the family now. Ask what is harder since the protection plan ended, and check "
    "the step-down plan against it.",
    cannot_see="Meetings that were not recorded as a review of the plan.",
)
