"""Teams, posts and training: who could have done the work."""

from sightline.records.table import DATE, NUMBER, TEXT, YES_NO, Column, Table

TEAMS = Table(
    name="teams",
    one_row_per="time a team stood under one part of the service",
    meaning="Which team belonged to which part of the service, from a day to a day.",
    key="team_record",
    happened="started",
    ends="ended",
    required=("team",),
    columns=(
        Column("team_record", TEXT, "The record's id: a team that moved has several."),
        Column("team", TEXT, "The team's name, as other tables give it.", ssd="DEPT1002A"),
        Column(
            "team_code",
            TEXT,
            "The source's id of the team.",
            trap="The Dataset has no days: it tells of the service as it is today.",
            ssd="DEPT1001A",
        ),
        Column("part_of", TEXT, "The team or service it belonged to.", ssd="DEPT1004A"),
        Column("part_of_code", TEXT, "The source's id of that.", ssd="DEPT1003A"),
        Column("continues", TEXT, "The name of the team whose work it took over, if any."),
        Column("manager", TEXT, "Who managed it.", refers_to="workers"),
        Column("started", DATE, "First day; empty where nobody says."),
        Column("ended", DATE, "Last day; empty while it stands."),
    ),
)

POSTS = Table(
    name="posts",
    one_row_per="time a post was held by one person or stood empty",
    meaning="A post the council pays for, and who held it: staff, agency or nobody.",
    key="post_record",
    happened="started",
    ends="ended",
    required=("team", "started"),
    columns=(
        Column("post_record", TEXT, "The record's id."),
        Column("post", TEXT, "The post's own number, the same whoever holds it."),
        Column("team", TEXT, "The team."),
        Column("job_title", TEXT, "What the council calls it."),
        Column("case_holding", YES_NO, "Whether whoever holds it holds cases."),
        Column("worker", TEXT, "Who held it; empty where vacant.", refers_to="workers"),
        Column("vacant", YES_NO, "Yes where nobody held it."),
        Column(
            "agency",
            YES_NO,
            "Yes where agency staff held it.",
            trap="A post that agency staff cover is vacant all the same: both may be yes.",
        ),
        Column("full_time_equivalent", NUMBER, "Share of full time, 0 to 1."),
        Column("started", DATE, "First day of this."),
        Column("ended", DATE, "Last day of this; empty while it runs."),
        Column("leaving_reason", TEXT, "Why the holder left.", known_by="ended"),
    ),
)

TRAINING = Table(
    name="training",
    one_row_per="training somebody finished",
    meaning="Who learned what and when, in the council and in other agencies.",
    key="training",
    happened="completed",
    required=("completed",),
    columns=(
        Column("training", TEXT, "The record's id."),
        Column("worker", TEXT, "Who, where they are the council's.", refers_to="workers"),
        Column("role", TEXT, "Their work, in words."),
        Column("agency", TEXT, "For which agency they work.", codes="agency"),
        Column("theme", TEXT, "What it was about, by Sightline's themes where one fits."),
        Column("course", TEXT, "The course, by name."),
        Column("completed", DATE, "The day it was finished."),
        Column("valid_until", DATE, "The day it has to be done again.", planned=True),
    ),
)
