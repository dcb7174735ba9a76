"""Family ties, young mothers, and plans made before a birth."""

from sightline.records.table import DATE, TEXT, YES_NO, Column, Table

FAMILY_MEMBERS = Table(
    name="family_members",
    one_row_per="child in a family",
    meaning="Which children the service counts to one family.",
    key="family_member",
    happened="",
    required=("child", "family"),
    columns=(
        Column("family_member", TEXT, "The source's id of the record.", ssd="FAMI003A"),
        Column(
            "family",
            TEXT,
            "The family's id: children who share it belong together.",
            trap="SystemC takes it from contacts, so a family may be in parts; Mosaic has none.",
            ssd="FAMI001A",
        ),
        Column("child", TEXT, "The child.", ssd="FAMI002A", refers_to="children"),
    ),
)

MOTHERS = Table(
    name="mothers",
    one_row_per="child of a young mother",
    meaning="A young person known to the service became a mother.",
    key="motherhood",
    happened="her_child_born",
    required=("child",),
    columns=(
        Column("motherhood", TEXT, "The source's id of the record.", ssd="MOTH004A"),
        Column(
            "child",
            TEXT,
            "The young person who is the mother.",
            trap="Here the child is the mother, not the baby.",
            ssd="MOTH002A",
            refers_to="children",
        ),
        Column(
            "her_child",
            TEXT,
            "Her child, where the service knows the child too.",
            trap="Stays empty where her child was adopted.",
            ssd="MOTH001A",
            known_by="her_child_born",
            refers_to="children",
        ),
        Column("her_child_born", DATE, "The day her child was born.", ssd="MOTH003A"),
    ),
)

PRE_BIRTH_PLANS = Table(
    name="pre_birth_plans",
    one_row_per="plan for the birth of an unborn child",
    meaning="What is to happen at the birth, agreed with midwives before it.",
    key="pre_birth_plan",
    happened="agreed",
    required=("child", "agreed"),
    columns=(
        Column("pre_birth_plan", TEXT, "The record's id."),
        Column("child", TEXT, "The unborn child.", refers_to="children"),
        Column("agreed", DATE, "The day the plan was agreed."),
        Column("hospital_told", DATE, "The day the hospital had the plan."),
        Column("parents_have_it", YES_NO, "Whether the parents were given it."),
        Column("worker", TEXT, "Who made it.", refers_to="workers"),
    ),
)
