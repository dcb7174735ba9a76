"""People who want to adopt, from the first question to the order. They are adults: no child is named."""

from sightline.records.table import DATE, TEXT, WHOLE_NUMBER, YES_NO, Column, Table

PROSPECTIVE_ADOPTERS = Table(
    name="prospective_adopters",
    one_row_per="person who wants to adopt",
    meaning="How far somebody who wants to adopt has come.",
    key="adopter",
    happened="enquired",
    ends="left_on",
    required=("adopter",),
    columns=(
        Column(
            "adopter",
            TEXT,
            "The agency's id of the person.",
            trap="Never a way to the child they adopt: nothing here names one.",
        ),
        Column("adopting_family", TEXT, "The id that two who adopt together share."),
        Column("sex", TEXT, "Sex by code.", codes="sex"),
        Column("ethnicity", TEXT, "Ethnic background by code.", codes="ethnicity"),
        Column("disabled", YES_NO, "Whether the person is disabled."),
        Column("fostering_for_adoption", YES_NO, "Whether they foster with a view to adopt."),
        Column("enquired", DATE, "The day they first asked."),
        Column("stage_one_started", DATE, "The day stage one began."),
        Column("stage_one_ended", DATE, "The day stage one ended."),
        Column("stage_two_started", DATE, "The day stage two began."),
        Column("stage_two_ended", DATE, "The day stage two ended."),
        Column("applied", DATE, "The day of the application."),
        Column("approved", DATE, "The day they were approved."),
        Column("matched", DATE, "The day they were matched with a child."),
        Column("child_placed", DATE, "The day a child came to live with them."),
        Column("children_placed", WHOLE_NUMBER, "How many children came.", known_by="child_placed"),
        Column("order_made", DATE, "The day of the adoption order."),
        Column("left_on", DATE, "The day they left the process; empty while they are in it."),
        Column("leaving_reason", TEXT, "Why they left.", known_by="left_on"),
    ),
)
