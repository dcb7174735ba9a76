"""What makes a made-up world telling for the rules of the child's own social worker."""

TELLING_VALUES = {
    ("care_visits", "child_seen"): (True, False, False, None),
    ("child_in_need_visits", "child_seen"): (True, False, False, None),
    ("allocations", "role"): ("social worker", "social worker", "manager", "duty worker"),
}
MORE_ROWS = {"child_in_need_visits": 5, "care_visits": 5, "direct_work": 5, "allocations": 5}
MONTH_STEPS = (3, 12)
