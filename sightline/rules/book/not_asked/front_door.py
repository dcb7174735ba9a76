"""What is not asked about front door: questions that wait for records, and standards without a rule."""

WAITING: tuple[tuple[str, str, str], ...] = (
    (
        "front door",
        "Was every contact decided in time?",
        "a standard for contacts (contacts.decided is there)",
    ),
    (
        "front door",
        "Do contacts keep coming and end with no further action?",
        "codes for contacts.outcome, and a standard that says how many or how long",
    ),
    (
        "front door",
        "Was the case closed after assessment and referred again within months?",
        "a standard that says how many or how long",
    ),
    (
        "front door",
        "Were contacts out of hours followed up?",
        "the time of a contact: records hold days only",
    ),
)

STANDARDS_WITHOUT_RULE: dict[str, str] = {"REF-02": "Its rule is not written yet."}
