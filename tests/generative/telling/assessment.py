"""What makes a made-up world telling for the rules of assessments."""

MORE_ROWS = {"assessments": 5, "assessment_factors": 8}
TELLING_VALUES = {
    ("assessment_factors", "factor"): ("16A", "16A", "16A", "16A", "1B", "2B", "3B", "4B", "5B"),
}
WORKING_DAY_STEPS = (10, 60)
