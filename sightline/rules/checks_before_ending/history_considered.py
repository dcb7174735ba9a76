"""Whether earlier plans, and why they ended, were weighed."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.check import MOMENT, Check
from sightline.rules.journey.plan_decisions import (
    HOW_THE_DECISION_IS_FOUND,
    beside,
    beside_the_decision,
)


def with_earlier_plans(
    moments: ir.Table, plan_endings: ir.Table, protection_plans: ir.Table
) -> ir.Table:
    """Beside each moment the decision, and the child's plans that had ended before this one started."""
    earlier = protection_plans.filter(_.ended < _.subject_day)
    counted = earlier.group_by(*MOMENT).agg(earlier_plans=_.count(), last_ended=_.ended.max())
    return beside(beside_the_decision(moments, plan_endings, protection_plans), counted)


HISTORY_CONSIDERED = Check(
    name="history_considered",
    title="Earlier plans, and why each ended, were weighed",
    question="Were earlier plans, and why each of them ended, weighed?",
    asked_by="Sightline's own question; a council's own procedure comes first",
    themes=("plans_cp", "assessment_quality"),
    one_row_per="protection plan",
    judged=with_earlier_plans,
    met=_.history_considered,
    evidence={
        "decided": _.decided,
        "recorded as weighed": _.history_considered,
        "earlier plans on record": _.earlier_plans,
        "the last of them ended": _.last_ended,
    },
    needs=("plan_endings.decided", "plan_endings.history_considered"),
    readings=(
        *HOW_THE_DECISION_IS_FOUND,
        "No earlier plan on record is no answer by itself: the child may have had one elsewhere, or "
        "before the records begin.",
    ),
    helps="Read why each earlier plan ended and what came after, and say what is different this time.",
    cannot_see="Plans under another council, and plans older than the source holds.",
)
