"""What is not asked about child in need: questions that wait for records, and standards without a rule."""

WAITING: tuple[tuple[str, str, str], ...] = (
    (
        "child in need",
        "Was the child in need plan reviewed in time?",
        "reviews of child in need plans: no record table yet",
    ),
    (
        "child in need",
        "Was a plan made for the child in need?",
        "a standard that says how many or how long",
    ),
)

STANDARDS_WITHOUT_RULE: dict[str, str] = {
    "CIN-02": "Records hold no reviews of child in need plans.",
    "CIN-03": "Records hold no reviews of child in need plans.",
}
