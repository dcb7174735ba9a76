"""Care episodes and placements of children in care."""

from sightline.records.table import DATE, NUMBER, TEXT, YES_NO, Column, Table

CARE_EPISODES = Table(
    name="care_episodes",
    one_row_per="episode of care",
    meaning=(
        "A stretch of care with one legal status and one placement. A child in care for years has "
        "many; the period of care runs from entered_care to an episode whose end is not followed by another."
    ),
    key="episode",
    happened="started",
    ends="ended",
    required=("child", "started"),
    columns=(
        Column("episode", TEXT, "The source's id of the episode.", ssd="CLAE001A"),
        Column("child", TEXT, "The child.", ssd="CLAE002A", refers_to="children"),
        Column("referral", TEXT, "The open referral.", ssd="CLAE011A", refers_to="referrals"),
        Column(
            "entered_care",
            DATE,
            "The day this period of care began.",
            trap="The same for every episode of the period; not the episode's own start.",
            ssd="CLAE014A",
        ),
        Column("started", DATE, "The day the episode began.", ssd="CLAE003A"),
        Column("ended", DATE, "The day the episode ended; empty while it runs.", ssd="CLAE005A"),
        Column(
            "legal_status",
            TEXT,
            "Legal status by code, such as C2 (full care order) or V2 (section 20).",
            trap="Held apart from the episode in the Dataset; SystemC gives words in place of codes.",
            ssd="LEGA003A",
            codes="legal_status",
        ),
        Column(
            "start_reason",
            TEXT,
            "Why a new episode began: S, L, P, T, B or U.",
            ssd="CLAE004A",
            codes="episode_start_reason",
        ),
        Column(
            "end_reason",
            TEXT,
            "Why it ended: X1 where another follows at once, otherwise why care ended.",
            ssd="CLAE006A",
            known_by="ended",
            codes="episode_end_reason",
        ),
        Column(
            "primary_need",
            TEXT,
            "The main reason for care, N1 to N8.",
            ssd="CLAE009A",
            codes="primary_need",
        ),
        Column("period_of_care", TEXT, "The period of care that episodes share.", ssd="CLAE010A"),
        Column(
            "placement",
            TEXT,
            "The placement in this episode.",
            ssd="CLAE013A",
            refers_to="placements",
        ),
        Column(
            "last_reviewing_officer_contact",
            DATE,
            "The day the reviewing officer last spoke with the child.",
            trap="Only the latest: contacts before it cannot be told.",
            ssd="CLAE012A",
        ),
    ),
)

PLACEMENTS = Table(
    name="placements",
    one_row_per="placement",
    meaning="Where a child in care lives, and with whom.",
    key="placement",
    happened="started",
    ends="ended",
    required=("child", "started"),
    columns=(
        Column("placement", TEXT, "The source's id of the placement.", ssd="CLAP001A"),
        Column("child", TEXT, "The child.", ssd="CLAP013A", refers_to="children"),
        Column("started", DATE, "The day it began.", ssd="CLAP003A"),
        Column("ended", DATE, "The day it ended; empty while it runs.", ssd="CLAP009A"),
        Column("type", TEXT, "Kind of placement by code.", ssd="CLAP004A", codes="placement_type"),
        Column(
            "provider",
            TEXT,
            "Who provides it, PR0 to PR5.",
            ssd="CLAP007A",
            codes="placement_provider",
        ),
        Column(
            "change_reason",
            TEXT,
            "Why it ended, by code.",
            ssd="CLAP010A",
            known_by="ended",
            codes="placement_change_reason",
        ),
        Column(
            "miles_from_home",
            NUMBER,
            "Distance from home in miles.",
            trap="Empty in Mosaic's extract.",
            ssd="CLAP011A",
        ),
        Column(
            "home_urn",
            TEXT,
            "Ofsted's number of the home or agency.",
            trap="Empty does not prove that a home is unregistered.",
            ssd="CLAP005A",
        ),
        Column("period_of_care", TEXT, "The period of care.", ssd="CLAP012A"),
        Column("postcode", TEXT, "The postcode.", ssd="CLAP008A"),
        Column("council", TEXT, "The council in whose area it lies."),
        Column(
            "registered",
            YES_NO,
            "Whether the home is registered where it must be.",
            trap="No case system knows: it comes from checking Ofsted's list.",
        ),
        Column("plan_agreed", DATE, "The day the placement plan was agreed."),
        Column("temporary_approval", DATE, "The day a relative was approved for the time being."),
        Column(
            "full_approval_decided",
            DATE,
            "The day it was decided whether the relative is approved as a foster carer, yes or no.",
            trap="The fostering service's record, seldom the child's.",
        ),
        Column("long_term_agreed", DATE, "The day it was agreed that the child stays for good."),
    ),
)
