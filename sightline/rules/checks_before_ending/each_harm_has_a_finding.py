"""Whether something was looked for, and found, on each kind of harm."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.check import MOMENT, Check
from sightline.rules.journey.plan_decisions import beside, of_the_plan

SEVERAL_KINDS = "MUL"


def with_harms(moments: ir.Table, protection_plans: ir.Table, plan_outcomes: ir.Table) -> ir.Table:
    """Beside each moment how many kinds of harm have an outcome agreed, and how many a finding."""
    outcomes = of_the_plan(plan_outcomes, "agreed", protection_plans)
    by_harm = outcomes.group_by(*MOMENT, "harm").agg(
        answered=(_.measure.notnull() & _.found.notnull()).any(), last_found=_.found_on.max()
    )
    at_the_start = protection_plans.filter(_.started == _.subject_day)
    category = at_the_start.group_by(*MOMENT).agg(category=_.initial_category.min())
    harms = beside(by_harm, category).group_by(*MOMENT)
    counted = harms.agg(
        harms=_.count(),
        answered=_.answered.cast("int64").sum(),
        last_found=_.last_found.max(),
        category_among=(_.harm == _.category).any().fill_null(False),
    )
    return beside(beside(moments, category), counted)


EACH_HARM_HAS_A_FINDING = Check(
    name="each_harm_has_a_finding",
    title="Each harm on the plan has an outcome, a measure and a dated finding",
    question="For each harm on the plan: what was to change, how would it be seen, and what was found?",
    asked_by="Sightline's own question; a council's own procedure comes first",
    themes=("plans_cp", "assessment_quality"),
    one_row_per="protection plan",
    judged=with_harms,
    met=(_.answered == _.harms)
    & (_.category_among | _.category.isnull() | (_.category == SEVERAL_KINDS)),
    evidence={
        "kinds of harm with an outcome": _.harms,
        "of these with measure and finding": _.answered,
        "last finding": _.last_found,
        "kind of harm at the start": _.category,
    },
    needs=(
        "plan_outcomes.agreed",
        "plan_outcomes.harm",
        "plan_outcomes.measure",
        "plan_outcomes.found",
    ),
    readings=(
        "The harms are the kinds for which an outcome was agreed in this plan. Each needs one outcome "
        "with a measure and a finding that was dated by the day asked.",
        "The kind of harm the plan started with has to be among them, unless it is several kinds.",
        "A plan without any outcome agreed gives no evidence.",
        "A finding that nothing changed is a finding: the check asks whether anybody looked.",
    ),
    helps="For each harm without a finding, ask who sees the child and can say what is different.",
    cannot_see="Whether the finding is right, and harms nobody wrote into the plan.",
)
