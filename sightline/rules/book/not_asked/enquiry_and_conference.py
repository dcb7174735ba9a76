"""What is not asked about enquiry and conference: questions that wait for records, and standards without a rule."""

WAITING: tuple[tuple[str, str, str], ...] = (
    (
        "enquiry and conference",
        "Was a strategy discussion held in time?",
        "the day harm was first suspected: no column yet",
    ),
    (
        "enquiry and conference",
        "Were there two enquiries in a year with no change of plan?",
        "a standard that says how many or how long",
    ),
    (
        "enquiry and conference",
        "Was the child seen before the enquiry was concluded?",
        "a standard that says so (enquiries.child_seen is there)",
    ),
    (
        "enquiry and conference",
        "Did a transfer conference meet in time?",
        "the day another council gave notice: no column yet",
    ),
)

STANDARDS_WITHOUT_RULE: dict[str, str] = {
    "STR-01": "Records do not hold the day harm was first suspected.",
    "S47-02": "Records hold no reasons for a late conference.",
}
