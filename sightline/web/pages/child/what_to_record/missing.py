"""Going missing, exploitation and warnings: what is recorded and in which words."""

from sightline.web.pages.child.what_to_record.to_record import Ask, ToRecord

PART = "Missing, exploitation and warnings"

RETURN_INTERVIEW = ToRecord(
    table="return_interviews",
    title="Return interview",
    part=PART,
    when="Somebody independent talked, or offered to talk, with the child after they came back.",
    follows="An interview held, or declined, answers the duty to hold one within 72 hours.",
    asks=(
        Ask("missing_episode", "Which time missing does it follow?", required=True),
        Ask("held", "Day it was held", "Leave it empty if it was not held."),
        Ask("independent", "Was the interviewer independent of the child's care?"),
        Ask("declined", "Day the child declined it", group="If it was offered and not held"),
        Ask("offered", "Day it was offered"),
        Ask("agency", "For whom the interviewer works", group="Who held it"),
        Ask("worker", "Interviewer's name"),
    ),
)

EXPLOITATION = ToRecord(
    table="exploitation_assessments",
    title="Exploitation assessment",
    part=PART,
    when="Somebody judged whether the child is used by others. Only the day, the kind and the level are kept here, never the tool's own wording.",
    follows="It answers the question whether signs of exploitation were looked into.",
    asks=(
        Ask("assessed", "Day it was finished"),
        Ask("kind", "What kind of exploitation?", required=True),
        Ask("level", "How worried is the assessor?", "A person's judgement: nothing here works it out.", required=True),
        Ask("tool", "Name of the tool used"),
        Ask("worker", "Who assessed"),
        Ask("next_due", "Day it is to be looked at again", group="What follows"),
        Ask("panel_held", "Day agencies went through it together"),
    ),
)  # fmt: skip

RISK_ALERT = ToRecord(
    table="risk_alerts",
    title="Warning on the record",
    part=PART,
    when="A warning that whoever opens the record should see, such as a danger to visitors. Take it off when it no longer holds: correct it and give the day.",
    follows="It stands at the top of the child's story until it is taken off.",
    own=("kind",),
    asks=(
        Ask("kind", "What does it warn of?", required=True),
        Ask("raised", "Day it was put on"),
        Ask("agency", "Which agency raised it?"),
        Ask("worker", "Who put it on"),
        Ask("ended", "Day it was taken off", "Leave it empty while the warning stands."),
    ),
)

ABOUT_MISSING = (RETURN_INTERVIEW, EXPLOITATION, RISK_ALERT)
