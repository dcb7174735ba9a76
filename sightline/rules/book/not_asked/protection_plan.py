"""What is not asked about protection plan: questions that wait for records, and standards without a rule."""

WAITING: tuple[tuple[str, str, str], ...] = (
    ("protection plan", "Did the core group meet in time?", "core groups: no record table yet"),
    (
        "protection plan",
        "Does the plan's category still fit the factors found?",
        "the day a category changed: no column yet",
    ),
    (
        "protection plan",
        "Does the child move between plans in turn?",
        "a standard that says how many or how long",
    ),
)

STANDARDS_WITHOUT_RULE: dict[str, str] = {
    "TRF-01": "Records do not hold the day another council gave notice.",
    "PRB-01": "Its rule is not written yet.",
    "CPC-01": "Records hold no reports to conferences.",
    "CPC-02": "Records hold no reports to conferences.",
    "COR-01": "Records hold no core groups.",
    "COR-02": "Records hold no core groups.",
    "CPV-02": "An alternative to CPV-01 that a council may set as its own value.",
    "CPV-03": "Its rule is not written yet.",
    "CPV-04": "Its rule is not written yet.",
    "CPE-04": "Its rule is not written yet.",
    "CPE-05": "Records hold no child in need meetings.",
    "QUO-01": "Its rule is not written yet.",
}
