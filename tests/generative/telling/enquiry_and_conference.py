"""What makes a made-up world telling for the rules of enquiries and conferences."""

MORE_ROWS = {"strategy_discussions": 4, "initial_conferences": 4}
TELLING_VALUES = {
    ("initial_conferences", "agencies_attended"): (None, None, 2, 3, 4),
    ("review_conferences", "agencies_attended"): (None, None, 2, 3, 4),
    ("initial_conferences", "late_reason"): ("no quorum", "no quorum", None),
}
DAYS_BEFORE = {
    ("strategy_discussions", "needed_since"): (1, 1, 2, 3, 5),
    ("initial_conferences", "move_notified"): (10, 14, 15, 16, 20),
    ("initial_conferences", "report_shared"): (1, 2, 3),
    ("review_conferences", "report_shared"): (3, 4, 5, 6),
}
