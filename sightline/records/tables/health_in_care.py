"""Health and wellbeing of children in care, and offences."""

from sightline.records.table import DATE, TEXT, WHOLE_NUMBER, YES_NO, Column, Table

HEALTH_CHECKS = Table(
    name="health_checks",
    one_row_per="health check of a child in care",
    meaning="A health assessment, dental check or other look at the child's health.",
    key="health_check",
    happened="checked",
    required=("child",),
    columns=(
        Column("health_check", TEXT, "The source's id of the check.", ssd="CLAH001A"),
        Column("child", TEXT, "The child.", ssd="CLAH002A", refers_to="children"),
        Column("kind", TEXT, "Which check.", ssd="CLAH003A", codes="health_check_kind"),
        Column(
            "checked",
            DATE,
            "The day of the check.",
            trap="A check that is only planned, or was refused, carries a day too: read the status.",
            ssd="CLAH004A",
        ),
        Column(
            "status", TEXT, "Whether it took place.", ssd="CLAH005A", codes="health_check_status"
        ),
        Column("requested", DATE, "The day the health service was asked for it."),
        Column("report_received", DATE, "The day the report came."),
    ),
)

IMMUNISATIONS = Table(
    name="immunisations",
    one_row_per="child in care",
    meaning="Whether the child's immunisations are up to date.",
    key="",
    happened="as_of",
    required=("child",),
    columns=(
        Column("child", TEXT, "The child.", ssd="CLAI002A", refers_to="children"),
        Column("up_to_date", YES_NO, "Whether they are up to date.", ssd="CLAI004A"),
        Column(
            "as_of",
            DATE,
            "The day this was last known.",
            trap="Only the latest is kept: the past cannot be told. Mosaic leaves it empty.",
            ssd="CLAI005A",
        ),
    ),
)

SUBSTANCE_MISUSE = Table(
    name="substance_misuse",
    one_row_per="record that a child in care misused a substance",
    meaning="A child in care was found to misuse alcohol or drugs, and what help was given.",
    key="substance_misuse",
    happened="found",
    required=("child",),
    columns=(
        Column("substance_misuse", TEXT, "The source's id of the record.", ssd="CLAS001A"),
        Column("child", TEXT, "The child.", ssd="CLAS002A", refers_to="children"),
        Column("found", DATE, "The day it was recorded.", ssd="CLAS003A"),
        Column("substance", TEXT, "Which substance.", ssd="CLAS004A"),
        Column("helped", YES_NO, "Whether the child had help for it.", ssd="CLAS005A"),
    ),
)

STRENGTHS_AND_DIFFICULTIES = Table(
    name="strengths_and_difficulties",
    one_row_per="strengths and difficulties questionnaire of a child in care",
    meaning="A carer's answers about how the child is, as one number.",
    key="questionnaire",
    happened="completed",
    required=("child",),
    columns=(
        Column("questionnaire", TEXT, "The source's id of the record.", ssd="CSDQ001A"),
        Column("child", TEXT, "The child.", ssd="CSDQ002A", refers_to="children"),
        Column("completed", DATE, "The day it was filled in.", ssd="CSDQ003A"),
        Column(
            "score",
            WHOLE_NUMBER,
            "Total of difficulties, 0 to 40; 17 and more is a cause for concern.",
            trap="A carer's view on one day. It is no diagnosis.",
            ssd="CSDQ005A",
            explained_by=("no_score_reason",),
        ),
        Column(
            "no_score_reason",
            TEXT,
            "Why there is no score.",
            trap="SystemC leaves it empty.",
            ssd="CSDQ004A",
            codes="no_score_reason",
        ),
    ),
)

EMOTIONAL_WELLBEING = Table(
    name="emotional_wellbeing",
    one_row_per="referral of a child to a service for emotional wellbeing",
    meaning="A child was referred for help with how they feel, and waited for it.",
    key="wellbeing_referral",
    happened="referred",
    required=("child", "referred"),
    columns=(
        Column("wellbeing_referral", TEXT, "The record's id."),
        Column("child", TEXT, "The child.", refers_to="children"),
        Column("referred", DATE, "The day of the referral."),
        Column("service", TEXT, "Which service."),
        Column("answered", DATE, "The day the service answered."),
        Column("accepted", YES_NO, "Whether it took the child on.", known_by="answered"),
        Column("refusal_reason", TEXT, "Why not.", known_by="answered"),
        Column("first_seen", DATE, "The day of the first appointment kept."),
        Column("ended", DATE, "The day the help ended."),
    ),
)

CONVICTIONS = Table(
    name="convictions",
    one_row_per="offence of which a child in care was convicted",
    meaning="A child in care was convicted, or given a final warning or reprimand.",
    key="conviction",
    happened="offended",
    required=("child",),
    columns=(
        Column("conviction", TEXT, "The source's id of the record.", ssd="CLAC001A"),
        Column("child", TEXT, "The child.", ssd="CLAC002A", refers_to="children"),
        Column(
            "offended",
            DATE,
            "The day of the offence.",
            trap="The day of the conviction is not kept: what is known of the past is told too early.",
            ssd="CLAC003A",
        ),
        Column("offence", TEXT, "What it was, in words.", ssd="CLAC004A"),
    ),
)
