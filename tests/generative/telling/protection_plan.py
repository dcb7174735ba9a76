"""What makes a made-up world telling for the rules of referrals, assessments, visits and plans."""

MORE_ROWS = {"referrals": 5, "protection_visits": 6, "allocations": 4, "protection_plans": 3}
WORKING_DAY_STEPS = (1, 10, 15, 20, 45)
MONTH_STEPS = (3, 6, 12, 24)
