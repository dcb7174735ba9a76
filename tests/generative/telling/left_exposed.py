"""What makes a made-up world telling for the rules of children left exposed."""

MORE_ROWS = {"enquiries": 6}
MONTH_STEPS = (6, 12, 18, 36)
