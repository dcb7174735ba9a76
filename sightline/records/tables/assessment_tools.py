"""Assessments of neglect and exploitation by a tool: dates, areas and grades, never its wording."""

from sightline.records.table import DATE, TEXT, WHOLE_NUMBER, YES_NO, Column, Table

NEGLECT_ASSESSMENTS = Table(
    name="neglect_assessments",
    one_row_per="area graded in an assessment of neglect",
    meaning="How well a child is cared for in one area of life, by a tool made for it.",
    key="neglect_assessment",
    happened="assessed",
    required=("child", "assessed"),
    columns=(
        Column("neglect_assessment", TEXT, "The record's id."),
        Column("child", TEXT, "The child.", refers_to="children"),
        Column("assessed", DATE, "The day it was finished."),
        Column("tool", TEXT, "Which tool, by name."),
        Column("area", TEXT, "Which area of care.", codes="area_of_care"),
        Column(
            "grade",
            WHOLE_NUMBER,
            "The grade, 1 the best and 5 the worst.",
            trap="It says what care is like now, not why. Grades of two tools do not compare.",
        ),
        Column("assessor_trained", YES_NO, "Whether the assessor was trained in the tool."),
        Column("worker", TEXT, "Who assessed.", refers_to="workers"),
        Column("next_due", DATE, "The day it is to be repeated.", planned=True),
    ),
)

EXPLOITATION_ASSESSMENTS = Table(
    name="exploitation_assessments",
    one_row_per="assessment of exploitation",
    meaning="Whether somebody uses the child, for sex, crime or work, and how sure people are.",
    key="exploitation_assessment",
    happened="assessed",
    required=("child", "assessed"),
    columns=(
        Column("exploitation_assessment", TEXT, "The record's id."),
        Column("child", TEXT, "The child.", refers_to="children"),
        Column("assessed", DATE, "The day it was finished."),
        Column("tool", TEXT, "Which tool, by name."),
        Column("kind", TEXT, "Which kind of exploitation.", codes="exploitation_kind"),
        Column(
            "level",
            TEXT,
            "How worried the assessor was.",
            trap="A person's judgement, not a sum of indicators. Nothing here works it out.",
            codes="level_of_worry",
        ),
        Column("worker", TEXT, "Who assessed.", refers_to="workers"),
        Column("next_due", DATE, "The day it is to be looked at again.", planned=True),
        Column("panel_held", DATE, "The day agencies went through it together."),
    ),
)
