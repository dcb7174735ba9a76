"""What is not asked about in care: questions that wait for records, and standards without a rule."""

WAITING: tuple[tuple[str, str, str], ...] = (
    (
        "in care",
        "Was a child placed with parents before the assessment was finished seen every week?",
        "whether the assessment of the parents was finished (CLA-06)",
    ),
    (
        "in care",
        "Is a child settled in long-term fostering, who agreed to it, seen every six months?",
        "the child's agreement, and the amended text of regulation 28 (CLA-05)",
    ),
)

STANDARDS_WITHOUT_RULE: dict[str, str] = {
    "CLA-05": "The amended text was not read, and records do not say whether the child agreed. Such a "
    "child is asked about every three months, by CLA-03.",
    "CLA-06": "Records do not say whether the assessment of the parents was finished.",
}
