"""Early help, and families asked to find their own way out."""

from sightline.records.table import DATE, TEXT, YES_NO, Column, Table

EARLY_HELP_EPISODES = Table(
    name="early_help_episodes",
    one_row_per="time a child had early help",
    meaning="Help for the family before, beside or after social care.",
    key="early_help",
    happened="started",
    ends="ended",
    required=("child", "started"),
    columns=(
        Column("early_help", TEXT, "The source's id of the episode.", ssd="EARL001A"),
        Column("child", TEXT, "The child.", ssd="EARL002A", refers_to="children"),
        Column("started", DATE, "The day it began.", ssd="EARL003A"),
        Column("ended", DATE, "The day it ended; empty while it runs.", ssd="EARL004A"),
        Column("reason", TEXT, "Why the family was helped.", ssd="EARL005A"),
        Column(
            "end_reason",
            TEXT,
            "Why help ended, such as needs met or passed to social care.",
            ssd="EARL006A",
            known_by="ended",
        ),
        Column(
            "organisation",
            TEXT,
            "Which organisation led.",
            trap="Help led by schools or charities is often not recorded at all.",
            ssd="EARL007A",
        ),
        Column("worker", TEXT, "Who led.", ssd="EARL008A", refers_to="workers"),
    ),
)

FAMILY_GROUP_DECISION_MAKING = Table(
    name="family_group_decision_making",
    one_row_per="time a family was, or was not, offered to make the plan itself",
    meaning="The wider family meets to make its own plan for the child.",
    key="family_group_decision",
    happened="offered",
    required=("child",),
    columns=(
        Column("family_group_decision", TEXT, "The record's id."),
        Column("child", TEXT, "The child.", refers_to="children"),
        Column("offered", DATE, "The day it was offered.", explained_by=("not_offered_on",)),
        Column("offered_to", TEXT, "To whom: parents, carers or the wider family."),
        Column("answered", DATE, "The day they answered."),
        Column("accepted", YES_NO, "Whether they said yes.", known_by="answered"),
        Column(
            "held",
            DATE,
            "The day the family met.",
            trap="An offer that was accepted is not a meeting that was held.",
        ),
        Column("plan_agreed", YES_NO, "Whether the family's plan was agreed.", known_by="held"),
        Column("not_offered_on", DATE, "The day it was decided not to offer it."),
        Column(
            "not_offered_reason",
            TEXT,
            "Why it was not offered.",
            known_by="not_offered_on",
        ),
        Column("coordinator", TEXT, "Who brought the family together.", refers_to="workers"),
    ),
)
