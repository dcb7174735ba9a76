"""Plans, visits and reviews of children in care, and the law under which they are there."""

from sightline.records.table import DATE, NUMBER, TEXT, YES_NO, Column, Table

LEGAL_STATUSES = Table(
    name="legal_statuses",
    one_row_per="time a child had one legal status",
    meaning="Under which order or agreement the child was in care, from a day to a day.",
    key="legal_status_record",
    happened="started",
    ends="ended",
    required=("child",),
    columns=(
        Column("legal_status_record", TEXT, "The source's id of the record.", ssd="LEGA001A"),
        Column("child", TEXT, "The child.", ssd="LEGA002A", refers_to="children"),
        Column(
            "legal_status",
            TEXT,
            "Legal status by code, such as C2 (full care order).",
            trap="SystemC gives words in place of codes, and statuses that are no care at all.",
            ssd="LEGA003A",
            codes="legal_status",
        ),
        Column("started", DATE, "The day it began.", ssd="LEGA004A"),
        Column("ended", DATE, "The day it ended; empty while it lasts.", ssd="LEGA005A"),
    ),
)

CARE_VISITS = Table(
    name="care_visits",
    one_row_per="visit to a child in care",
    meaning="A social worker visits a child where the child lives.",
    key="visit",
    happened="visited",
    required=("child", "visited"),
    columns=(
        Column("visit", TEXT, "The source's id of the visit.", ssd="CLAV001A"),
        Column("child", TEXT, "The child.", ssd="CLAV008A", refers_to="children"),
        Column("period_of_care", TEXT, "The period of care.", ssd="CLAV007A"),
        Column("visited", DATE, "The day of the visit.", ssd="CLAV003A"),
        Column("child_seen", YES_NO, "Whether the child was seen.", ssd="CLAV004A"),
        Column("seen_alone", YES_NO, "Whether the child was seen alone.", ssd="CLAV005A"),
        Column("bedroom_seen", YES_NO, "Whether the bedroom was seen."),
        Column("mode", TEXT, "In person, by video or only attempted.", codes="visit_mode"),
        Column("recorded_on", DATE, "The day it was written up."),
        Column("worker", TEXT, "Who visited.", refers_to="workers"),
    ),
)

CARE_REVIEWS = Table(
    name="care_reviews",
    one_row_per="review of a child in care",
    meaning="An independent reviewing officer asks whether the care plan is right for the child.",
    key="review",
    happened="held",
    required=("child",),
    columns=(
        Column("review", TEXT, "The source's id of the review.", ssd="CLAR001A"),
        Column(
            "child",
            TEXT,
            "The child.",
            trap="Eclipse gives the period of care and no child.",
            ssd="CLAR002A",
            refers_to="children",
        ),
        Column("period_of_care", TEXT, "The period of care.", ssd="CLAR011A"),
        Column("due", DATE, "The day by which it was due.", ssd="CLAR003A", planned=True),
        Column("held", DATE, "The day it was held.", ssd="CLAR004A", explained_by=("cancelled",)),
        Column(
            "cancelled",
            YES_NO,
            "Yes where it was called off.",
            trap="A review called off may still carry a day on which it was to be held.",
            ssd="CLAR012A",
        ),
        Column(
            "participation",
            TEXT,
            "How the child took part, PN0 to PN7.",
            ssd="CLAR007A",
            codes="review_participation",
        ),
        Column(
            "agreement_confirmed", YES_NO, "Whether agreement to section 20 care was asked again."
        ),
        Column("permanence_plan_agreed", YES_NO, "Whether a plan for permanence stood at its end."),
        Column("recorded_on", DATE, "The day the decisions were written up."),
        Column("worker", TEXT, "The reviewing officer.", refers_to="workers"),
    ),
)

REVIEWING_OFFICER_CONTACTS = Table(
    name="reviewing_officer_contacts",
    one_row_per="time a reviewing officer spoke with a child in care",
    meaning="The reviewing officer keeps in touch with the child between reviews.",
    key="reviewing_officer_contact",
    happened="contacted",
    required=("child", "contacted"),
    columns=(
        Column("reviewing_officer_contact", TEXT, "The record's id."),
        Column("child", TEXT, "The child.", refers_to="children"),
        Column("contacted", DATE, "The day they spoke."),
        Column("mode", TEXT, "In person, by video or only attempted.", codes="visit_mode"),
        Column("worker", TEXT, "The reviewing officer.", refers_to="workers"),
    ),
)

CARE_PLANS = Table(
    name="care_plans",
    one_row_per="care plan of a child in care",
    meaning="How the child is to be cared for, and where the child is to grow up.",
    key="care_plan",
    happened="started",
    ends="ended",
    required=("child",),
    columns=(
        Column("care_plan", TEXT, "The source's id of the plan.", ssd="LACP001A"),
        Column("child", TEXT, "The child.", ssd="LACP007A", refers_to="children"),
        Column("started", DATE, "The day the plan was made.", ssd="LACP004A"),
        Column("ended", DATE, "The day it ended; empty while it stands.", ssd="LACP005A"),
        Column(
            "permanence_plan",
            TEXT,
            "Where the child is to grow up.",
            trap="Several may be ticked at a time: they then stand together, parted by a comma.",
            ssd="LACP003A",
            codes="permanence_plan",
        ),
        Column("recorded_on", DATE, "The day it was written up."),
    ),
)

PLACEMENT_COSTS = Table(
    name="placement_costs",
    one_row_per="cost of a placement",
    meaning="What a placement costs, for the return on spending (section 251).",
    key="placement_cost",
    happened="started",
    ends="ended",
    required=("child",),
    columns=(
        Column("placement_cost", TEXT, "The source's id of the record.", ssd="S251001A"),
        Column("child", TEXT, "The child.", refers_to="children"),
        Column("placement", TEXT, "The placement.", ssd="S251002A", refers_to="placements"),
        Column("started", DATE, "First day at this cost."),
        Column("ended", DATE, "Last day at this cost; empty while it runs."),
        Column(
            "weekly_cost",
            NUMBER,
            "Pounds a week.",
            trap="The Dataset has four places for it that mean nothing yet.",
        ),
    ),
)
