"""What is not asked about recording: questions that wait for records, and standards without a rule."""

WAITING: tuple[tuple[str, str, str], ...] = (
    (
        "recording",
        "Does the chronology say what each event meant for the child?",
        "a standard that says how much of it (chronology_updates.impact_told holds whether)",
    ),
    (
        "recording",
        "Were conferences written up in time?",
        "the day a conference was written up: no column yet",
    ),
)

STANDARDS_WITHOUT_RULE: dict[str, str] = {}
