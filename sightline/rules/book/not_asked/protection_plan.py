"""What is not asked about protection plan: questions that wait for records, and standards without a rule."""

WAITING: tuple[tuple[str, str, str], ...] = ()

STANDARDS_WITHOUT_RULE: dict[str, str] = {
    "CPV-02": "An alternative to CPV-01 that a council may set as its own value.",
}
