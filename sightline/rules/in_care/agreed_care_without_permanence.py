"""Long care by the parents' agreement, with nothing decided."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.records.codes_in_care import BY_AGREEMENT
from sightline.rules.journey.days import day_after
from sightline.rules.journey.periods_of_care import times_under
from sightline.rules.journey.permanence import permanence_agreed


def long_agreed_care(
    care_episodes: ir.Table, care_plans: ir.Table, care_reviews: ir.Table, clocks: Clocks
) -> ir.Table:
    """Every unbroken time in care by agreement that ran past the limit with no plan for permanence."""
    times = clocks.after(
        times_under(care_episodes, BY_AGREEMENT), day="since", standard="CLA-34", into="last_day"
    )
    first = (
        times.inner_join(permanence_agreed(care_plans, care_reviews), "child")
        .filter(_.day.between(_.since, _.runs_to))
        .group_by("child", "since")
        .agg(plan_agreed=_.day.min())
    )
    with_plan = times.left_join(first, ["child", "since"])
    judged = with_plan.mutate(
        opens=day_after(_.last_day), closes=ibis.least(_.until, _.plan_agreed)
    )
    return judged.filter((_.closes > _.opens).fill_null(True))


AGREED_CARE_WITHOUT_PERMANENCE = Rule(
    name="agreed_care_without_permanence",
    title="A year in care by agreement with no plan for permanence",
    question="Has the child been in care by agreement for long, with nobody deciding what comes next?",
    stage="in care",
    sources=("CLA-34",),
    themes=("entry_to_care", "permanence"),
    one_row_per="care by agreement",
    subject_day=_.since,
    population=long_agreed_care,
    span=Span(opens=_.opens, closes=_.closes),
    needs=(
        "care_episodes.started",
        "care_episodes.ended",
        "care_episodes.legal_status",
        "care_plans.started",
        "care_plans.permanence_plan",
    ),
    counted_in="care_episodes",
    evidence={
        "in care by agreement since": Evidence(value=_.since),
        "plan for permanence agreed": Evidence(value=_.plan_agreed),
        "care by agreement ended": Evidence(value=_.until),
    },
    readings=(
        "The concern opens the day after the child has been in care under section 20 for the "
        "council's limit, a year without one, in one unbroken time, with no plan for permanence "
        "agreed since it began. Months end where the month does.",
        "A plan counts from the day of the care plan that says where the child is to grow up, or of a "
        'review at whose end such a plan stood. Home one day, or "another plan" alone, does not.',
        "It closes when such a plan is agreed, or when care by agreement ends, also where a court "
        "order takes its place.",
    ),
    helps="Take the child to a legal planning meeting: is agreement still right, do the parents still "
    "agree, and what would make this home, or another, the child's for good?",
    cannot_see="Children for whom agreement is right for years, such as some who are unaccompanied or "
    "disabled, and a plan held as a document that nobody entered.",
)
