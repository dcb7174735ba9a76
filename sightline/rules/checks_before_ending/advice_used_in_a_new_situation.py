"""Whether parents used advice when something new came up."""

from ibis import _

from sightline.engine.check import Check
from sightline.rules.journey.plan_decisions import HOW_THE_DECISION_IS_FOUND, beside_the_decision

ADVICE_USED_IN_A_NEW_SITUATION = Check(
    name="advice_used_in_a_new_situation",
    title="Parents used advice when something new came up",
    question="Have the parents used what they learned when something new came up?",
    asked_by="Newcastle's procedure on ending a plan",
    themes=("plans_cp", "step_down_closure"),
    one_row_per="protection plan",
    judged=beside_the_decision,
    met=_.advice_used_anew,
    evidence={"decided": _.decided, "advice used": _.advice_used_anew},
    needs=("plan_endings.decided", "plan_endings.advice_used_anew"),
    readings=HOW_THE_DECISION_IS_FOUND,
    helps="Look for one thing that went wrong since the last review, and what the parents did then.",
    cannot_see="What the new situation was, and whether it was as hard as the one that led to the plan.",
)
