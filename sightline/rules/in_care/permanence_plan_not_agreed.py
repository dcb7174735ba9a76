"""A plan for where a child in care is to grow up, by the second review."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.periods_of_care import first_done_in_care, periods_of_care
from sightline.rules.journey.permanence import permanence_agreed


def entries_with_permanence_plan(
    care_episodes: ir.Table, care_plans: ir.Table, care_reviews: ir.Table
) -> ir.Table:
    """Every period of care whose beginning the records hold, with the first plan for permanence."""
    begun_here = periods_of_care(care_episodes).filter(_.care_entered.notnull())
    agreed = permanence_agreed(care_plans, care_reviews)
    return first_done_in_care(agreed, begun_here, into="plan_agreed")


PERMANENCE_PLAN_NOT_AGREED = Rule(
    name="permanence_plan_not_agreed",
    title="No plan for permanence four months into care",
    question="Has it been decided where the child is to grow up?",
    stage="in care",
    sources=("PER-01",),
    themes=("permanence", "iro_cp_chairs"),
    one_row_per="entry to care",
    subject_day=_.care_started,
    population=entries_with_permanence_plan,
    clock=Clock(starts=_.care_started, limit="PER-01", met=_.plan_agreed, lapses=_.care_ended),
    needs=(
        "care_episodes.started",
        "care_episodes.ended",
        "care_plans.started",
        "care_plans.permanence_plan",
    ),
    counted_in="care_episodes",
    evidence={
        "entered care": Evidence(value=_.care_started),
        "plan for permanence agreed": Evidence(value=_.plan_agreed),
        "care ended": Evidence(value=_.care_ended),
    },
    readings=(
        "The guidance says by the second review, which is due about four months after entry. The day "
        "of entry is day 0 and the due day itself is in time.",
        "A plan counts from the day of the care plan that says where the child is to grow up, or of a "
        "review at whose end such a plan stood. A plan to go home within six months counts; home "
        'one day, or "another plan" alone, does not.',
        "Where the records begin in the middle of a period of care, its first plan is not asked about.",
        "The end of care lapses the duty.",
    ),
    helps="Ask the reviewing officer and the legal adviser what stands in the way, and plan for a "
    "second way as well as the first.",
    cannot_see="Whether the plan is being carried out, and a plan for permanence held as a document "
    "that nobody entered.",
)
