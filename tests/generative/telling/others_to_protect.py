"""What makes a made-up world telling for the rules of others to protect."""

MORE_ROWS = {"private_fostering_visits": 6}
TELLING_VALUES = {
    ("allegations", "meeting_needed"): (True, True, False, None),
    ("private_fostering_visits", "child_seen"): (True, True, True, False),
}
DAYS_BEFORE = {
    ("allegations", "employer_aware"): (1, 1, 2, 3),
    ("private_fostering_arrangements", "started"): (1, 19, 20, 21, 40),
}
