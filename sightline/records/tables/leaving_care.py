"""Care leavers: plans, keeping in touch, a place to live; and homeless young people of 16 and 17."""

from sightline.records.table import DATE, TEXT, YES_NO, Column, Table

CARE_LEAVERS = Table(
    name="care_leavers",
    one_row_per="care leaver",
    meaning="How a care leaver is, as last known.",
    key="care_leaver",
    happened="as_of",
    required=("child",),
    columns=(
        Column("care_leaver", TEXT, "The source's id of the record.", ssd="CLEA001A"),
        Column("child", TEXT, "The young person.", ssd="CLEA002A", refers_to="children"),
        Column(
            "as_of",
            DATE,
            "The day this was last known to be so.",
            trap=(
                "The Dataset has one row per person and no such day: the later of the last contact "
                "and the last review of the pathway plan is taken. The past cannot be told."
            ),
        ),
        Column(
            "eligibility",
            TEXT,
            "Which duties the law gives them.",
            ssd="CLEA003A",
            codes="eligibility",
        ),
        Column(
            "in_touch", TEXT, "Whether the council is in touch.", ssd="CLEA004A", codes="in_touch"
        ),
        Column("latest_contact", DATE, "The day of the last contact.", ssd="CLEA005A"),
        Column(
            "accommodation",
            TEXT,
            "Where they live, by code.",
            ssd="CLEA006A",
            codes="accommodation",
        ),
        Column(
            "accommodation_suitable",
            TEXT,
            "Whether that is suitable, by code.",
            ssd="CLEA007A",
            codes="accommodation_suitability",
        ),
        Column("activity", TEXT, "What they do, by code.", ssd="CLEA008A", codes="activity"),
        Column(
            "pathway_plan_reviewed",
            DATE,
            "The day the pathway plan was last reviewed.",
            trap="Only the latest: whether reviews were in time before cannot be told from it.",
            ssd="CLEA009A",
        ),
        Column(
            "personal_adviser",
            TEXT,
            "The personal adviser.",
            trap="A name in some systems and an id in others.",
            ssd="CLEA010A",
        ),
        Column("team", TEXT, "The team.", ssd="CLEA011A"),
        Column("worker", TEXT, "The worker.", ssd="CLEA012A", refers_to="workers"),
    ),
)

PATHWAY_NEEDS_ASSESSMENTS = Table(
    name="pathway_needs_assessments",
    one_row_per="assessment of what a young person leaving care needs",
    meaning="What the young person will need from the council as an adult.",
    key="needs_assessment",
    happened="started",
    required=("child",),
    columns=(
        Column("needs_assessment", TEXT, "The record's id."),
        Column("child", TEXT, "The young person.", refers_to="children"),
        Column("eligible_from", DATE, "The day they became eligible.", planned=True),
        Column("started", DATE, "The day the assessment began."),
        Column("completed", DATE, "The day it was finished; empty while it runs."),
        Column("worker", TEXT, "Who assessed.", refers_to="workers"),
    ),
)

PATHWAY_PLANS = Table(
    name="pathway_plans",
    one_row_per="pathway plan",
    meaning="The young person's own plan for becoming an adult, and what the council will do.",
    key="pathway_plan",
    happened="agreed",
    ends="ended",
    required=("child", "agreed"),
    columns=(
        Column("pathway_plan", TEXT, "The record's id."),
        Column("child", TEXT, "The young person.", refers_to="children"),
        Column("agreed", DATE, "The day it was agreed."),
        Column("ended", DATE, "The day it ended; empty while it stands."),
        Column("young_person_agreed", YES_NO, "Whether the young person agreed with it."),
        Column("has_health_history", YES_NO, "Whether they were given their health history."),
        Column("worker", TEXT, "Who made it with them.", refers_to="workers"),
    ),
)

PATHWAY_PLAN_REVIEWS = Table(
    name="pathway_plan_reviews",
    one_row_per="review of a pathway plan",
    meaning="Whether the plan still fits the young person's life.",
    key="pathway_plan_review",
    happened="held",
    required=("child",),
    columns=(
        Column("pathway_plan_review", TEXT, "The record's id."),
        Column("child", TEXT, "The young person.", refers_to="children"),
        Column("pathway_plan", TEXT, "The plan.", refers_to="pathway_plans"),
        Column("due", DATE, "The day by which it was due.", planned=True),
        Column("held", DATE, "The day it was held; empty where it was not."),
        Column("young_person_attended", YES_NO, "Whether the young person took part."),
    ),
)

CARE_LEAVER_CONTACTS = Table(
    name="care_leaver_contacts",
    one_row_per="contact with a care leaver",
    meaning="The personal adviser sees or speaks with the young person.",
    key="care_leaver_contact",
    happened="contacted",
    required=("child", "contacted"),
    columns=(
        Column("care_leaver_contact", TEXT, "The record's id."),
        Column("child", TEXT, "The young person.", refers_to="children"),
        Column("contacted", DATE, "The day of it."),
        Column("mode", TEXT, "In person, by video or only attempted.", codes="visit_mode"),
        Column("home_seen", YES_NO, "Whether the place they live in was seen."),
        Column("recorded_on", DATE, "The day it was written up."),
        Column("worker", TEXT, "Who.", refers_to="workers"),
    ),
)

CARE_LEAVER_ACCOMMODATION = Table(
    name="care_leaver_accommodation",
    one_row_per="place a care leaver lived in",
    meaning="Where a care leaver lived, from a day to a day.",
    key="care_leaver_home",
    happened="started",
    ends="ended",
    required=("child", "started"),
    columns=(
        Column("care_leaver_home", TEXT, "The record's id."),
        Column("child", TEXT, "The young person.", refers_to="children"),
        Column("started", DATE, "The day they moved in."),
        Column("ended", DATE, "The day they moved out; empty while there."),
        Column("kind", TEXT, "Which kind of place, by code.", codes="accommodation"),
        Column("suitable", YES_NO, "Whether it was judged suitable."),
        Column("provided_by_council", YES_NO, "Whether the council provided it."),
    ),
)

HOMELESS_YOUNG_PEOPLE = Table(
    name="homeless_young_people",
    one_row_per="time a young person of 16 or 17 came to the council homeless",
    meaning="A young person had nowhere to live; the council owes them an assessment and care.",
    key="homelessness",
    happened="presented",
    required=("child", "presented"),
    columns=(
        Column("homelessness", TEXT, "The record's id."),
        Column("child", TEXT, "The young person.", refers_to="children"),
        Column("presented", DATE, "The day they came, to whichever service of the council."),
        Column("assessed", DATE, "The day social care had assessed them."),
        Column("assessed_with_housing", YES_NO, "Whether housing took part.", known_by="assessed"),
        Column("told_of_rights", DATE, "The day they were told that they may come into care."),
        Column(
            "advocate_offered",
            YES_NO,
            "Whether an advocate was offered.",
            known_by="told_of_rights",
        ),
        Column(
            "care_offered",
            YES_NO,
            "Whether care (section 20) was offered.",
            known_by="told_of_rights",
        ),
        Column("answered", DATE, "The day they answered."),
        Column("care_accepted", YES_NO, "Whether they said yes.", known_by="answered"),
        Column("outcome", TEXT, "Where they lived then.", known_by="assessed"),
        Column("worker", TEXT, "Who assessed.", refers_to="workers"),
    ),
)
