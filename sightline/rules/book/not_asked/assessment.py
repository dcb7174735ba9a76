"""What is not asked about assessment: questions that wait for records, and standards without a rule."""

WAITING: tuple[tuple[str, str, str], ...] = (
    (
        "assessment",
        "Was an assessment begun and never finished?",
        "a standard that says how many or how long it stays in view",
    ),
    (
        "assessment",
        "Are assessments repeated with no change of plan?",
        "a standard that says how many or how long",
    ),
    (
        "assessment",
        "Is parents' history known but not recorded as a factor?",
        "parents and their history: no record table yet",
    ),
    (
        "assessment",
        "Is the disabled child's assessment current?",
        "a standard that says how many or how long",
    ),
    (
        "assessment",
        "Did a manager look in on a running assessment?",
        "which assessment a management decision is about",
    ),
)

STANDARDS_WITHOUT_RULE: dict[str, str] = {
    "ASM-02": "Its rule is not written yet.",
    "ASM-03": "Records do not say which assessment a management decision is about.",
}
