"""Whether the kind of harm on the plan was still the right one."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.check import MOMENT, Check
from sightline.rules.journey.plan_decisions import (
    HOW_THE_DECISION_IS_FOUND,
    beside,
    beside_the_decision,
)


def with_category(
    moments: ir.Table, plan_endings: ir.Table, protection_plans: ir.Table
) -> ir.Table:
    """Beside each moment the decision, and the kind of harm the plan started with."""
    at_the_start = protection_plans.filter(_.started == _.subject_day)
    category = at_the_start.group_by(*MOMENT).agg(category=_.initial_category.min())
    return beside(beside_the_decision(moments, plan_endings, protection_plans), category)


CATEGORY_STILL_FITS = Check(
    name="category_still_fits",
    title="The plan's kind of harm still fits",
    question="Does the kind of harm on the plan still fit what is known of the child's life?",
    asked_by="Sightline's own question; a council's own procedure comes first",
    themes=("plans_cp", "assessment_quality"),
    one_row_per="protection plan",
    judged=with_category,
    met=_.category_fits,
    evidence={
        "decided": _.decided,
        "recorded as fitting": _.category_fits,
        "kind of harm at the start": _.category,
    },
    needs=("plan_endings.decided", "plan_endings.category_fits"),
    readings=HOW_THE_DECISION_IS_FOUND,
    helps="If another harm has come to light, ask whether the plan ever worked on it.",
    cannot_see="Harms that nobody has named yet.",
)
