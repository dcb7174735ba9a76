"""Before the court: legal planning, pre-proceedings, the letter and its meetings."""

from sightline.records.table import DATE, TEXT, WHOLE_NUMBER, YES_NO, Column, Table

LEGAL_PLANNING_MEETINGS = Table(
    name="legal_planning_meetings",
    one_row_per="child at a legal planning meeting",
    meaning="Managers ask a lawyer whether the threshold for court is met and what to do.",
    key="legal_planning_meeting",
    happened="held",
    required=("child", "held"),
    columns=(
        Column("legal_planning_meeting", TEXT, "The record's id."),
        Column("child", TEXT, "The child.", refers_to="children"),
        Column("held", DATE, "The day it was held."),
        Column("threshold_met", YES_NO, "Whether the lawyer saw the threshold as met."),
        Column("outcome", TEXT, "What was decided.", codes="legal_gateway_outcome"),
        Column("worker", TEXT, "The manager who decided.", refers_to="workers"),
    ),
)

_COURT = "letter_of_issue_sent"

PRE_PROCEEDINGS = Table(
    name="pre_proceedings",
    one_row_per="time a child was in pre-proceedings",
    meaning="The last chance to keep a family out of court, from the decision to its outcome.",
    key="pre_proceedings",
    happened="decided",
    ends="outcome_agreed",
    required=("child",),
    columns=(
        Column("pre_proceedings", TEXT, "The source's id of the record.", ssd="PREP024A"),
        Column("child", TEXT, "The child.", ssd="PREP001A", refers_to="children"),
        Column("family", TEXT, "The family that is in it together.", ssd="PREP002A"),
        Column(
            "decided",
            DATE,
            "The day it was decided to enter pre-proceedings.",
            trap="No case system fills the Dataset's table: it comes from a list kept by hand.",
            ssd="PREP003A",
        ),
        Column(
            "gateway_outcome",
            TEXT,
            "What the legal panel decided.",
            ssd="PREP008A",
            codes="legal_gateway_outcome",
        ),
        Column("letter_sent", DATE, "The day the letter before proceedings went.", ssd="PREP011A"),
        Column("first_meeting", DATE, "The day of the first meeting.", ssd="PREP004A"),
        Column("midpoint_reviewed", DATE, "The day progress was reviewed half-way."),
        Column(
            "parents_represented",
            YES_NO,
            "Whether the parents had a lawyer.",
            ssd="PREP014A",
            known_by="first_meeting",
        ),
        Column(
            "review_meetings",
            WHOLE_NUMBER,
            "How many review meetings were held.",
            ssd="PREP013A",
            known_by="outcome_agreed",
        ),
        Column("outcome_agreed", DATE, "The day its outcome was agreed.", ssd="PREP006A"),
        Column(
            "outcome",
            TEXT,
            "Whether it went to court or the family was helped without.",
            ssd="PREP005A",
            known_by="outcome_agreed",
            codes="pre_proceedings_outcome",
        ),
        Column("protection_plans", WHOLE_NUMBER, "Protection plans in this time.", ssd="PREP007A"),
        Column(
            "earlier_pre_proceedings",
            WHOLE_NUMBER,
            "How often the child was in pre-proceedings before.",
            ssd="PREP009A",
        ),
        Column(
            "earlier_care_proceedings",
            WHOLE_NUMBER,
            "How often the child was in care proceedings before.",
            ssd="PREP010A",
        ),
        Column("letter_of_issue_sent", DATE, "The day the letter of issue went.", ssd="PREP012A"),
        Column("application_issued", DATE, "The day the court issued the application."),
        Column(
            "parents_represented_at_issue",
            YES_NO,
            "Whether the parents had a lawyer when the application was issued.",
            ssd="PREP015A",
            known_by=_COURT,
        ),
        Column(
            "court_reference", TEXT, "The court's case number.", ssd="PREP016A", known_by=_COURT
        ),
        Column("hearings", WHOLE_NUMBER, "Hearings held.", ssd="PREP017A", known_by=_COURT),
        Column(
            "short_notice",
            YES_NO,
            "Whether the application was made at short notice.",
            ssd="PREP018A",
            known_by=_COURT,
        ),
        Column(
            "short_notice_reason",
            TEXT,
            "Why at short notice, by the source's letter.",
            ssd="PREP019A",
            known_by=_COURT,
        ),
        Column(
            "first_plan",
            TEXT,
            "The council's plan at the first hearing, by the source's letter.",
            ssd="PREP021A",
            known_by=_COURT,
        ),
        Column(
            "first_plan_approved",
            YES_NO,
            "Whether the court approved that plan.",
            ssd="PREP020A",
            known_by=_COURT,
        ),
        Column("proceedings_ended", DATE, "The day the court made its last order."),
        Column(
            "final_plan",
            TEXT,
            "The council's plan at the last hearing, by the source's letter.",
            ssd="PREP023A",
            known_by="proceedings_ended",
        ),
        Column(
            "final_plan_approved",
            YES_NO,
            "Whether the court approved the last plan.",
            ssd="PREP022A",
            known_by="proceedings_ended",
        ),
    ),
)

