"""Child protection plans, their review conferences and their visits."""

from sightline.records.table import DATE, TEXT, WHOLE_NUMBER, YES_NO, Column, Table

PROTECTION_PLANS = Table(
    name="protection_plans",
    one_row_per="child protection plan of one child",
    meaning="A child is on a child protection plan from the day it starts to the day it ends.",
    key="plan",
    happened="started",
    ends="ended",
    required=("child", "started"),
    columns=(
        Column("plan", TEXT, "The source's id of the plan.", ssd="CPPL001A"),
        Column("child", TEXT, "The child.", ssd="CPPL002A", refers_to="children"),
        Column("referral", TEXT, "The open referral.", ssd="CPPL007A", refers_to="referrals"),
        Column(
            "conference",
            TEXT,
            "The initial conference that agreed it.",
            ssd="CPPL008A",
            refers_to="initial_conferences",
        ),
        Column(
            "started",
            DATE,
            "The day the plan started here.",
            trap="A plan that came from another council starts the day it was taken over.",
            ssd="CPPL003A",
        ),
        Column(
            "ended",
            DATE,
            "The day the plan ended; empty while it runs.",
            trap="Overlapping plans of one child are a data fault.",
            ssd="CPPL004A",
        ),
        Column(
            "end_reason",
            TEXT,
            "Why it ended, as the conference or manager decided.",
            trap="The Standard Safeguarding Dataset has no such field. Read care, age and death beside it.",
            known_by="ended",
            codes="plan_end_reason",
        ),
        Column(
            "initial_category",
            TEXT,
            "Kind of harm at the start: NEG, PHY, SAB, EMO or MUL.",
            ssd="CPPL009A",
            codes="harm_category",
        ),
        Column(
            "latest_category",
            TEXT,
            "Kind of harm now.",
            trap="Overwritten at each conference; its own date is not kept, so it is known by the end.",
            ssd="CPPL010A",
            known_by="ended",
            codes="harm_category",
        ),
        Column(
            "transferred_in",
            YES_NO,
            "Yes where another council's plan was taken over.",
            trap=(
                "Taken from the plan's conference. The Dataset's own flag on the plan (CPPL011A) says "
                "that another council holds it, which is not a transfer."
            ),
            ssd="ICPC003A",
        ),
        Column(
            "held_by_other_council",
            YES_NO,
            "Yes where the plan is another council's and the child lives here.",
            trap="Mosaic and Eclipse leave it empty.",
            ssd="CPPL011A",
        ),
    ),
)

REVIEW_CONFERENCES = Table(
    name="review_conferences",
    one_row_per="child at a review child protection conference",
    meaning="Family and professionals look again: is the child safer, does the plan go on?",
    key="review",
    happened="held",
    required=("child", "held"),
    columns=(
        Column("review", TEXT, "The source's id of the review.", ssd="CPPR001A"),
        Column("child", TEXT, "The child.", ssd="CPPR008A", refers_to="children"),
        Column("plan", TEXT, "The plan reviewed.", ssd="CPPR002A", refers_to="protection_plans"),
        Column(
            "due",
            DATE,
            "The day by which it was to be held, as the source says.",
            ssd="CPPR003A",
            planned=True,
        ),
        Column(
            "held",
            DATE,
            "The day it was held.",
            trap="Empty for a review that is booked and has not been held.",
            ssd="CPPR004A",
        ),
        Column(
            "plan_continues",
            YES_NO,
            "Whether it kept the plan.",
            trap="The plan's own end is the word on whether it ended: the two may disagree.",
            ssd="CPPR005A",
        ),
        Column("quorate", YES_NO, "Whether enough agencies took part.", ssd="CPPR006A"),
        Column(
            "meeting",
            TEXT,
            "The meeting, shared by brothers and sisters.",
            trap="Mosaic has none.",
            ssd="CPPR009A",
        ),
        Column(
            "participation",
            TEXT,
            "How the child took part, PN0 to PN7.",
            trap="SystemC leaves it empty.",
            ssd="CPPR007A",
            codes="review_participation",
        ),
        Column("agencies_attended", WHOLE_NUMBER, "How many agencies took part."),
        Column("parents_attended", YES_NO, "Whether a parent took part."),
        Column("report_shared", DATE, "The day the family had the social worker's report."),
    ),
)

PROTECTION_VISITS = Table(
    name="protection_visits",
    one_row_per="visit to a child on a child protection plan",
    meaning="A social worker visits a child on a plan.",
    key="visit",
    happened="visited",
    required=("child", "visited"),
    columns=(
        Column("visit", TEXT, "The source's id of the visit.", ssd="CPPV007A"),
        Column("child", TEXT, "The child.", ssd="CPPV008A", refers_to="children"),
        Column(
            "plan",
            TEXT,
            "The plan visited under.",
            trap="Some systems give only the plan, others only the child: one of them finds the other.",
            ssd="CPPV001A",
            refers_to="protection_plans",
        ),
        Column("visited", DATE, "The day of the visit.", ssd="CPPV003A"),
        Column(
            "child_seen",
            YES_NO,
            "Whether the child was seen.",
            trap="A visit at which the child was not seen counts for nothing here.",
            ssd="CPPV004A",
        ),
        Column(
            "seen_alone",
            YES_NO,
            "Whether the child was seen alone.",
            trap="A baby cannot be seen alone in the same sense: some systems say no, others nothing.",
            ssd="CPPV005A",
        ),
        Column("bedroom_seen", YES_NO, "Whether the bedroom was seen.", ssd="CPPV006A"),
        Column("worker", TEXT, "Who visited.", refers_to="workers"),
        Column("mode", TEXT, "In person, by video or only attempted.", codes="visit_mode"),
        Column("recorded_on", DATE, "The day it was written up."),
    ),
)
