"""What is not asked about others to protect: questions that wait for records, and standards without a rule."""

WAITING: tuple[tuple[str, str, str], ...] = ()

STANDARDS_WITHOUT_RULE: dict[str, str] = {
    "PFO-01": "Records hold no private fostering.",
    "PFO-02": "Records hold no private fostering.",
    "PFO-03": "Records hold no private fostering.",
    "LAD-01": "Records hold no allegations against people who work with children.",
    "LAD-02": "Records hold no allegations against people who work with children.",
    "LAD-03": "Records hold no allegations against people who work with children.",
}
