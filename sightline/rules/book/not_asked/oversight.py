"""What is not asked about oversight: questions that wait for records, and standards without a rule."""

WAITING: tuple[tuple[str, str, str], ...] = ()

STANDARDS_WITHOUT_RULE: dict[str, str] = {
    "SUP-02": "Asked of a worker's first weeks, and supervision is recorded by child: it belongs to a "
    "measure of workers.",
    "SUP-03": "Asked of a worker's first months, and supervision is recorded by child: it belongs to a "
    "measure of workers.",
    "CAS-01": "An average to compare with, not a limit.",
    "CAS-02": "Caseload is of a worker, not of a child; it belongs to a measure.",
    "CAS-03": "A weight by which a measure tells caseloads, not a limit.",
}
