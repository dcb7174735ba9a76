"""Whether brothers and sisters were each thought of."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.check import MOMENT, Check
from sightline.rules.journey.plan_decisions import (
    HOW_THE_DECISION_IS_FOUND,
    beside,
    beside_the_decision,
)


def with_siblings(
    moments: ir.Table, plan_endings: ir.Table, protection_plans: ir.Table, family_members: ir.Table
) -> ir.Table:
    """Beside each moment the decision, and how many other children the family has by the records."""
    families = family_members.select("child", "family").distinct()
    others = families.select("family", sibling="child")
    together = moments.inner_join(families, "child").inner_join(others, "family")
    siblings = together.filter(_.sibling != _.child).group_by(*MOMENT)
    counted = siblings.agg(siblings=_.sibling.nunique())
    return beside(beside_the_decision(moments, plan_endings, protection_plans), counted)


SIBLINGS_CONSIDERED = Check(
    name="siblings_considered",
    title="Brothers and sisters considered one by one",
    question="Was each brother and sister thought of by name?",
    asked_by="Sightline's own question; a council's own procedure comes first",
    themes=("plans_cp", "step_down_closure"),
    one_row_per="protection plan",
    judged=with_siblings,
    met=_.siblings_considered,
    evidence={
        "decided": _.decided,
        "recorded as considered": _.siblings_considered,
        "other children of the family on record": _.siblings,
    },
    needs=("plan_endings.decided", "plan_endings.siblings_considered"),
    readings=(
        *HOW_THE_DECISION_IS_FOUND,
        "A family is what the source calls one; nothing is matched here.",
    ),
    helps="Go through the children one by one: what is life like for this one, and is it safe to end "
    "this one's plan?",
    cannot_see="Brothers and sisters whom the source does not count to the family. Children adopted out "
    "of it are never looked for.",
)
