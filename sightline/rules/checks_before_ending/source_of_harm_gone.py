"""Whether the source of harm has gone or contact with it is managed."""

from ibis import _

from sightline.engine.check import Check
from sightline.rules.journey.plan_decisions import HOW_THE_DECISION_IS_FOUND, beside_the_decision

SOURCE_OF_HARM_GONE = Check(
    name="source_of_harm_gone",
    title="The source of harm has gone, or contact is managed",
    question="Has whoever or whatever harmed the child gone, or is contact with it managed?",
    asked_by="Swindon's procedure on ending a plan",
    themes=("plans_cp", "step_down_closure"),
    one_row_per="protection plan",
    judged=beside_the_decision,
    met=_.harm_gone,
    evidence={"decided": _.decided, "harm gone or managed": _.harm_gone},
    needs=("plan_endings.decided", "plan_endings.harm_gone"),
    readings=HOW_THE_DECISION_IS_FOUND,
    helps="Name the source of harm for each kind on the plan, and write down what keeps the child from it.",
    cannot_see="Whether the person has come back since, and whether the family keeps to what was agreed.",
)
