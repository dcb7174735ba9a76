"""Assessments and the factors found in them."""

from sightline.records.table import DATE, TEXT, YES_NO, Column, Table

ASSESSMENTS = Table(
    name="assessments",
    one_row_per="assessment",
    meaning="A social worker finds out what life is like for the child and what should happen.",
    key="assessment",
    happened="started",
    required=("child", "started"),
    columns=(
        Column("assessment", TEXT, "The source's id of the assessment.", ssd="CINA001A"),
        Column("child", TEXT, "The child assessed.", ssd="CINA002A", refers_to="children"),
        Column(
            "referral",
            TEXT,
            "The referral it answers.",
            trap="Empty in some sources: the assessment then belongs to the referral open on its first day.",
            ssd="CINA010A",
            refers_to="referrals",
        ),
        Column(
            "started",
            DATE,
            "The day the assessment began.",
            trap="Some teams enter the day they first saw the family, others the day of the referral.",
            ssd="CINA003A",
        ),
        Column(
            "authorised",
            DATE,
            "The day a manager signed it off; empty while it runs.",
            trap="The published statistic counts from start to here; guidance counts from the referral.",
            ssd="CINA005A",
        ),
        Column(
            "child_seen",
            YES_NO,
            "Whether the child was seen during the assessment.",
            trap="Says nothing of when, or whether alone.",
            ssd="CINA004A",
            known_by="authorised",
        ),
        Column(
            "outcome",
            TEXT,
            "What was decided at the end.",
            ssd="CINA006A",
            known_by="authorised",
        ),
        Column("team", TEXT, "The team that assessed.", ssd="CINA007A"),
        Column("worker", TEXT, "Who assessed.", ssd="CINA008A", refers_to="workers"),
        Column(
            "no_further_action",
            YES_NO,
            "Yes where nothing more was to be done.",
            ssd="CINA009A",
            known_by="authorised",
        ),
        Column("kind", TEXT, "Which kind of assessment, where the council tells them apart."),
        Column("child_seen_on", DATE, "The day the child was first seen in it."),
        Column("manager_looked", DATE, "The day a manager looked at how far it was."),
        Column("cancelled", DATE, "The day it was given up unfinished."),
    ),
)

ASSESSMENT_FACTORS = Table(
    name="assessment_factors",
    one_row_per="factor found in an assessment",
    meaning="One concern identified at the end of an assessment, by the census code.",
    key="",
    happened="found",
    required=("child", "found", "factor"),
    columns=(
        Column("assessment", TEXT, "The assessment.", ssd="CINF001A", refers_to="assessments"),
        Column("child", TEXT, "The child assessed.", ssd="CINA002A", refers_to="children"),
        Column(
            "found",
            DATE,
            "The day it was found: when the assessment was authorised.",
            ssd="CINA005A",
        ),
        Column(
            "factor",
            TEXT,
            "The factor, such as 16A (neglect) or 3B (domestic abuse of a parent).",
            trap="Recorded at the end of an assessment only; 8A, 18A and 19A are retired.",
            ssd="CINF002A",
            codes="factor",
        ),
        Column("factors_record", TEXT, "The source's id of the set of factors.", ssd="CINF003A"),
    ),
)
