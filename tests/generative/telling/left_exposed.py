"""What makes a made-up world telling for the rules of children left exposed."""

MORE_ROWS = {"enquiries": 6}
MONTH_STEPS = (6, 12, 18, 36)
LEFT_ALONE = (
    "early_help_episodes",
    "strategy_discussions",
    "initial_conferences",
    "protection_plans",
    "child_in_need_plans",
    "legal_planning_meetings",
    "pre_proceedings",
    "care_episodes",
)
FOLLOWS = {"enquiries": ("enquiries", (120, 240, 330))}
