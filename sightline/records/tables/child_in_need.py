"""Child in need plans and visits."""

from sightline.records.table import DATE, TEXT, YES_NO, Column, Table

CHILD_IN_NEED_PLANS = Table(
    name="child_in_need_plans",
    one_row_per="child in need plan",
    meaning="A plan of help agreed with the family, under section 17.",
    key="plan",
    happened="started",
    ends="ended",
    required=("child", "started"),
    columns=(
        Column("plan", TEXT, "The source's id of the plan.", ssd="CINP001A"),
        Column("child", TEXT, "The child.", ssd="CINP002A", refers_to="children"),
        Column("referral", TEXT, "The open referral.", ssd="CINP007A", refers_to="referrals"),
        Column("started", DATE, "The day the plan started.", ssd="CINP003A"),
        Column("ended", DATE, "The day it ended; empty while it runs.", ssd="CINP004A"),
        Column("team", TEXT, "The team that holds it.", ssd="CINP005A"),
        Column("worker", TEXT, "Who holds it.", ssd="CINP006A", refers_to="workers"),
        Column("end_reason", TEXT, "Why it ended.", known_by="ended"),
        Column("recorded_on", DATE, "The day the plan was written up."),
    ),
)

CHILD_IN_NEED_VISITS = Table(
    name="child_in_need_visits",
    one_row_per="visit to a child in need",
    meaning="A worker visits a child on a child in need plan.",
    key="visit",
    happened="visited",
    required=("child", "visited"),
    columns=(
        Column("visit", TEXT, "The source's id of the visit.", ssd="CINV001A"),
        Column("child", TEXT, "The child.", ssd="CINV007A", refers_to="children"),
        Column(
            "plan",
            TEXT,
            "The plan visited under.",
            trap="Mosaic gives only the plan and no child; the Dataset itself only the child.",
            refers_to="child_in_need_plans",
        ),
        Column("visited", DATE, "The day of the visit.", ssd="CINV003A"),
        Column("child_seen", YES_NO, "Whether the child was seen.", ssd="CINV004A"),
        Column("seen_alone", YES_NO, "Whether the child was seen alone.", ssd="CINV005A"),
        Column("worker", TEXT, "Who visited.", refers_to="workers"),
        Column("bedroom_seen", YES_NO, "Whether the bedroom was seen.", ssd="CINV006A"),
        Column("mode", TEXT, "In person, by video or only attempted.", codes="visit_mode"),
        Column("recorded_on", DATE, "The day it was written up."),
    ),
)

CHILD_IN_NEED_REVIEWS = Table(
    name="child_in_need_reviews",
    one_row_per="review of a child in need plan",
    meaning="Family and professionals ask whether the plan helps.",
    key="review",
    happened="held",
    required=("child",),
    columns=(
        Column("review", TEXT, "The record's id."),
        Column("child", TEXT, "The child.", refers_to="children"),
        Column("plan", TEXT, "The plan.", refers_to="child_in_need_plans"),
        Column("due", DATE, "The day by which it was due.", planned=True),
        Column("held", DATE, "The day it was held; empty where it was not."),
        Column("plan_continues", YES_NO, "Whether it kept the plan."),
        Column("family_attended", YES_NO, "Whether a parent or the child took part."),
        Column("recorded_on", DATE, "The day it was written up."),
    ),
)
