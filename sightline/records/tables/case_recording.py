"""The record itself: summaries, chronologies, direct work and what the child says."""

from sightline.records.table import DATE, TEXT, YES_NO, Column, Table

CASE_SUMMARIES = Table(
    name="case_summaries",
    one_row_per="time a case summary was written or brought up to date",
    meaning="One page that lets a stranger on night duty know the child.",
    key="case_summary",
    happened="updated",
    required=("child", "updated"),
    columns=(
        Column("case_summary", TEXT, "The record's id."),
        Column("child", TEXT, "The child.", refers_to="children"),
        Column("updated", DATE, "The day it was brought up to date."),
        Column("worker", TEXT, "Who wrote it.", refers_to="workers"),
    ),
)

CHRONOLOGY_UPDATES = Table(
    name="chronology_updates",
    one_row_per="time a chronology was brought up to date",
    meaning="The events that mattered in the child's life, in order, with what they meant.",
    key="chronology_update",
    happened="updated",
    required=("child", "updated"),
    columns=(
        Column("chronology_update", TEXT, "The record's id."),
        Column("child", TEXT, "The child.", refers_to="children"),
        Column("updated", DATE, "The day it was brought up to date."),
        Column("impact_told", YES_NO, "Whether it says what events meant for the child."),
        Column("worker", TEXT, "Who wrote it.", refers_to="workers"),
    ),
)

PLAN_UPDATES = Table(
    name="plan_updates",
    one_row_per="time a child's written plan was brought up to date",
    meaning="The plan the family and the agencies hold was written, or written again.",
    key="plan_update",
    happened="updated",
    required=("child", "updated"),
    columns=(
        Column("plan_update", TEXT, "The record's id."),
        Column("child", TEXT, "The child.", refers_to="children"),
        Column("plan_kind", TEXT, "Which kind of plan.", codes="plan_kind"),
        Column("updated", DATE, "The day it was brought up to date."),
        Column("shared", DATE, "The day the family had it."),
        Column("worker", TEXT, "Who wrote it.", refers_to="workers"),
    ),
)

DIRECT_WORK = Table(
    name="direct_work",
    one_row_per="piece of direct work with a child",
    meaning="A worker and a child do something together so that the child can say how things are.",
    key="direct_work",
    happened="done",
    required=("child", "done"),
    columns=(
        Column("direct_work", TEXT, "The record's id."),
        Column("child", TEXT, "The child.", refers_to="children"),
        Column("done", DATE, "The day of it."),
        Column("kind", TEXT, "What they did, such as drawing, play or a walk."),
        Column("childs_words", YES_NO, "Whether the child's own words are in the record."),
        Column("recorded_on", DATE, "The day it was written up."),
        Column("worker", TEXT, "With whom.", refers_to="workers"),
    ),
)

VOICE_OF_THE_CHILD = Table(
    name="voice_of_the_child",
    one_row_per="set of answers a child gave",
    meaning="What the child says about the help they get.",
    key="childs_answers",
    happened="answered",
    required=("child",),
    columns=(
        Column("childs_answers", TEXT, "The source's id of the record.", ssd="VOCH007A"),
        Column("child", TEXT, "The child who answered.", ssd="VOCH001A", refers_to="children"),
        Column(
            "answered",
            DATE,
            "The day of the answers.",
            trap="The Dataset has no such day, so nothing can be told of the past.",
        ),
        Column(
            "worries_explained", YES_NO, "Somebody explained what they worry about.", ssd="VOCH002A"
        ),
        Column(
            "story_helped",
            YES_NO,
            "A story in words and pictures helped to understand.",
            ssd="VOCH003A",
        ),
        Column(
            "agrees_with_worker", YES_NO, "The child agrees with the worker's plan.", ssd="VOCH004A"
        ),
        Column(
            "plan_keeps_safe", YES_NO, "The child thinks the plan keeps them safe.", ssd="VOCH005A"
        ),
        Column(
            "drawing_helped",
            YES_NO,
            "Drawing or writing on a tablet helped to explain.",
            ssd="VOCH006A",
        ),
    ),
)