PRE_PROCEEDINGS_MEETINGS = Table(
    name="pre_proceedings_meetings",
    one_row_per="pre-proceedings meeting about a child",
    meaning="Parents, their lawyers and the council go through what must change.",
    key="pre_proceedings_meeting",
    happened="held",
    required=("child",),
    columns=(
        Column("pre_proceedings_meeting", TEXT, "The record's id."),
        Column("child", TEXT, "The child.", refers_to="children"),
        Column("pre_proceedings", TEXT, "Of which pre-proceedings.", refers_to="pre_proceedings"),
        Column("due", DATE, "The day by which it was to be held.", planned=True),
        Column("held", DATE, "The day it was held; empty where it was not."),
        Column("parents_attended", YES_NO, "Whether a parent took part."),
        Column("lawyer_attended", YES_NO, "Whether a lawyer of the parents took part."),
    ),
)

LETTERS_BEFORE_PROCEEDINGS = Table(
    name="letters_before_proceedings",
    one_row_per="letter before proceedings about a child",
    meaning="The letter that tells parents what must change if court is to be avoided.",
    key="letter",
    happened="sent",
    required=("child", "sent"),
    columns=(
        Column("letter", TEXT, "The record's id."),
        Column("child", TEXT, "The child.", refers_to="children"),
        Column("pre_proceedings", TEXT, "Of which pre-proceedings.", refers_to="pre_proceedings"),
        Column("sent", DATE, "The day it went."),
        Column(
            "to_every_parent",
            YES_NO,
            "Went to everybody with parental responsibility, fathers traced.",
        ),
        Column(
            "tells_of_free_legal_advice",
            YES_NO,
            "Says how to get a lawyer for nothing, with a list.",
        ),
        Column("concerns_plain", YES_NO, "Says in plain words, with dates, what the worry is."),
        Column(
            "what_must_change", YES_NO, "Says what must change, by when, and how it will be judged."
        ),
        Column("help_offered", YES_NO, "Says what help the council will give."),
        Column("assessments_named", YES_NO, "Says which assessments, by whom, when and why."),
        Column("meeting_named", YES_NO, "Says when and where the meeting is and who comes."),
        Column(
            "family_group_offered",
            YES_NO,
            "Offers the family to make its own plan, or says why not.",
        ),
        Column("family_network_asked", YES_NO, "Asks who in the family could help or care."),
        Column("says_what_follows", YES_NO, "Says what happens if nothing changes."),
        Column("childs_views", YES_NO, "Gives the child's views."),
        Column("easy_to_read", YES_NO, "Is in the family's language and easy to read."),
        Column(
            "receipt_recorded", YES_NO, "Was signed and its receipt recorded.", known_by="received"
        ),
        Column("received", DATE, "The day the parents had it."),
    ),
)
