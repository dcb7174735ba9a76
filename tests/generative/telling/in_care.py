"""What makes a made-up world telling for the rules of children in care."""

MORE_ROWS = {
    "care_episodes": 9,
    "placements": 12,
    "care_visits": 24,
    "allocations": 10,
    "care_reviews": 7,
    "health_checks": 10,
    "strengths_and_difficulties": 4,
    "personal_education_plans": 8,
}
DAY_STEPS = (7, 28, 42)
FOLLOWS = {
    "placements": ("care_episodes", (0, 0, 20, 60, 200)),
    "care_visits": ("care_episodes", (3, 7, 10, 14, 42, 43, 49, 84, 400, 440)),
    "allocations": ("care_episodes", (0, 100, 180, 365)),
}
MONTH_STEPS = (3, 4, 5, 6, 12)
WORKING_DAY_STEPS = (5, 10, 20)

TELLING_VALUES = {
    ("care_episodes", "legal_status"): (
        "C1",
        "C1",
        "C1",
        "C2",
        "C2",
        "C2",
        "V2",
        "V2",
        "V2",
        "V3",
        None,
    ),
    ("placements", "type"): ("P1", "P1", "P1", "P1", "U4", "U4", "U6", "K2", "T1", None),
    ("placements", "change_reason"): ("PLACE", "CARPL", None),
    ("placements", "miles_from_home"): (19.5, 20.0, 20.5, None),
    ("care_visits", "child_seen"): (True, True, True, True, True, True, False),
    ("care_visits", "mode"): (
        "in person",
        "in person",
        "in person",
        "in person",
        None,
        None,
        "virtual",
    ),
    ("care_reviews", "cancelled"): (False, False, True, None),
    ("care_reviews", "agreement_confirmed"): (True, False, False, False, None),
    ("health_checks", "kind"): (
        "initial health assessment",
        "health assessment",
        "health assessment",
        "dental check",
        "dental check",
    ),
    ("health_checks", "status"): ("completed", "completed", "completed", "refused"),
    ("strengths_and_difficulties", "score"): (16, 17, 25, None),
    ("care_plans", "permanence_plan"): ("LTFOST18", "RETURN6M", "RETURNEV", None),
    ("allocations", "role"): ("social worker", "social worker", "social worker", "manager"),
}
