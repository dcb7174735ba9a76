"""Whether every agency was told."""

from ibis import _

from sightline.engine.check import Check
from sightline.rules.journey.plan_decisions import HOW_THE_DECISION_IS_FOUND, beside_the_decision

AGENCIES_TOLD = Check(
    name="agencies_told",
    title="Every agency was told that the plan ended",
    question="Was every agency that worked with the family told that the plan ended?",
    asked_by="Sightline's own question; a council's own procedure comes first",
    themes=("plans_cp", "partnership"),
    one_row_per="protection plan",
    judged=beside_the_decision,
    met=_.agencies_told,
    evidence={"decided": _.decided, "agencies told": _.agencies_told},
    needs=("plan_endings.decided", "plan_endings.agencies_told"),
    readings=HOW_THE_DECISION_IS_FOUND,
    helps="Write to the school, health visitor, doctor and police today, and say what help goes on.",
    cannot_see="Whether those told changed what they do.",
)
