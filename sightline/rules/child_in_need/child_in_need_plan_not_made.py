"""A plan for a child whom an assessment found to be in need."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.days import in_right_order, or_never
from sightline.rules.journey.responses import first_from


def assessments_that_call_for_a_plan(
    assessments: ir.Table,
    child_in_need_plans: ir.Table,
    protection_plans: ir.Table,
    care_episodes: ir.Table,
    referrals: ir.Table,
) -> ir.Table:
    """Assessments signed off with more to be done, each with the first plan from that day on."""
    in_need = assessments.filter(_.authorised.notnull(), ~_.no_further_action)
    plans = ibis.union(
        *(
            in_right_order(rows, "started", "ended").select(
                "child", plan_started="started", plan_runs_to=or_never(_.ended)
            )
            for rows in (child_in_need_plans, protection_plans, care_episodes)
        )
    )
    first_plans = (
        in_need.select("child", "authorised")
        .inner_join(plans, "child")
        .filter(_.plan_runs_to > _.authorised)
        .group_by("child", "authorised")
        .agg(first_started=_.plan_started.min())
        .mutate(on_a_plan_from=ibis.greatest(_.first_started, _.authorised))
        .drop("first_started")
    )
    beside_plans = in_need.left_join(first_plans, ["child", "authorised"]).drop(
        "child_right", "authorised_right"
    )
    closings = referrals.select("child", happened="closed")
    return first_from(beside_plans, "authorised", closings, "case_closed")


CHILD_IN_NEED_PLAN_NOT_MADE = Rule(
    name="child_in_need_plan_not_made",
    title="No plan for a child found to be in need",
    question="When an assessment found that the child needs help, was a plan made?",
    stage="child in need",
    sources=("CIN-05",),
    themes=("plans_cin", "assessment_quality"),
    one_row_per="assessment authorised",
    subject_day=_.authorised,
    population=assessments_that_call_for_a_plan,
    clock=Clock(starts=_.authorised, limit="CIN-05", met=_.on_a_plan_from, lapses=_.case_closed),
    needs=(
        "assessments.authorised",
        "assessments.no_further_action",
        "child_in_need_plans.started",
        "protection_plans.started",
        "care_episodes.started",
        "referrals.closed",
    ),
    counted_in="assessments",
    evidence={
        "assessment started": Evidence(value=_.started),
        "assessment authorised": Evidence(value=_.authorised),
        "what was decided": Evidence(value=_.outcome, known_by=_.authorised),
        "on a plan from": Evidence(value=_.on_a_plan_from),
        "case closed": Evidence(value=_.case_closed),
    },
    readings=(
        "The limit is the council's own; without one it is 10 working days from the day a manager "
        "signed the assessment off. The due day itself is in time.",
        "An assessment calls for a plan where it says that there is more to be done. One that says "
        "there is not, or does not say, is not judged.",
        "A child in need plan, a protection plan or care meets it. One that ran already, and ran on "
        "after that day, meets it at once.",
        "The case being closed from that day on lapses the duty.",
        "Two assessments of one child authorised on one day are one.",
    ),
    helps="Make the plan with the family from what the assessment found: what is to change for the "
    "child, who helps, and when you look again.",
    cannot_see="Help begun without a plan, early help that took over, and families who said no.",
)
