"""Whether the parents understand and accept what was wrong."""

from ibis import _

from sightline.engine.check import Check
from sightline.rules.journey.plan_decisions import HOW_THE_DECISION_IS_FOUND, beside_the_decision

PARENTS_ACCEPT_THE_CONCERN = Check(
    name="parents_accept_the_concern",
    title="Parents understand and accept what was wrong",
    question="Can the parents say in their own words what the worry was, and do they accept it?",
    asked_by="Newcastle's procedure on ending a plan",
    themes=("plans_cp", "step_down_closure"),
    one_row_per="protection plan",
    judged=beside_the_decision,
    met=_.parents_accept,
    evidence={"decided": _.decided, "parents accept": _.parents_accept},
    needs=("plan_endings.decided", "plan_endings.parents_accept"),
    readings=HOW_THE_DECISION_IS_FOUND,
    helps="Ask each parent, fathers too, what had to change and why, and write their words down.",
    cannot_see="Whether the words recorded are the parents' own, and whether both parents were asked.",
)
