"""Who holds the case, who supervises them and what managers decided."""

from sightline.records.table import DATE, TEXT, YES_NO, Column, Table

ALLOCATIONS = Table(
    name="allocations",
    one_row_per="time a worker or team held a child's case in one role",
    meaning="Who was responsible for the child, in which role, from the first day to the last.",
    key="allocation",
    happened="started",
    ends="ended",
    required=("child", "started"),
    columns=(
        Column("allocation", TEXT, "The source's id of the allocation.", ssd="INVO005A"),
        Column("child", TEXT, "The child.", ssd="INVO011A", refers_to="children"),
        Column(
            "worker",
            TEXT,
            "The worker; empty where only a team holds the case.",
            trap="A team is not a worker.",
            ssd="INVO006A",
            refers_to="workers",
        ),
        Column(
            "team",
            TEXT,
            "The team that holds the case, or the worker's team.",
            trap="Some systems show the worker's team of today against past allocations.",
            ssd="INVO009A",
        ),
        Column(
            "role",
            TEXT,
            "In which role, by our own words: see the code list.",
            trap="Every system has its own role names: the source's door maps them.",
            ssd="INVO007A",
            codes="allocation_role",
        ),
        Column("started", DATE, "The first day.", ssd="INVO002A"),
        Column(
            "ended",
            DATE,
            "The last day, which is still a day with this worker; empty while it runs.",
            ssd="INVO003A",
        ),
        Column("change_reason", TEXT, "Why the worker changed.", ssd="INVO004A", known_by="ended"),
    ),
)

WORKERS = Table(
    name="workers",
    one_row_per="worker",
    meaning="Social workers, managers, reviewing officers and others who work with children.",
    key="worker",
    happened="",
    required=("worker",),
    columns=(
        Column(
            "worker",
            TEXT,
            "The council's id of the worker.",
            trap="Mosaic leaves it empty: its staff number (PROF010A) joins allocations instead.",
            ssd="PROF001A",
        ),
        Column("name", TEXT, "The worker's name.", ssd="PROF013A"),
        Column(
            "registration_number",
            TEXT,
            "Social Work England number.",
            trap="A family help lead may not be a social worker and has none.",
            ssd="PROF002A",
        ),
        Column(
            "job_title",
            TEXT,
            "What the council calls the post.",
            trap="Mosaic and Eclipse leave it empty.",
            ssd="PROF007A",
        ),
        Column(
            "team",
            TEXT,
            "The team the worker belongs to now.",
            trap="The Dataset has a department here, which may be wider than a team.",
            ssd="PROF012A",
        ),
        Column(
            "agency",
            YES_NO,
            "Yes for agency staff.",
            trap="SystemC leaves it empty.",
            ssd="PROF014A",
        ),
        Column(
            "full_time_equivalent",
            TEXT,
            "Share of full time, 0 to 1, as the source writes it.",
            trap="Eclipse leaves it empty. Empty is not full time.",
            ssd="PROF011A",
        ),
        Column("started", DATE, "First day in post."),
        Column("ended", DATE, "Last day in post."),
    ),
)

SUPERVISION = Table(
    name="supervision",
    one_row_per="child discussed in a supervision session",
    meaning="A manager and a worker talk a child's plan through and agree what moves it on.",
    key="supervision",
    happened="held",
    required=("child", "held"),
    columns=(
        Column("supervision", TEXT, "The record's id."),
        Column("child", TEXT, "The child discussed.", refers_to="children"),
        Column("held", DATE, "The day of the session."),
        Column("worker", TEXT, "The worker supervised.", refers_to="workers"),
        Column("supervisor", TEXT, "The manager.", refers_to="workers"),
    ),
)

MANAGEMENT_DECISIONS = Table(
    name="management_decisions",
    one_row_per="decision a manager made about a child",
    meaning="What a manager decided about a child, when and why.",
    key="management_decision",
    happened="made",
    required=("child", "made"),
    columns=(
        Column("management_decision", TEXT, "The record's id."),
        Column("child", TEXT, "The child.", refers_to="children"),
        Column("made", DATE, "The day it was made."),
        Column("worker", TEXT, "The manager who made it.", refers_to="workers"),
        Column("turning_point", TEXT, "What called for it: referral, enquiry, step down, closure."),
        Column("decision", TEXT, "What was decided."),
        Column("reason", TEXT, "Why."),
    ),
)
