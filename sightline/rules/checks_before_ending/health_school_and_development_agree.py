"""Whether health, attendance and development say the same as the reports."""

from ibis import _

from sightline.engine.check import Check
from sightline.rules.journey.plan_decisions import HOW_THE_DECISION_IS_FOUND, beside_the_decision

HEALTH_SCHOOL_AND_DEVELOPMENT_AGREE = Check(
    name="health_school_and_development_agree",
    title="Health, attendance and development say the same",
    question="Do health, attendance at school and development show the same change as the reports?",
    asked_by="Sightline's own question; a council's own procedure comes first",
    themes=("plans_cp", "assessment_quality"),
    one_row_per="protection plan",
    judged=beside_the_decision,
    met=_.data_agree,
    evidence={"decided": _.decided, "data agree": _.data_agree},
    needs=("plan_endings.decided", "plan_endings.data_agree"),
    readings=HOW_THE_DECISION_IS_FOUND,
    helps="Ask for the school's attendance, the health visitor's or nurse's view and the latest development check before the conference.",
    cannot_see="The figures themselves: it shows only that somebody compared them.",
)
