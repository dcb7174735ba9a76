"""What makes a made-up world telling for the rules of referrals, assessments, visits and plans."""

MORE_ROWS = {
    "referrals": 5,
    "protection_visits": 6,
    "allocations": 4,
    "protection_plans": 4,
    "core_groups": 5,
    "review_conferences": 5,
}
TELLING_VALUES = {
    ("protection_visits", "seen_alone"): (True, False),
    ("protection_visits", "bedroom_seen"): (True, True, False),
    ("review_conferences", "category"): (None, "NEG", "PHY", "MUL"),
}
DAY_STEPS = (3, 28, 42)
WORKING_DAY_STEPS = (1, 10, 15, 20, 45)
MONTH_STEPS = (3, 6, 12, 15, 24, 36)
