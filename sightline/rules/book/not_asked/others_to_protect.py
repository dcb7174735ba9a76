"""What is not asked about others to protect: questions that wait for records, and standards without a rule."""

WAITING: tuple[tuple[str, str, str], ...] = (
    (
        "others to protect",
        "Is every allegation dealt with in time, also where it names no child?",
        "a rule that asks of an allegation; every rule asks of a child",
    ),
)

STANDARDS_WITHOUT_RULE: dict[str, str] = {}
