"""What makes a made-up world telling for the rules of recording."""

MORE_ROWS = {"chronology_updates": 4, "case_summaries": 4, "plan_updates": 4}
DAY_STEPS = (1,)
WORKING_DAY_STEPS = (2, 5, 10)
MONTH_STEPS = (2, 3)
