"""The child's life: what went well, what mattered, family, school, and work with the child."""

from sightline.web.forms.fields import WORDS
from sightline.web.pages.child.what_to_record.to_record import Ask, ToRecord

PART = "The child's life"

WHAT_WENT_WELL = ToRecord(
    table="what_went_well",
    title="What went well",
    part=PART,
    when="A child's or parent's words, or good practice somebody saw. It takes a minute and stands on the child's story.",
    own=("words",),
    asks=(
        Ask("words", "What was said or seen?", "In the child's or parent's own words where you can.", kind=WORDS),
        Ask("whose_words", "Whose words are they?", "For example: the child's, mother's, seen by me."),
        Ask("happened", "Day it was said or seen"),
    ),
)  # fmt: skip

SIGNIFICANT_EVENT = ToRecord(
    table="significant_events",
    title="Event that matters",
    part=PART,
    when="Something that mattered in the child's life, good or bad, for the chronology. One line; not every contact.",
    follows="It stands in the child's chronology.",
    own=("impact_on_child",),
    asks=(
        Ask("happened", "Day it happened"),
        Ask("event", "What happened?", "In one line, as fact."),
        Ask("impact_on_child", "What did it mean for the child?", kind=WORDS),
        Ask("source", "Who told it, or where is it written?"),
        Ask("action_taken", "What was done?"),
    ),
)

DIRECT_WORK = ToRecord(
    table="direct_work",
    title="Direct work",
    part=PART,
    when="A worker and a child did something together so that the child could say how things are.",
    follows="It answers whether direct work is done with the child.",
    own=("childs_words",),
    asks=(
        Ask("done", "Day of it"),
        Ask("kind", "What did you do?", "Such as drawing, play or a walk."),
        Ask("childs_words", "Are the child's own words in the record?"),
        Ask("worker", "With whom"),
    ),
)

FAMILY_GROUP = ToRecord(
    table="family_group_decision_making",
    title="Family group decision-making",
    part=PART,
    when="The wider family was offered to make its own plan for the child, or it was decided not to offer it.",
    follows="It answers whether the family was offered to make its own plan.",
    own=("offered_to", "plan_agreed"),
    asks=(
        Ask("offered", "Day it was offered", group="The offer"),
        Ask("offered_to", "To whom?", "Parents, carers or the wider family."),
        Ask("answered", "Day they answered"),
        Ask("accepted", "Did they say yes?"),
        Ask("held", "Day the family met", group="The meeting"),
        Ask("plan_agreed", "Was the family's plan for this child agreed?"),
        Ask("coordinator", "Who brought the family together"),
        Ask("not_offered_on", "Day it was decided not to offer it", group="If it was not offered"),
        Ask("not_offered_reason", "Why not?"),
    ),
)

SCHOOL_ATTENDANCE = ToRecord(
    table="school_attendance",
    title="School attendance",
    part=PART,
    when="How many half-days the child could have been at school, and how many they were.",
    follows="It answers whether the child is at school, and is evidence when the end of a plan is considered.",
    asks=(
        Ask("since", "First day of the time"),
        Ask("until", "Last day of the time"),
        Ask("sessions_possible", "Half-days the school was open to the child", required=True),
        Ask("sessions_attended", "Half-days the child was there", required=True),
        Ask("sessions_unauthorised", "Half-days missed without leave"),
        Ask("school", "Which school?"),
        Ask("full_time", "Does the child have a full timetable?"),
    ),
)

ABOUT_THE_CHILDS_LIFE = (
    WHAT_WENT_WELL,
    SIGNIFICANT_EVENT,
    DIRECT_WORK,
    FAMILY_GROUP,
    SCHOOL_ATTENDANCE,
)
