"""What agencies do together on a plan: core groups, who decided, actions, and what changed."""

from sightline.records.table import DATE, TEXT, WHOLE_NUMBER, YES_NO, Column, Table

CORE_GROUPS = Table(
    name="core_groups",
    one_row_per="child at a core group",
    meaning="The people who carry out a protection plan meet and see how far it is.",
    key="core_group",
    happened="held",
    required=("child",),
    columns=(
        Column("core_group", TEXT, "The record's id."),
        Column("child", TEXT, "The child.", refers_to="children"),
        Column("plan", TEXT, "The protection plan.", refers_to="protection_plans"),
        Column("due", DATE, "The day by which it was to be held.", planned=True),
        Column("held", DATE, "The day it was held; empty where it was not."),
        Column("parents_attended", YES_NO, "Whether a parent took part."),
        Column("agencies_attended", WHOLE_NUMBER, "How many agencies took part."),
        Column("plan_reviewed", YES_NO, "Whether the plan was gone through, action by action."),
        Column("recorded_on", DATE, "The day it was written up."),
    ),
)

DECISION_MAKERS = Table(
    name="decision_makers",
    one_row_per="agency or person who had a say in one decision about a child",
    meaning="Who took part in a decision, for which agency, and what they thought.",
    key="decision_maker",
    happened="held",
    required=("child", "held"),
    columns=(
        Column("decision_maker", TEXT, "The record's id."),
        Column("child", TEXT, "The child.", refers_to="children"),
        Column("meeting_kind", TEXT, "What kind of meeting or decision.", codes="meeting_kind"),
        Column(
            "meeting",
            TEXT,
            "The source's id of that meeting.",
            trap="Which table it leads to depends on the kind of meeting.",
        ),
        Column("held", DATE, "The day of the decision."),
        Column("agency", TEXT, "For which agency they spoke.", codes="agency"),
        Column("role", TEXT, "Their work, in words."),
        Column("attended", YES_NO, "Whether they were there."),
        Column("knows_the_child", YES_NO, "Whether they work with the child or family themselves."),
        Column("view", TEXT, "Whether they agreed.", codes="view_of_decision"),
    ),
)

PLAN_ACTIONS = Table(
    name="plan_actions",
    one_row_per="action agreed in a plan",
    meaning="Who was to do what for the child, by when, and whether it was done.",
    key="plan_action",
    happened="agreed",
    required=("child", "agreed"),
    columns=(
        Column("plan_action", TEXT, "The record's id."),
        Column("child", TEXT, "The child.", refers_to="children"),
        Column("plan_kind", TEXT, "In which kind of plan.", codes="plan_kind"),
        Column(
            "plan",
            TEXT,
            "The source's id of that plan.",
            trap="Which table it leads to depends on the kind of plan.",
        ),
        Column("agreed", DATE, "The day it was agreed."),
        Column("due", DATE, "The day by which it was to be done.", planned=True),
        Column("done", DATE, "The day it was done.", explained_by=("dropped",)),
        Column("dropped", DATE, "The day it was decided that it is no longer needed."),
        Column("dropped_reason", TEXT, "Why it is no longer needed.", known_by="dropped"),
        Column("agency", TEXT, "Whose action it is.", codes="agency"),
    ),
)

PLAN_OUTCOMES = Table(
    name="plan_outcomes",
    one_row_per="finding on one harm that a protection plan answers",
    meaning="What was to change for the child, how that would be seen, and what was found.",
    key="plan_outcome",
    happened="agreed",
    required=("child",),
    columns=(
        Column("plan_outcome", TEXT, "The record's id."),
        Column("child", TEXT, "The child.", refers_to="children"),
        Column("plan", TEXT, "The protection plan.", refers_to="protection_plans"),
        Column("harm", TEXT, "The kind of harm.", codes="harm_category"),
        Column("agreed", DATE, "The day the outcome was agreed."),
        Column("measure", TEXT, "How anybody would see that it has changed."),
        Column("found_on", DATE, "The day somebody looked."),
        Column("found", TEXT, "What they found.", known_by="found_on", codes="finding_of_change"),
    ),
)

SAFETY_SCALES = Table(
    name="safety_scales",
    one_row_per="person's number for how safe a child is",
    meaning="Somebody says with a number how safe they think the child is, and why.",
    key="safety_scale",
    happened="scored",
    required=("child", "scored"),
    columns=(
        Column("safety_scale", TEXT, "The record's id."),
        Column("child", TEXT, "The child.", refers_to="children"),
        Column("scored", DATE, "The day of it."),
        Column(
            "score",
            WHOLE_NUMBER,
            "From 0, cannot stay at home, to 10, nobody is worried.",
            trap="One person's view: compare a person with themselves, never average over people.",
        ),
        Column("scorer", TEXT, "Whose view: mother, school, social worker."),
        Column("agency", TEXT, "For which agency they spoke, if any.", codes="agency"),
        Column("reason", TEXT, "Why that number."),
    ),
)
