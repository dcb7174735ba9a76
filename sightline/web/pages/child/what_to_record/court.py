"""Before the court: legal planning, pre-proceedings, the letter and the meetings."""

from sightline.web.pages.child.what_to_record.to_record import Ask, ToRecord

PART = "Before the court"
_COURT = "known only to the court's own list, which the extract brings"

LEGAL_PLANNING_MEETING = ToRecord(
    table="legal_planning_meetings",
    title="Legal planning meeting",
    part=PART,
    when="Managers asked a lawyer whether the threshold for court is met, and decided what to do.",
    follows="It answers whether long plans and years of harm were brought to legal planning.",
    own=("threshold_met", "outcome"),
    asks=(
        Ask("held", "Day it was held"),
        Ask("threshold_met", "Did the lawyer see the threshold as met for this child?"),
        Ask("outcome", "What was decided?", required=True),
        Ask("worker", "The manager who decided"),
    ),
)

PRE_PROCEEDINGS = ToRecord(
    table="pre_proceedings",
    title="Pre-proceedings",
    part=PART,
    when="The last chance to keep a family out of court: from the decision to its outcome. Record the decision now; correct it as days come.",
    follows="It starts the clocks of the letter, the half-way review and the 16 weeks.",
    own=("gateway_outcome",),
    asks=(
        Ask("decided", "Day it was decided to enter pre-proceedings", required=True),
        Ask("gateway_outcome", "What did the legal panel decide for this child?"),
        Ask("letter_sent", "Day the letter before proceedings went", group="The way through"),
        Ask("first_meeting", "Day of the first meeting"),
        Ask("parents_represented", "Did the parents have a lawyer?"),
        Ask("midpoint_reviewed", "Day progress was reviewed half-way"),
        Ask("review_meetings", "How many review meetings were held?"),
        Ask("earlier_pre_proceedings", "How often was the child in pre-proceedings before?", group="Before"),
        Ask("earlier_care_proceedings", "How often was the child in care proceedings before?"),
        Ask("outcome_agreed", "Day its outcome was agreed", group="How it ended"),
        Ask("outcome", "Did it go to court, or was the family helped without?"),
        Ask("letter_of_issue_sent", "Day the letter of issue went"),
        Ask("application_issued", "Day the court issued the application"),
    ),
    not_asked={
        "family": "names the source's own id of a family",
        "protection_plans": "counted from the plans themselves",
        "parents_represented_at_issue": _COURT,
        "court_reference": "the court's number of the case belongs in the case system",
        "hearings": _COURT,
        "short_notice": _COURT,
        "short_notice_reason": _COURT,
        "first_plan": _COURT,
        "first_plan_approved": _COURT,
        "proceedings_ended": _COURT,
        "final_plan": _COURT,
        "final_plan_approved": _COURT,
    },
)  # fmt: skip

PRE_PROCEEDINGS_MEETING = ToRecord(
    table="pre_proceedings_meetings",
    title="Pre-proceedings meeting",
    part=PART,
    when="Parents, their lawyers and the council went through what must change.",
    follows="It answers whether the meetings that were planned were held.",
    own=("parents_attended",),
    asks=(
        Ask("pre_proceedings", "Of which pre-proceedings?"),
        Ask("held", "Day it was held", "Leave it empty if it was planned and not held."),
        Ask("parents_attended", "Did a parent of this child take part?"),
        Ask("lawyer_attended", "Did a lawyer of the parents take part?"),
        Ask("due", "Day by which it was to be held"),
    ),
)

LETTER = ToRecord(
    table="letters_before_proceedings",
    title="Letter before proceedings: checklist",
    part=PART,
    when="The letter told parents what must change if court is to be avoided. The legal adviser owns its words: this is a checklist, not advice.",
    follows="It answers whether the letter went and was complete.",
    own=("childs_views",),
    asks=(
        Ask("pre_proceedings", "Of which pre-proceedings?"),
        Ask("sent", "Day it went"),
        Ask("to_every_parent", "Did it go to everybody with parental responsibility, fathers traced?", group="To whom"),
        Ask("easy_to_read", "Is it in the family's language and easy to read?"),
        Ask("concerns_plain", "Does it say in plain words, with dates, what the worry is?", group="What it says"),
        Ask("what_must_change", "Does it say what must change, by when, and how that will be judged?"),
        Ask("help_offered", "Does it say what help the council will give?"),
        Ask("assessments_named", "Does it say which assessments, by whom, when and why?"),
        Ask("meeting_named", "Does it say when and where the meeting is and who comes?"),
        Ask("tells_of_free_legal_advice", "Does it say how to get a lawyer for nothing, with a list?"),
        Ask("family_group_offered", "Does it offer the family to make its own plan, or say why not?"),
        Ask("family_network_asked", "Does it ask who in the family could help or care?"),
        Ask("says_what_follows", "Does it say what happens if nothing changes?"),
        Ask("childs_views", "Does it give this child's views?"),
        Ask("received", "Day the parents had it", group="That it arrived"),
        Ask("receipt_recorded", "Was it signed, and its receipt recorded?"),
    ),
)  # fmt: skip

BEFORE_THE_COURT = (LEGAL_PLANNING_MEETING, PRE_PROCEEDINGS, LETTER, PRE_PROCEEDINGS_MEETING)
