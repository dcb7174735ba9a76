"""School: attendance, missing education, education at home, and plans for children in care."""

from sightline.records.table import DATE, NUMBER, TEXT, WHOLE_NUMBER, YES_NO, Column, Table

SCHOOL_ATTENDANCE = Table(
    name="school_attendance",
    one_row_per="child's attendance over a stretch of time",
    meaning="How many half-days a child could have been at school, and how many they were.",
    key="attendance",
    happened="until",
    required=("child", "until"),
    columns=(
        Column("attendance", TEXT, "The record's id."),
        Column("child", TEXT, "The child.", refers_to="children"),
        Column("since", DATE, "First day of the stretch.", planned=True),
        Column("until", DATE, "Last day of the stretch."),
        Column("sessions_possible", WHOLE_NUMBER, "Half-days the school was open to the child."),
        Column(
            "sessions_attended",
            WHOLE_NUMBER,
            "Half-days the child was there.",
            trap="A child on a part-time timetable attends all of few half-days.",
        ),
        Column("sessions_unauthorised", WHOLE_NUMBER, "Half-days missed without leave."),
        Column("school", TEXT, "Which school."),
        Column("full_time", YES_NO, "Whether the child has a full timetable."),
    ),
)

MISSING_EDUCATION = Table(
    name="missing_education",
    one_row_per="time a child was missing education",
    meaning="A child of school age was on no school's roll and not taught elsewhere.",
    key="missing_education",
    happened="started",
    ends="ended",
    required=("child", "started"),
    columns=(
        Column("missing_education", TEXT, "The record's id."),
        Column("child", TEXT, "The child.", refers_to="children"),
        Column("started", DATE, "The day education stopped."),
        Column("notified", DATE, "The day the council was told."),
        Column("ended", DATE, "The day the child was at school again; empty while missing it."),
        Column("reason", TEXT, "Why."),
        Column("whereabouts_known", YES_NO, "Whether it is known where the child is."),
    ),
)

ELECTIVE_HOME_EDUCATION = Table(
    name="elective_home_education",
    one_row_per="time a child was educated at home by their parents' choice",
    meaning="Parents teach the child at home; a child with a plan is then seen by fewer people.",
    key="home_education",
    happened="started",
    ends="ended",
    required=("child", "started"),
    columns=(
        Column("home_education", TEXT, "The record's id."),
        Column("child", TEXT, "The child.", refers_to="children"),
        Column("started", DATE, "The day the child left the roll."),
        Column("notified", DATE, "The day the council was told."),
        Column("ended", DATE, "The day it ended; empty while it runs."),
        Column("reviewed", DATE, "The day the council last looked at the education."),
        Column("suitable", YES_NO, "Whether it was judged suitable.", known_by="reviewed"),
    ),
)

EXCLUSIONS = Table(
    name="exclusions",
    one_row_per="suspension or exclusion of a child",
    meaning="A school sent the child away, for some days or for good.",
    key="exclusion",
    happened="started",
    required=("child", "started"),
    columns=(
        Column("exclusion", TEXT, "The record's id."),
        Column("child", TEXT, "The child.", refers_to="children"),
        Column("started", DATE, "The first day."),
        Column("kind", TEXT, "For some days or for good.", codes="exclusion_kind"),
        Column("days", NUMBER, "School days away.", trap="Empty for one that is for good."),
        Column("reason", TEXT, "Why."),
    ),
)

PERSONAL_EDUCATION_PLANS = Table(
    name="personal_education_plans",
    one_row_per="personal education plan of a child in care",
    meaning="What school and carers do so that a child in care learns; made anew each term.",
    key="education_plan",
    happened="initiated",
    required=("child",),
    columns=(
        Column("education_plan", TEXT, "The record's id."),
        Column("child", TEXT, "The child.", refers_to="children"),
        Column("initiated", DATE, "The day work on it began."),
        Column("due", DATE, "The day by which it was due.", planned=True),
        Column("completed", DATE, "The day it was finished; empty while it is not."),
        Column("quality", TEXT, "How the virtual school judged it.", codes="plan_quality"),
        Column("child_attended", YES_NO, "Whether the child took part."),
    ),
)
