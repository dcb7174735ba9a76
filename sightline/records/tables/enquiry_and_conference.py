"""Strategy discussions, section 47 enquiries and initial child protection conferences."""

from sightline.records.table import DATE, TEXT, WHOLE_NUMBER, YES_NO, Column, Table

STRATEGY_DISCUSSIONS = Table(
    name="strategy_discussions",
    one_row_per="strategy discussion",
    meaning="Social care, police and health decide together whether to begin an enquiry.",
    key="strategy_discussion",
    happened="held",
    required=("child", "held"),
    columns=(
        Column("strategy_discussion", TEXT, "The source's id of the discussion."),
        Column("child", TEXT, "The child discussed.", refers_to="children"),
        Column("referral", TEXT, "The open referral it belongs to.", refers_to="referrals"),
        Column(
            "held",
            DATE,
            "The day it was held.",
            trap="The Standard Safeguarding Dataset holds only the enquiry's start.",
        ),
        Column("outcome", TEXT, "What was decided, such as an enquiry or no further action."),
        Column("police_attended", YES_NO, "Whether the police took part."),
        Column("health_attended", YES_NO, "Whether a health professional took part."),
        Column("other_agencies_attended", YES_NO, "Whether others who know the child took part."),
        Column("recorded_on", DATE, "The day its decisions were written up."),
        Column(
            "needed_since",
            DATE,
            "The day somebody first thought that the child may be suffering significant harm.",
        ),
    ),
)

ENQUIRIES = Table(
    name="enquiries",
    one_row_per="section 47 enquiry",
    meaning="The council asks whether a child is suffering, or likely to suffer, significant harm.",
    key="enquiry",
    happened="started",
    ends="ended",
    required=("child", "started"),
    columns=(
        Column("enquiry", TEXT, "The source's id of the enquiry.", ssd="S47E001A"),
        Column("child", TEXT, "The child enquired about.", ssd="S47E002A", refers_to="children"),
        Column("referral", TEXT, "The open referral.", ssd="S47E010A", refers_to="referrals"),
        Column(
            "started",
            DATE,
            "The day of the strategy discussion that began the enquiry.",
            trap="It may be a day nobody works.",
            ssd="S47E004A",
        ),
        Column("ended", DATE, "The day it was concluded; empty while it runs.", ssd="S47E005A"),
        Column(
            "no_further_action",
            YES_NO,
            "Yes where the enquiry ended with no conference needed.",
            trap="Flagged on some systems only on the outcome text.",
            ssd="S47E006A",
            known_by="ended",
        ),
        Column("outcome", TEXT, "What was found.", ssd="S47E007A", known_by="ended"),
        Column(
            "child_seen",
            YES_NO,
            "Whether the child was seen during the enquiry.",
            known_by="ended",
        ),
        Column("team", TEXT, "The team that concluded it.", ssd="S47E009A", known_by="ended"),
        Column(
            "worker",
            TEXT,
            "Who concluded it.",
            trap="Not always the social worker who holds the case.",
            ssd="S47E008A",
            known_by="ended",
            refers_to="workers",
        ),
        Column("seen_alone", YES_NO, "Whether the child was seen alone in it.", known_by="ended"),
    ),
)

INITIAL_CONFERENCES = Table(
    name="initial_conferences",
    one_row_per="child at an initial child protection conference",
    meaning="Family and professionals decide whether the child needs a child protection plan.",
    key="conference",
    happened="held",
    required=("child", "held"),
    columns=(
        Column("conference", TEXT, "The source's id of the conference.", ssd="ICPC001A"),
        Column("child", TEXT, "The child.", ssd="ICPC010A", refers_to="children"),
        Column("referral", TEXT, "The open referral.", ssd="ICPC012A", refers_to="referrals"),
        Column(
            "enquiry",
            TEXT,
            "The enquiry that led to it; empty for a transfer from another council.",
            trap="Empty in some sources: it then answers the latest enquiry before it.",
            ssd="ICPC002A",
            refers_to="enquiries",
        ),
        Column(
            "held",
            DATE,
            "The day it was held.",
            trap="Several children of a family are conferenced together: one row each.",
            ssd="ICPC005A",
        ),
        Column("plan_agreed", YES_NO, "Whether it agreed a plan.", ssd="ICPC013A"),
        Column(
            "transfer_in",
            YES_NO,
            "Yes where it took over a plan from another council.",
            ssd="ICPC003A",
        ),
        Column("quorate", YES_NO, "Whether enough agencies took part."),
        Column("meeting", TEXT, "The meeting, shared by brothers and sisters.", ssd="ICPC009A"),
        Column(
            "plan",
            TEXT,
            "The plan it agreed.",
            ssd="ICPC011A",
            refers_to="protection_plans",
        ),
        Column(
            "due",
            DATE,
            "The day by which it was to be held, as the source says.",
            ssd="ICPC004A",
            planned=True,
        ),
        Column("outcome", TEXT, "What else was decided.", ssd="ICPC006A"),
        Column("team", TEXT, "The team responsible then.", ssd="ICPC007A"),
        Column("worker", TEXT, "Who was responsible then.", ssd="ICPC008A", refers_to="workers"),
        Column("agencies_attended", WHOLE_NUMBER, "How many agencies took part."),
        Column("late_reason", TEXT, "Why it was late, where it was."),
        Column(
            "interim_safety_plan",
            YES_NO,
            "Whether it was agreed how the child is safe until a conference that is late.",
        ),
        Column(
            "move_notified", DATE, "The day this council was told of a child moving in on a plan."
        ),
        Column("report_shared", DATE, "The day the family had the social worker's report."),
    ),
)
