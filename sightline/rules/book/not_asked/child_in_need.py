"""What is not asked about child in need: questions that wait for records, and standards without a rule."""

WAITING: tuple[tuple[str, str, str], ...] = ()

STANDARDS_WITHOUT_RULE: dict[str, str] = {}
