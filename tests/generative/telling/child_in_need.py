"""What makes a made-up world telling for the rules of child in need plans."""

MORE_ROWS = {"child_in_need_plans": 5, "child_in_need_reviews": 8}
TELLING_VALUES = {("assessments", "no_further_action"): (False, False, True)}
WORKING_DAY_STEPS = (10,)
MONTH_STEPS = (3, 9, 12)
