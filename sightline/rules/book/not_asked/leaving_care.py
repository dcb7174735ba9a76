"""What is not asked about leaving care: questions that wait for records, and standards without a rule."""

WAITING: tuple[tuple[str, str, str], ...] = (
    (
        "leaving care",
        "Was the pathway plan made and reviewed, and is the adviser in touch?",
        "care leavers, their advisers, plans and homes: no record table yet",
    ),
    (
        "leaving care",
        "Were homeless young people told of their rights?",
        "homelessness of 16 and 17 year olds: no record table yet",
    ),
)

STANDARDS_WITHOUT_RULE: dict[str, str] = {
    "PPN-01": "Records hold no care leavers.",
    "PPN-02": "Records hold no care leavers.",
    "PPN-03": "Records hold no care leavers.",
    "PAV-01": "Records hold no care leavers.",
    "PAV-02": "Records hold no care leavers.",
    "PAV-03": "Records hold no care leavers.",
    "HOM-01": "Records hold no homelessness of 16 and 17 year olds.",
}
