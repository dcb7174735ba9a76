"""What people record that no record table holds: words, and what only Sightline asks for.

Declared as the record tables are, with the meaning of every column. No rule reads these.
"""

from sightline.records.table import DATE, TEXT, YES_NO, Column, Table

CHILD = Column("child", TEXT, "The council's id of the child.", refers_to="children")

SIGNIFICANT_EVENTS = Table(
    name="significant_events",
    one_row_per="event that matters in a child's life",
    meaning="The chronology people build themselves, good times and protection included.",
    key="significant_event",
    happened="happened",
    required=("child", "happened", "event", "impact_on_child"),
    columns=(
        Column("significant_event", TEXT, "Names the row."),
        CHILD,
        Column("happened", DATE, "The day it happened."),
        Column("event", TEXT, "What happened, in one line."),
        Column("source", TEXT, "Who told it or where it is written."),
        Column("action_taken", TEXT, "What was done."),
        Column("impact_on_child", TEXT, "What it meant for the child."),
    ),
)

CHRONOLOGY_CHOICES = Table(
    name="chronology_choices",
    one_row_per="entry of the records that somebody put into a chronology or took out",
    meaning="Which entries of the records stand in the chronology people keep, and what they meant.",
    key="chronology_choice",
    happened="happened",
    required=("child", "happened", "of_table", "moment", "stands"),
    columns=(
        Column("chronology_choice", TEXT, "Names the row."),
        CHILD,
        Column("happened", DATE, "The day of the entry."),
        Column("of_table", TEXT, "The record table of its row, whose ids change overnight."),
        Column("moment", TEXT, "Which end of the row: begins or ends."),
        Column("stands", YES_NO, "Whether it stands in the chronology."),
        Column("impact_on_child", TEXT, "What it meant for the child."),
    ),
)

WHAT_WENT_WELL = Table(
    name="what_went_well",
    one_row_per="good thing said or seen",
    meaning="Children's and parents' words, and good practice seen.",
    key="good_thing",
    happened="happened",
    required=("child", "happened", "words"),
    columns=(
        Column("good_thing", TEXT, "Names the row."),
        CHILD,
        Column("happened", DATE, "The day it was said or seen."),
        Column("whose_words", TEXT, "The child's, a parent's, somebody else's."),
        Column("words", TEXT, "What was said or seen."),
    ),
)

PANEL_DECISIONS = Table(
    name="panel_decisions",
    one_row_per="child discussed at a panel",
    meaning="What a panel decided about a child whom a tracker follows.",
    key="panel_decision",
    happened="held",
    required=("child", "held", "panel", "decision", "reason"),
    columns=(
        Column("panel_decision", TEXT, "Names the row."),
        CHILD,
        Column("held", DATE, "The day the panel met."),
        Column("panel", TEXT, "Which panel."),
        Column("decision", TEXT, "What it decided."),
        Column("reason", TEXT, "Why."),
        Column("next_step", TEXT, "What follows."),
        Column("comes_back", DATE, "The day it looks again.", planned=True),
    ),
)

EMERGENCY_CONTACTS = Table(
    name="emergency_contacts",
    one_row_per="time somebody reached, or tried to reach, a child while offices are closed",
    meaning="Who saw or spoke to a child in an emergency, how, and what was decided.",
    key="emergency_contact",
    happened="contacted",
    required=("child", "contacted", "how"),
    columns=(
        Column("emergency_contact", TEXT, "Names the row."),
        CHILD,
        Column("contacted", DATE, "The day of it."),
        Column("how", TEXT, "Seen in person, by video, spoken to by phone, or not reached."),
        Column("decision", TEXT, "What was decided, and why."),
        Column("again_by", DATE, "The day by which somebody tries again.", planned=True),
    ),
)

WORDS_AT_AN_ENDING = Table(
    name="words_at_an_ending",
    one_row_per="protection plan whose end was decided",
    meaning="What parents and child said when a plan ended, who dissented, and what follows.",
    key="words",
    happened="decided",
    required=("child", "decided"),
    columns=(
        Column("words", TEXT, "Names the row."),
        CHILD,
        Column("decided", DATE, "The day the end was decided."),
        Column("decision", TEXT, "What was decided, and why, in the words of the conference."),
        Column("parents_view", TEXT, "The parents' view, in their words."),
        Column("childs_view", TEXT, "The child's view, in their words."),
        Column("dissent", TEXT, "Who did not agree, and why."),
        Column("step_down_lead", TEXT, "Who leads the help that follows."),
        Column("step_down_visits", TEXT, "Who visits from now on, and how often."),
        Column("what_follows", TEXT, "The step-down plan, in words."),
    ),
)

AGENCIES_WORDS_AT_AN_ENDING = Table(
    name="agencies_words_at_an_ending",
    one_row_per="agency's view of ending a plan",
    meaning="What one agency said in its own words; its vote is a row of decision_makers.",
    key="agency_words",
    happened="decided",
    required=("child", "decided", "agency", "words"),
    columns=(
        Column("agency_words", TEXT, "Names the row."),
        CHILD,
        Column("decided", DATE, "The day the end was decided."),
        Column("agency", TEXT, "The agency.", codes="agency"),
        Column("words", TEXT, "Its view."),
    ),
)

ANSWERS_AT_AN_ENDING = Table(
    name="answers_at_an_ending",
    one_row_per="check before ending a plan",
    meaning="What a check said when the end of a plan was recorded, and what people answered to it.",
    key="answer",
    happened="decided",
    required=("child", "decided", "check", "stood"),
    columns=(
        Column("answer", TEXT, "Names the row."),
        CHILD,
        Column("decided", DATE, "The day the end was decided."),
        Column("check", TEXT, "The check, by its name in the rule book."),
        Column("stood", TEXT, "What it said: met, not met or no evidence."),
        Column("evidence", TEXT, "What was behind it: names and values as JSON."),
        Column("words", TEXT, "The answer; empty where it was left open."),
    ),
)

OWN_TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        SIGNIFICANT_EVENTS,
        CHRONOLOGY_CHOICES,
        WHAT_WENT_WELL,
        PANEL_DECISIONS,
        EMERGENCY_CONTACTS,
        WORDS_AT_AN_ENDING,
        AGENCIES_WORDS_AT_AN_ENDING,
        ANSWERS_AT_AN_ENDING,
    )
}
"""Every such table by name."""
