"""What is not asked about leaving care: questions that wait for records, and standards without a rule."""

WAITING: tuple[tuple[str, str, str], ...] = (
    (
        "leaving care",
        "Is the pathway plan the young person's own, and does the help it promises come?",
        "what a pathway plan says: records hold its days, not its text (plan_actions holds actions "
        "where somebody records them)",
    ),
    (
        "leaving care",
        "Was the care leaver given their health history?",
        "a standard that says by when (pathway_plans.has_health_history holds whether)",
    ),
)

STANDARDS_WITHOUT_RULE: dict[str, str] = {}
