"""Special educational needs: pupil numbers, and the way to an education, health and care plan."""

from sightline.records.table import DATE, TEXT, WHOLE_NUMBER, YES_NO, Column, Table

EDUCATION_IDENTIFIERS = Table(
    name="education_identifiers",
    one_row_per="child with special educational needs",
    meaning="The numbers by which schools know a child with special educational needs.",
    key="education_identifier",
    happened="",
    required=("child",),
    columns=(
        Column("education_identifier", TEXT, "The source's id of the record.", ssd="SEND001A"),
        Column("child", TEXT, "The child.", ssd="SEND005A", refers_to="children"),
        Column("pupil_number", TEXT, "The unique pupil number.", ssd="SEND002A"),
        Column("learner_number", TEXT, "The unique learner number, from 14.", ssd="SEND003A"),
        Column("no_number_because", TEXT, "Why there is neither, by code.", ssd="SEND004A"),
    ),
)

EDUCATION_HEALTH_CARE_REQUESTS = Table(
    name="education_health_care_requests",
    one_row_per="request for an education, health and care assessment",
    meaning="Somebody asked the council to assess what the child needs to learn.",
    key="request",
    happened="requested",
    required=("child",),
    columns=(
        Column("request", TEXT, "The source's id of the request.", ssd="EHCR001A"),
        Column("child", TEXT, "The child.", refers_to="children"),
        Column(
            "education_identifier",
            TEXT,
            "The child's record of numbers.",
            trap="The Dataset gives this and no child: it is found through it.",
            ssd="EHCR002A",
            refers_to="education_identifiers",
        ),
        Column("requested", DATE, "The day of the request.", ssd="EHCR003A"),
        Column("decided", DATE, "The day the council answered.", ssd="EHCR004A"),
        Column(
            "outcome",
            TEXT,
            "Y: it will assess. N: it will not. A: not yet decided. W: withdrawn. H: from before.",
            ssd="EHCR005A",
            known_by="decided",
        ),
    ),
)

EDUCATION_HEALTH_CARE_ASSESSMENTS = Table(
    name="education_health_care_assessments",
    one_row_per="education, health and care assessment",
    meaning="What the child needs to learn, and whether it takes a plan.",
    key="education_assessment",
    happened="decided",
    required=("child",),
    columns=(
        Column("education_assessment", TEXT, "The source's id.", ssd="EHCA001A"),
        Column("child", TEXT, "The child.", refers_to="children"),
        Column(
            "request",
            TEXT,
            "The request it answers.",
            ssd="EHCA002A",
            refers_to="education_health_care_requests",
        ),
        Column("decided", DATE, "The day it was decided whether to make a plan.", ssd="EHCA003A"),
        Column(
            "outcome",
            TEXT,
            "Y: a plan will be made. N: none. A: not yet decided. W: withdrawn. H: from before.",
            ssd="EHCA004A",
        ),
        Column(
            "exception",
            YES_NO,
            "Yes where the 20 weeks may be passed, by an exception.",
            ssd="EHCA005A",
        ),
    ),
)

EDUCATION_HEALTH_CARE_PLANS = Table(
    name="education_health_care_plans",
    one_row_per="education, health and care plan",
    meaning="What a child with special educational needs must be given, by law.",
    key="education_care_plan",
    happened="started",
    ends="ended",
    required=("child",),
    columns=(
        Column("education_care_plan", TEXT, "The source's id of the plan.", ssd="EHCN001A"),
        Column("child", TEXT, "The child.", refers_to="children"),
        Column(
            "education_assessment",
            TEXT,
            "The assessment it rests on.",
            ssd="EHCN002A",
            refers_to="education_health_care_assessments",
        ),
        Column("started", DATE, "The day the plan began.", ssd="EHCN003A"),
        Column("ended", DATE, "The day it ended; empty while it stands.", ssd="EHCN004A"),
        Column(
            "end_reason",
            TEXT,
            "Why it ended, by the code of the return.",
            ssd="EHCN005A",
            known_by="ended",
        ),
    ),
)

EDUCATION_HEALTH_CARE_REVIEWS = Table(
    name="education_health_care_reviews",
    one_row_per="education, health and care plan that stands",
    meaning="When a plan that stands was last reviewed.",
    key="standing_plan",
    happened="reviewed",
    required=("child",),
    columns=(
        Column("standing_plan", TEXT, "The source's id of the plan that stands.", ssd="EHCP001A"),
        Column("child", TEXT, "The child.", refers_to="children"),
        Column(
            "request",
            TEXT,
            "The request it came from.",
            ssd="EHCP002A",
            refers_to="education_health_care_requests",
        ),
        Column("reviewed", DATE, "The day of the last yearly review.", ssd="EHCP003A"),
    ),
)

SPECIAL_NEEDS = Table(
    name="special_needs",
    one_row_per="special educational need named in a plan",
    meaning="What kind of need a plan answers.",
    key="special_need",
    happened="",
    required=("child",),
    columns=(
        Column("special_need", TEXT, "The source's id of the record.", ssd="SENN001A"),
        Column("child", TEXT, "The child.", refers_to="children"),
        Column(
            "standing_plan",
            TEXT,
            "The plan.",
            ssd="SENN002A",
            refers_to="education_health_care_reviews",
        ),
        Column("need", TEXT, "Kind of need by code.", ssd="SENN003A", codes="special_need"),
        Column("place", WHOLE_NUMBER, "1 the main need, 2 the second.", ssd="SENN004A"),
    ),
)
