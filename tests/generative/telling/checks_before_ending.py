"""What makes a made-up world telling for the checks before a protection plan ends."""

MORE_ROWS = {"plan_endings": 4, "decision_makers": 5, "review_conferences": 4}
DAYS_BEFORE = {("plan_endings", "change_since"): (20, 65, 130)}
TELLING_VALUES = {
    ("plan_endings", "change_lasting"): (True,),
    ("decision_makers", "meeting_kind"): ("review conference",),
    ("decision_makers", "agency"): ("social care", "health", "police", "family"),
    ("decision_makers", "attended"): (True,),
    ("plan_actions", "plan_kind"): ("protection plan",),
    ("plan_outcomes", "harm"): ("NEG", "EMO"),
    ("plan_outcomes", "measure"): ("what the child says",),
    ("protection_plans", "initial_category"): ("NEG", "EMO", "MUL"),
    ("neglect_assessments", "tool"): ("one tool",),
    ("neglect_assessments", "area"): ("safety",),
    ("exploitation_assessments", "tool"): ("one tool",),
    ("exploitation_assessments", "kind"): ("criminal",),
    ("exploitation_assessments", "level"): ("low", "medium", "high"),
    ("safety_scales", "scorer"): ("mother", "school"),
}
