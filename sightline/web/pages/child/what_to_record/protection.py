"""Protecting the child: discussions, core groups, plans, neglect, how safe people think the child is."""

from sightline.web.forms.fields import WORDS
from sightline.web.pages.child.what_to_record.to_record import Ask, OneRowEach, ToRecord

PART = "Protecting the child"

STRATEGY_DISCUSSION = ToRecord(
    table="strategy_discussions",
    title="Strategy discussion",
    part=PART,
    when="Social care, police and health decided together whether to begin an enquiry.",
    follows="It answers whether a discussion was held in time, and whether the police and health took part.",
    own=("outcome",),
    asks=(
        Ask("held", "Day it was held"),
        Ask("outcome", "What was decided for this child, and why?", "For example: enquiry by social care and police together; who sees the child, by when.", required=True, kind=WORDS),
        Ask("police_attended", "Did the police take part?", group="Who took part"),
        Ask("health_attended", "Did a health professional take part?"),
        Ask("other_agencies_attended", "Did others who know the child take part?", "Such as the school."),
        Ask("needed_since", "Day somebody first thought the child may be suffering significant harm", group="Where it belongs"),
        Ask("referral", "Which referral does it belong to?"),
    ),
)  # fmt: skip

CORE_GROUP = ToRecord(
    table="core_groups",
    title="Core group",
    part=PART,
    when="The people who carry out a protection plan met, or were to meet, and saw how far it is.",
    follows="It answers whether core groups are held in time.",
    own=("plan_reviewed",),
    asks=(
        Ask("plan", "Which plan?"),
        Ask("held", "Day it was held", "Leave it empty if it was planned and not held."),
        Ask("plan_reviewed", "Was this child's plan gone through, action by action?"),
        Ask("parents_attended", "Did a parent take part?", group="Who took part"),
        Ask("agencies_attended", "How many agencies took part?", "Count agencies, not people."),
        Ask("due", "Day by which it was to be held", group="When it was planned"),
    ),
)

PLAN_ACTION = ToRecord(
    table="plan_actions",
    title="Action of a plan",
    part=PART,
    when="Somebody is to do something for the child by a day. When it is done or no longer needed, correct it and give the day.",
    follows="An action with a day stands on the child's story under what comes next, until done or dropped.",
    not_asked={"plan": "names the source's own id of a plan, which changes overnight"},
    asks=(
        Ask("plan_kind", "In which kind of plan?", required=True),
        Ask("agreed", "Day it was agreed"),
        Ask("agency", "Whose action is it?"),
        Ask("due", "Day by which it is to be done"),
        Ask("done", "Day it was done", group="What became of it"),
        Ask("dropped", "Day it was decided that it is no longer needed"),
        Ask("dropped_reason", "Why it is no longer needed"),
    ),
)

PLAN_OUTCOME = ToRecord(
    table="plan_outcomes",
    title="What changed for the child",
    part=PART,
    when="What a protection plan was to change, how anybody would see it, and what was found.",
    follows="It is evidence when the end of the plan is considered.",
    asks=(
        Ask("plan", "Which plan?"),
        Ask("harm", "Which harm?", required=True),
        Ask("agreed", "Day the outcome was agreed", required=True),
        Ask("measure", "How would anybody see that it has changed?", "In words the family would use.", kind=WORDS),
        Ask("found_on", "Day somebody looked", group="What was found"),
        Ask("found", "What did they find?"),
    ),
)  # fmt: skip

NEGLECT = ToRecord(
    table="neglect_assessments",
    title="Neglect assessment",
    part=PART,
    when="Somebody graded how well the child is cared for. Only days, areas and grades are kept here, never the tool's own wording.",
    follows="It answers whether neglect was assessed by a tool, and shows grades side by side over time.",
    asks=(
        Ask("assessed", "Day it was finished"),
        Ask("area", "Which area of care?", required=True),
        Ask("grade", "Grade", "From 1, the best, to 5, the worst.", required=True),
        Ask("tool", "Name of the tool used", group="How it was done"),
        Ask("assessor_trained", "Was the assessor trained in the tool?"),
        Ask("worker", "Who assessed"),
        Ask("next_due", "Day it is to be repeated"),
    ),
    repeats=OneRowEach("area", "grade", "Grade", "The grade in each area, 1 the best and 5 the worst"),
)  # fmt: skip

SAFETY_SCALE = ToRecord(
    table="safety_scales",
    title="How safe, from 0 to 10",
    part=PART,
    when="One person said with a number how safe they think the child is. It is compared with what the same person said before, never averaged.",
    follows="It stands on the child's story beside what the same person said before.",
    own=("score", "reason"),
    asks=(
        Ask("scored", "Day of it"),
        Ask("scorer", "Whose view is it?", "For example: mother, grandfather, class teacher.", required=True),
        Ask("score", "Which number?", "From 0, the child cannot stay at home, to 10, nobody is worried.", required=True),
        Ask("reason", "Why that number?", "In their words.", kind=WORDS),
        Ask("agency", "For which agency they spoke, if any"),
    ),
)  # fmt: skip

ABOUT_PROTECTION = (
    STRATEGY_DISCUSSION,
    CORE_GROUP,
    PLAN_ACTION,
    PLAN_OUTCOME,
    NEGLECT,
    SAFETY_SCALE,
)
