"""Whether it is written what to do if the harm comes back."""

from ibis import _

from sightline.engine.check import Check
from sightline.rules.journey.plan_decisions import HOW_THE_DECISION_IS_FOUND, beside_the_decision

RELAPSE_PLAN_WRITTEN = Check(
    name="relapse_plan_written",
    title="A plan for what to do if it comes back",
    question="Is it written down what to do, and whom to call, if it comes back?",
    asked_by="Sightline's own question; a council's own procedure comes first",
    themes=("plans_cp", "step_down_closure"),
    one_row_per="protection plan",
    judged=beside_the_decision,
    met=_.relapse_plan,
    evidence={"decided": _.decided, "relapse plan": _.relapse_plan},
    needs=("plan_endings.decided", "plan_endings.relapse_plan"),
    readings=HOW_THE_DECISION_IS_FOUND,
    helps="Write with the family what the first signs would be, what they will do and whom they will call, and leave them a copy.",
    cannot_see="Whether the family has the plan and would use it.",
)
