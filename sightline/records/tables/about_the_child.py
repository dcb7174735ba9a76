"""Where the child lives, disabilities, immigration status and the ids other services use."""

from sightline.records.table import DATE, TEXT, YES_NO, Column, Table

ADDRESSES = Table(
    name="addresses",
    one_row_per="time a child lived at one address",
    meaning="Where the child lived, from the day they moved in to the day they moved out.",
    key="address",
    happened="started",
    ends="ended",
    required=("child",),
    columns=(
        Column("address", TEXT, "The source's id of the address record.", ssd="ADDR007A"),
        Column("child", TEXT, "Who lived there.", ssd="ADDR002A", refers_to="children"),
        Column(
            "kind",
            TEXT,
            "What kind of address it was, such as home or placement.",
            trap="Every council has words of its own; several kinds may run at a time.",
            ssd="ADDR003A",
        ),
        Column("started", DATE, "The day the child moved in.", ssd="ADDR004A"),
        Column("ended", DATE, "The day the child moved out; empty while there.", ssd="ADDR005A"),
        Column("postcode", TEXT, "The postcode.", ssd="ADDR006A"),
        Column(
            "address_lines",
            TEXT,
            "House, street and town in one line.",
            trap="The Dataset keeps the parts as JSON, which some systems do not write properly.",
            ssd="ADDR001A",
        ),
        Column("confidential", YES_NO, "Yes where the address must be kept from somebody."),
    ),
)

DISABILITIES = Table(
    name="disabilities",
    one_row_per="disability recorded of a child",
    meaning="A disability of the child, by the code of the children in need census.",
    key="disability_record",
    happened="",
    required=("child", "disability"),
    columns=(
        Column("disability_record", TEXT, "The source's id of the record.", ssd="DISA003A"),
        Column("child", TEXT, "The child.", ssd="DISA001A", refers_to="children"),
        Column(
            "disability",
            TEXT,
            "Kind of disability by code; NONE where somebody asked and there is none.",
            trap="No day is kept: a diagnosis of last week reads as if it had always been known.",
            ssd="DISA002A",
            codes="disability",
        ),
    ),
)

IMMIGRATION_STATUSES = Table(
    name="immigration_statuses",
    one_row_per="time a child had one immigration status",
    meaning="The child's right to be in the country, from a day to a day.",
    key="immigration_status",
    happened="started",
    ends="ended",
    required=("child",),
    columns=(
        Column("immigration_status", TEXT, "The source's id of the record.", ssd="IMMI005A"),
        Column("child", TEXT, "The child.", ssd="IMMI001A", refers_to="children"),
        Column(
            "status",
            TEXT,
            "The status in the source's words.",
            trap="No list of codes: unaccompanied children are found by words that differ by council.",
            ssd="IMMI002A",
        ),
        Column("started", DATE, "The day it began.", ssd="IMMI003A"),
        Column("ended", DATE, "The day it ended; empty while it lasts.", ssd="IMMI004A"),
    ),
)

LINKED_IDENTIFIERS = Table(
    name="linked_identifiers",
    one_row_per="id another service uses for a child",
    meaning="The number by which another service knows the child.",
    key="linked_identifier",
    happened="valid_from",
    ends="valid_to",
    required=("child",),
    columns=(
        Column("linked_identifier", TEXT, "The source's id of the record.", ssd="LINK001A"),
        Column("child", TEXT, "The child.", ssd="LINK002A", refers_to="children"),
        Column(
            "kind",
            TEXT,
            "Whose number it is, such as the health service's or the court's.",
            ssd="LINK003A",
        ),
        Column(
            "identifier",
            TEXT,
            "The number.",
            trap="Never used to find one child under two ids: it would link across an adoption.",
            ssd="LINK004A",
        ),
        Column("valid_from", DATE, "First day of use.", ssd="LINK005A"),
        Column("valid_to", DATE, "Last day of use; empty while in use.", ssd="LINK006A"),
    ),
)
