"""What is not asked about in care: questions that wait for records, and standards without a rule."""

WAITING: tuple[tuple[str, str, str], ...] = (
    (
        "in care",
        "Was the child in care visited, reviewed and seen by a doctor in time?",
        "visits to, reviews and health of children in care: no record table yet",
    ),
    (
        "in care",
        "Has the child moved three times in a year?",
        "a standard for the number of placements (CLA-21 holds the window)",
    ),
    ("in care", "Is there a plan for permanence?", "permanence plans: no record table yet"),
    ("in care", "Does the child go to school?", "education: no record table yet"),
)

STANDARDS_WITHOUT_RULE: dict[str, str] = {
    "CLA-01": "Records hold no visits to, reviews, plans or health of children in care.",
    "CLA-02": "Records hold no visits to, reviews, plans or health of children in care.",
    "CLA-03": "Records hold no visits to, reviews, plans or health of children in care.",
    "CLA-04": "Records hold no visits to, reviews, plans or health of children in care.",
    "CLA-05": "Records hold no visits to, reviews, plans or health of children in care.",
    "CLA-06": "Records hold no visits to, reviews, plans or health of children in care.",
    "CLA-07": "Records hold no visits to, reviews, plans or health of children in care.",
    "CLA-08": "Records hold no visits to, reviews, plans or health of children in care.",
    "CLA-09": "Records hold no visits to, reviews, plans or health of children in care.",
    "CLA-10": "Records hold no visits to, reviews, plans or health of children in care.",
    "CLA-11": "Records hold no visits to, reviews, plans or health of children in care.",
    "CLA-12": "Records hold no visits to, reviews, plans or health of children in care.",
    "CLA-13": "Records hold no visits to, reviews, plans or health of children in care.",
    "CLA-14": "Records hold no visits to, reviews, plans or health of children in care.",
    "CLA-15": "Records hold no visits to, reviews, plans or health of children in care.",
    "CLA-16": "Records hold no visits to, reviews, plans or health of children in care.",
    "CLA-17": "Records hold no visits to, reviews, plans or health of children in care.",
    "CLA-18": "Records hold no visits to, reviews, plans or health of children in care.",
    "CLA-19": "Records hold no visits to, reviews, plans or health of children in care.",
    "CLA-20": "Records hold no visits to, reviews, plans or health of children in care.",
    "CLA-21": "Its count of three placements is not a standard of its own yet.",
    "CLA-22": "Records hold no dental checks.",
    "IRO-01": "Records hold no contacts of reviewing officers.",
    "ICP-01": "Records hold no consents.",
    "PER-01": "Records hold no permanence plans.",
}
