"""Open cases in which nothing was recorded for a long time."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.days import day_after, or_never
from sightline.rules.journey.stretches import cases, clocks_while


def times_with_nothing_recorded(
    referrals: ir.Table,
    protection_plans: ir.Table,
    child_in_need_plans: ir.Table,
    care_episodes: ir.Table,
    assessments: ir.Table,
    strategy_discussions: ir.Table,
    initial_conferences: ir.Table,
    review_conferences: ir.Table,
    core_groups: ir.Table,
    child_in_need_reviews: ir.Table,
    care_reviews: ir.Table,
    protection_visits: ir.Table,
    child_in_need_visits: ir.Table,
    care_visits: ir.Table,
    direct_work: ir.Table,
    management_decisions: ir.Table,
    supervision: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """Each time an open case held nothing for longer than the limit, until something was recorded."""
    days = ibis.union(
        _days(assessments, "started"),
        _days(assessments, "authorised"),
        *(
            _days(rows, "held")
            for rows in (
                strategy_discussions,
                initial_conferences,
                review_conferences,
                core_groups,
                child_in_need_reviews,
                care_reviews,
                supervision,
            )
        ),
        *(
            _days(rows, "visited")
            for rows in (protection_visits, child_in_need_visits, care_visits)
        ),
        _days(direct_work, "done"),
        _days(management_decisions, "made"),
    )
    open_cases = cases(referrals, protection_plans, child_in_need_plans, care_episodes)
    in_turn = clocks_while(open_cases, days)
    limited = clocks.after(in_turn, day="clock_starts", standard="REC-07", into="last_day")
    gaps = limited.mutate(opens=day_after(_.last_day), closes=ibis.least(_.next_done, _.over))
    return gaps.filter(_.opens < or_never(_.closes))


def _days(rows: ir.Table, day: str) -> ir.Table:
    return rows.select("child", day=day)


NOTHING_RECORDED = Rule(
    name="nothing_recorded",
    title="Open case with nothing recorded",
    question="Has anything been recorded about the child in the last two months?",
    stage="recording",
    sources=("REC-07",),
    themes=("recording", "step_down_closure"),
    one_row_per="nothing recorded since",
    subject_day=_.clock_starts,
    population=times_with_nothing_recorded,
    span=Span(opens=_.opens, closes=_.closes),
    needs=(
        "referrals.received",
        "referrals.closed",
        "assessments.started",
        "protection_visits.visited",
        "child_in_need_visits.visited",
        "care_visits.visited",
    ),
    counted_in="referrals",
    evidence={
        "last recorded, or case opened": Evidence(value=_.clock_starts),
        "next recorded": Evidence(value=_.next_done),
        "case open since": Evidence(value=_.began),
        "case closed": Evidence(value=_.over),
    },
    readings=(
        "The limit is the council's own; without one it is two months. Months are calendar months and end "
        "where the month does. The concern opens the day after.",
        "What counts is an assessment begun or finished, a strategy discussion, conference, core group, "
        "review, visit, piece of direct work, supervision or decision of a manager, by the day it "
        "happened and not the day it was written up.",
        "The concern closes when something is recorded again or the case is closed.",
        "A case is open from the day a referral not closed with no further action is received until the "
        "day it is closed, and while a plan or care runs. What follows without a day between is one case.",
    ),
    helps="Ask whether anybody is working with the family. Either see the child this week, or close the case "
    "with a reason.",
    cannot_see="Case notes and telephone calls, which the sources do not hold, and work done by others.",
)
