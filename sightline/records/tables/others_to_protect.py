"""Private fostering, allegations against people who work with children, and advocacy."""

from sightline.records.table import DATE, TEXT, YES_NO, Column, Table

PRIVATE_FOSTERING_ARRANGEMENTS = Table(
    name="private_fostering_arrangements",
    one_row_per="private fostering arrangement",
    meaning="A child under 16 lives with somebody who is not close family for 28 days or more.",
    key="arrangement",
    happened="notified",
    ends="ended",
    required=("child",),
    columns=(
        Column("arrangement", TEXT, "The record's id."),
        Column("child", TEXT, "The child.", refers_to="children"),
        Column("notified", DATE, "The day the council was told."),
        Column(
            "started",
            DATE,
            "The day the arrangement began.",
            trap="Often long before the council was told.",
        ),
        Column("kind", TEXT, "Which kind, by the census code 8B to 8F.", codes="factor"),
        Column("assessed", DATE, "The day the arrangement was judged suitable or not."),
        Column("suitable", YES_NO, "Whether it was judged suitable.", known_by="assessed"),
        Column("ended", DATE, "The day it ended; empty while it runs."),
        Column("worker", TEXT, "Who is responsible.", refers_to="workers"),
    ),
)

PRIVATE_FOSTERING_VISITS = Table(
    name="private_fostering_visits",
    one_row_per="visit to a privately fostered child",
    meaning="A worker visits a privately fostered child.",
    key="visit",
    happened="visited",
    required=("child", "visited"),
    columns=(
        Column("visit", TEXT, "The record's id."),
        Column("child", TEXT, "The child.", refers_to="children"),
        Column(
            "arrangement", TEXT, "Which arrangement.", refers_to="private_fostering_arrangements"
        ),
        Column("visited", DATE, "The day of the visit."),
        Column("child_seen", YES_NO, "Whether the child was seen."),
        Column("seen_alone", YES_NO, "Whether the child was seen alone."),
        Column("mode", TEXT, "In person, by video or only attempted.", codes="visit_mode"),
        Column("recorded_on", DATE, "The day it was written up."),
        Column("worker", TEXT, "Who visited.", refers_to="workers"),
    ),
)

ALLEGATIONS = Table(
    name="allegations",
    one_row_per="allegation against somebody in a position of trust",
    meaning="Somebody who works with children may have harmed a child. No adult is named here.",
    key="allegation",
    happened="reported",
    ends="concluded",
    columns=(
        Column("allegation", TEXT, "The record's id."),
        Column(
            "child",
            TEXT,
            "The child concerned, where one is known.",
            trap="May be empty: some allegations name no child.",
            refers_to="children",
        ),
        Column("employer_aware", DATE, "The day the employer came to know of it."),
        Column("reported", DATE, "The day it was reported to the council's designated officer."),
        Column("agency", TEXT, "In which kind of agency the person works.", codes="agency"),
        Column("meeting_needed", YES_NO, "Whether it called for a meeting."),
        Column(
            "meeting_held", DATE, "The day of the first meeting.", explained_by=("meeting_needed",)
        ),
        Column("reviewed", DATE, "The day it was first reviewed after that meeting."),
        Column("concluded", DATE, "The day it was concluded; empty while it runs."),
        Column(
            "outcome",
            TEXT,
            "What was found.",
            known_by="concluded",
            codes="allegation_outcome",
        ),
    ),
)

ADVOCACY = Table(
    name="advocacy",
    one_row_per="offer of an advocate to a child",
    meaning="Somebody independent who helps the child to say what they want.",
    key="advocacy_offer",
    happened="offered",
    required=("child",),
    columns=(
        Column("advocacy_offer", TEXT, "The record's id."),
        Column("child", TEXT, "The child.", refers_to="children"),
        Column("offered", DATE, "The day it was offered."),
        Column("what_for", TEXT, "What for, such as a conference or a complaint."),
        Column("answered", DATE, "The day the child answered."),
        Column("accepted", YES_NO, "Whether the child wanted it.", known_by="answered"),
        Column("started", DATE, "The day the advocate first met the child."),
        Column("ended", DATE, "The day it ended; empty while it runs."),
        Column("organisation", TEXT, "Which organisation.", known_by="started"),
    ),
)
