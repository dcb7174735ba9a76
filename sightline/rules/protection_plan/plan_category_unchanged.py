"""A protection plan whose kind of harm stays as it was, though an assessment found another."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Evidence, Rule, Span
from sightline.records.codes import HARM_OF_FACTOR
from sightline.rules.journey.plans import plans_of, with_their_plan

SEVERAL = "MUL"


def harms_the_plan_does_not_name(
    protection_plans: ir.Table, review_conferences: ir.Table, assessment_factors: ir.Table
) -> ir.Table:
    """Kinds of harm first found while a plan ran, that the plan did not name by then."""
    found = _harms_found(protection_plans, assessment_factors)
    named = _harms_named(protection_plans, review_conferences)
    answers = (
        found.inner_join(named, ["child", "plan_started"])
        .filter((_.category == _.harm) | (_.category == SEVERAL))
        .group_by("child", "plan_started", "harm")
        .agg(named_from=_.named_from.min())
    )
    beside = found.left_join(answers, ["child", "plan_started", "harm"])
    return beside.filter((_.named_from > _.found).fill_null(True)).mutate(
        closes=ibis.least(_.named_from, _.plan_ended)
    )


def _harms_found(protection_plans: ir.Table, assessment_factors: ir.Table) -> ir.Table:
    """The first day each kind of harm was found while each plan ran."""
    harms = assessment_factors.mutate(
        harm=_.factor.cases(*HARM_OF_FACTOR.items(), else_=None)
    ).select("child", "found", "harm")
    return (
        harms.filter(_.harm.notnull())
        .inner_join(plans_of(protection_plans), "child")
        .filter(_.found >= _.plan_started, _.found < _.plan_runs_to)
        .group_by("child", "plan_started", "plan_ended", "harm")
        .agg(found=_.found.min())
    )


def _harms_named(protection_plans: ir.Table, review_conferences: ir.Table) -> ir.Table:
    """The kinds of harm each plan was for, from its start and from its reviews."""
    at_the_start = protection_plans.select(
        "child", "plan", day="started", category=_.initial_category.fill_null(SEVERAL)
    )
    at_reviews = review_conferences.select("child", "plan", "category", day="held")
    return with_their_plan(at_the_start.union(at_reviews), "day", protection_plans).select(
        "child", "plan_started", "category", named_from="day"
    )


PLAN_CATEGORY_UNCHANGED = Rule(
    name="plan_category_unchanged",
    title="Another kind of harm found, and the protection plan does not name it",
    question="Does the plan still name the right harm, now that an assessment has found another?",
    stage="protection plan",
    sources=("CPE-14",),
    themes=("plans_cp", "assessment_quality", "iro_cp_chairs"),
    one_row_per="harm found on a protection plan",
    subject_day=_.found,
    population=harms_the_plan_does_not_name,
    span=Span(opens=_.found, closes=_.closes),
    needs=(
        "protection_plans.started",
        "protection_plans.ended",
        "protection_plans.initial_category",
        "review_conferences.category",
        "assessment_factors.found",
        "assessment_factors.factor",
    ),
    counted_in="assessment_factors",
    evidence={
        "plan started": Evidence(value=_.plan_started),
        "harm found": Evidence(value=_.harm),
        "found on": Evidence(value=_.found),
        "plan names it from": Evidence(value=_.named_from),
        "plan ended": Evidence(value=_.plan_ended),
    },
    readings=(
        "Neglect, emotional, physical and sexual abuse, and sexual exploitation, each point to a kind "
        "of harm. Other factors, such as a parent's drinking, point to none.",
        "The concern opens on the day such a factor is first found while a plan runs that has not "
        "named that harm. It closes at the first review from which the plan names it, or when the "
        "plan ends.",
        "A plan for several kinds of harm names them all, and so does a plan whose kind is not "
        "recorded. Once a plan has named a harm, it is not asked again.",
        "Two kinds of harm found on one day are one concern, closed with the last of them.",
        "Overlapping plans of one child are one plan, from the earliest start to the latest end.",
    ),
    helps="Ask the chair at the next review whether the plan's kind of harm still fits, and whether "
    "its actions answer what the assessment found.",
    cannot_see="Whether the actions of the plan answer the harm under another name, and categories "
    "changed without a review.",
)
