"""What is not asked about the child's own social worker: questions that wait for records."""

WAITING: tuple[tuple[str, str, str], ...] = (
    (
        "social worker",
        "Was the worker who visited the child's own?",
        "the worker of each visit: most sources leave it empty",
    ),
)

STANDARDS_WITHOUT_RULE: dict[str, str] = {}
