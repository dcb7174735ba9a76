"""What is not asked about recording: questions that wait for records, and standards without a rule."""

WAITING: tuple[tuple[str, str, str], ...] = (
    (
        "recording",
        "Was the visit recorded in time?",
        "the day a row was recorded: no column yet (the ledger's history holds it)",
    ),
    (
        "recording",
        "Are chronology, case summary and plan up to date?",
        "chronologies and summaries: no record table yet",
    ),
)

STANDARDS_WITHOUT_RULE: dict[str, str] = {
    "REC-01": "Records do not hold the day a row was recorded.",
    "REC-02": "Records do not hold the day a row was recorded.",
    "REC-03": "Records do not hold the day a row was recorded.",
}
