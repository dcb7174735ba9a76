"""What is not asked about oversight: questions that wait for records, and standards without a rule."""

WAITING: tuple[tuple[str, str, str], ...] = (
    (
        "oversight",
        "Did the child have three workers in a year?",
        "a standard that says how many or how long",
    ),
    (
        "oversight",
        "Did a manager decide at each turning point?",
        "codes for management_decisions.turning_point",
    ),
)

STANDARDS_WITHOUT_RULE: dict[str, str] = {
    "SUP-01": "Supervision is recorded by child, not by worker; it belongs to a measure of "
    "workers.",
    "SUP-02": "Supervision is recorded by child, not by worker; it belongs to a measure of "
    "workers.",
    "SUP-03": "Supervision is recorded by child, not by worker; it belongs to a measure of "
    "workers.",
    "CAS-01": "An average to compare with, not a limit.",
    "CAS-02": "Caseload is of a worker, not of a child; it belongs to a measure.",
}
