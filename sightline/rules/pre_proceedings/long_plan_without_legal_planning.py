"""A protection plan of a year or more about which no lawyer was asked."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.days import day_after
from sightline.rules.journey.plans import plans_of


def long_plans_without_legal_planning(
    protection_plans: ir.Table,
    legal_planning_meetings: ir.Table,
    pre_proceedings: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """Plans that ran past the limit before any legal planning since they started."""
    plans = clocks.after(
        plans_of(protection_plans), day="plan_started", standard="PLO-08", into="limit_reached"
    )
    meetings = legal_planning_meetings.select("child", day="held")
    planned = meetings.union(pre_proceedings.select("child", day="decided"))
    first_planned = (
        plans.select("child", "plan_started")
        .inner_join(planned, "child")
        .filter(_.day >= _.plan_started)
        .group_by("child", "plan_started")
        .agg(legal_planning=_.day.min())
    )
    beside = plans.left_join(first_planned, ["child", "plan_started"]).mutate(
        opens=day_after(_.limit_reached), closes=ibis.least(_.legal_planning, _.plan_ended)
    )
    return beside.filter((_.closes > _.opens).fill_null(True))


LONG_PLAN_WITHOUT_LEGAL_PLANNING = Rule(
    name="long_plan_without_legal_planning",
    title="A year on a protection plan and no legal planning",
    question="After so long on a plan, did anybody ask a lawyer whether the child needs a court?",
    stage="pre-proceedings",
    sources=("PLO-08",),
    themes=("plo_preproceedings", "plans_cp", "step_down_closure"),
    one_row_per="protection plan",
    subject_day=_.plan_started,
    population=long_plans_without_legal_planning,
    span=Span(opens=_.opens, closes=_.closes),
    needs=(
        "protection_plans.started",
        "protection_plans.ended",
        "legal_planning_meetings.held",
    ),
    counted_in="protection_plans",
    evidence={
        "plan started": Evidence(value=_.plan_started),
        "legal planning": Evidence(value=_.legal_planning),
        "plan ended": Evidence(value=_.plan_ended),
        "second record of the plan from": Evidence(value=_.overlapped_from),
    },
    readings=(
        "The concern opens on the day after the plan has run the council's own time, 12 months without "
        "one. It closes on a legal planning meeting, a decision to enter pre-proceedings or the end "
        "of the plan.",
        "Legal planning counts from the day the plan started. Planning for an earlier plan does not.",
        "Any legal planning meeting counts, whatever it decided. Months end where the month does.",
        "Overlapping plans of one child are one plan, from the earliest start to the latest end.",
    ),
    helps="Take the case to legal planning, or write down with a manager why the plan is working and a "
    "court is not needed.",
    cannot_see="A lawyer's advice given outside a meeting, by telephone or in writing.",
)
