"""What is not asked about assessment: questions that wait for records, and standards without a rule."""

WAITING: tuple[tuple[str, str, str], ...] = (
    (
        "assessment",
        "Does the assessment know what the parents lived through as children?",
        "parents' own history: no record table holds it",
    ),
)

STANDARDS_WITHOUT_RULE: dict[str, str] = {}
