"""What was looked at when a protection plan was ended: questions answered by people, never a score."""

from sightline.records.table import DATE, TEXT, YES_NO, Column, Table

PLAN_ENDINGS = Table(
    name="plan_endings",
    one_row_per="decision to end a protection plan",
    meaning="On what grounds a plan was ended, and what those who decided had before them.",
    key="plan_ending",
    happened="decided",
    required=("child", "decided"),
    columns=(
        Column("plan_ending", TEXT, "The record's id."),
        Column("child", TEXT, "The child.", refers_to="children"),
        Column("plan", TEXT, "The plan ended.", refers_to="protection_plans"),
        Column("decided", DATE, "The day it was decided."),
        Column("grounds", TEXT, "On which grounds.", codes="plan_end_reason"),
        Column("decided_at_conference", YES_NO, "Whether a review conference decided."),
        Column("worker", TEXT, "Who signed the decision.", refers_to="workers"),
        Column(
            "exception_reason",
            TEXT,
            "Why it was right to end it early, where it was the first review.",
        ),
        Column("change_lasting", YES_NO, "Whether the change was judged real and likely to last."),
        Column("change_since", DATE, "Since when the change had held."),
        Column(
            "work_outstanding", YES_NO, "Yes where an assessment or other work was not finished."
        ),
        Column(
            "parents_accept", YES_NO, "Whether the parents said in their own words what was wrong."
        ),
        Column("advice_used_anew", YES_NO, "Whether they used advice when something new came up."),
        Column("worked_with_core_group", YES_NO, "Whether they worked with the core group."),
        Column("harm_gone", YES_NO, "Whether the source of harm has gone or contact is managed."),
        Column("category_fits", YES_NO, "Whether the kind of harm on the plan still fitted."),
        Column(
            "new_events_considered",
            YES_NO,
            "Whether what happened since the last review was weighed.",
        ),
        Column("agencies_written_views", YES_NO, "Whether each agency's view was held in writing."),
        Column("data_agree", YES_NO, "Whether health, attendance and development said the same."),
        Column(
            "relapse_plan",
            YES_NO,
            "Whether it is written what to do, and whom to call, if it comes back.",
        ),
        Column(
            "step_down_agreed", YES_NO, "Whether the help that follows was agreed, with a lead."
        ),
        Column(
            "step_down_meets", DATE, "The first meeting of the help that follows.", planned=True
        ),
        Column("agencies_told", YES_NO, "Whether every agency was told."),
        Column("siblings_considered", YES_NO, "Whether brothers and sisters were each considered."),
        Column(
            "history_considered", YES_NO, "Whether earlier plans, and why they ended, were weighed."
        ),
        Column("recorded_on", DATE, "The day it was written up."),
    ),
)
