"""What is not asked about pre proceedings: questions that wait for records, and standards without a rule."""

WAITING: tuple[tuple[str, str, str], ...] = (
    (
        "pre-proceedings",
        "Was the letter before proceedings sent and complete?",
        "pre-proceedings, letters and meetings: no record table yet",
    ),
    (
        "pre-proceedings",
        "Did pre-proceedings run too long?",
        "pre-proceedings, letters and meetings: no record table yet",
    ),
    (
        "pre-proceedings",
        "Was family group decision-making offered?",
        "pre-proceedings, letters and meetings: no record table yet",
    ),
)

STANDARDS_WITHOUT_RULE: dict[str, str] = {
    "PLO-01": "Records hold no pre-proceedings or court applications.",
    "PLO-02": "Records hold no pre-proceedings or court applications.",
    "PLO-03": "Records hold no pre-proceedings or court applications.",
    "PLO-04": "Records hold no pre-proceedings or court applications.",
    "PLO-05": "Records hold no pre-proceedings or court applications.",
}
