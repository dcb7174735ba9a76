"""The words Annex A allows for our codes.

Taken from the specification that the London councils share and from the queries written for the
Standard Safeguarding Dataset; not checked against Ofsted's own workbook of 2026. A code of ours
without a word of theirs (retired codes of activity) is written out and shows up in the checks.
"""

from sightline.records.codes import CODES

YES_NO = {True: "a) Yes", False: "b) No", None: "c) Unknown"}
YES_OR_NO: dict[bool | None, str] = {True: "a) Yes", False: "b) No"}
SEX = {"M": "a) Male", "F": "b) Female", "U": "c) Not stated/recorded (or unborn)"}
HARM = {
    "NEG": "a) Neglect",
    "PHY": "b) Physical abuse",
    "SAB": "c) Sexual abuse",
    "EMO": "d) Emotional abuse",
    "MUL": "e) Multiple/not recommended",
}
ELIGIBILITY = {
    "relevant": "a) Relevant",
    "former relevant": "b) Former relevant",
    "qualifying": "c) Qualifying",
    "eligible": "d) Eligible",
    "none": "e) Other",
}
SUITABILITY = {"1": "a) Suitable", "2": "b) Unsuitable"}
IN_TOUCH = {
    "YES": "a) Yes",
    "NO": "b) No",
    "DIED": "c) Died",
    "REFU": "d) Refu",
    "NREQ": "e) NREQ",
    "RHOM": "f) Rhom",
}
_ETHNICITY = (
    "WBRI WIRI WIRT WOTH WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH "
    "REFU NOBT"
)
ETHNICITY = {
    code: f"{letter}) {code}"
    for letter, code in zip("abcdefghijklmnopqrst", _ETHNICITY.split(), strict=True)
}
_WHO_TOLD = {
    "a": ("1A", "Individual"),
    "b": ("1B", "Individual"),
    "c": ("1C", "Individual"),
    "d": ("1D", "Individual"),
    "e": ("2A", "Schools"),
    "f": ("2B", "Education services"),
    "g": ("3A", "Health services"),
    "h": ("3B", "Health services"),
    "i": ("3C", "Health services"),
    "j": ("3D", "Health services"),
    "k": ("3E", "Health services"),
    "l": ("3F", "Health services"),
    "m": ("4", "Housing"),
    "n": ("5A", "LA services"),
    "o": ("5B", "LA services"),
    "p": ("5C", "LA services"),
    "p1": ("5D", "LA services"),
    "q": ("6", "Police"),
    "r": ("7", "Other legal agency"),
    "s": ("8", "Other"),
    "t": ("9", "Anonymous"),
    "u": ("10", "Unknown"),
}
WHO_TOLD = {code: f"{letter}) {code}: {words}" for letter, (code, words) in _WHO_TOLD.items()}
PRIMARY_NEED = {
    "N1": "N1 - Abuse or neglect",
    "N2": "N2 - Child's disability",
    "N3": "N3 - Parental disability or illness",
    "N4": "N4 - Family in acute stress",
    "N5": "N5 - Family dysfunction",
    "N6": "N6 - Socially unacceptable behaviour",
    "N7": "N7 - Low income",
    "N8": "N8 - Absent parenting",
    "N9": "N9 - Cases other than children in need",
    "N0": "N0 - Not stated",
}
CLOSURE_REASON = {
    "RC1": "RC1 - Adopted",
    "RC2": "RC2 - Died",
    "RC3": "RC3 - Child arrangements order",
    "RC4": "RC4 - Special guardianship order",
    "RC5": "RC5 - Transferred to services of another local authority",
    "RC6": "RC6 - Transferred to adult social care services",
    "RC7": "RC7 - Services ceased for any other reason",
    "RC8": "RC8 - Case closed after assessment, no further action",
    "RC9": "RC9 - Case closed after assessment, referred to early help",
}
IN_CARE, PROTECTION, IN_NEED, ASSESSMENT, CLOSED = CASE_STATUS = (
    "a) Looked after child",
    "b) Child Protection plan",
    "c) Child in need plan",
    "d) Open assessment",
    "e) Closed episode",
)
# A plan to stay with relatives or friends may be fostering or an order: it is written as other.
PERMANENCE_PLAN = {
    "RETURN1M": "a) Return to family",
    "RETURN6M": "a) Return to family",
    "RETURNEV": "a) Return to family",
    "REMAINSUP": "a) Return to family",
    "ADOPTION": "b) Adoption",
    "SUPPLIV": "d) Supported living in the community",
    "RESPLMT": "e) Long-term residential placement",
    "LTFOST18": "f) Long-term fostering",
    "LTRELFR": "g) Other",
    "OTHERPLN": "g) Other",
}
ACCOMMODATION = {code: f"{code}: {words}" for code, words in CODES["accommodation"].items()}
ACTIVITY = {
    code: f"{code}: {words}"
    for code, words in CODES["activity"].items()
    if code not in ("F3", "P3")
}
# Lists 8 and 10 hold the bare codes of the return on children looked after.
LEGAL_STATUS, PLACEMENT_TYPE, PROVIDER, END_REASON, REVERSAL = (
    {code: code for code in CODES[name] if code != "X1"}
    for name in (
        "legal_status",
        "placement_type",
        "placement_provider",
        "episode_end_reason",
        "adoption_reversal",
    )
)

# By heading: the words allowed, whatever the list.
ALLOWED: dict[str, frozenset[str]] = {
    heading: frozenset(words)
    for heading, words in {
        "Gender": SEX.values(),
        "Ethnicity": ETHNICITY.values(),
        "Contact Source": WHO_TOLD.values(),
        "Referral Source": WHO_TOLD.values(),
        "Primary Need Code": PRIMARY_NEED.values(),
        "Child's Category of Need": PRIMARY_NEED.values(),
        "Reason for Closure": CLOSURE_REASON.values(),
        "Case Status": CASE_STATUS,
        "Initial Category of Abuse": HARM.values(),
        "Latest Category of Abuse": HARM.values(),
        "Child's Legal Status": LEGAL_STATUS,
        "Reason Ceased to be Looked After": END_REASON,
        "What is the permanence plan for this child?": PERMANENCE_PLAN.values(),
        "Placement Type": PLACEMENT_TYPE,
        "Placement Provider": PROVIDER,
        "Eligibility Category": ELIGIBILITY.values(),
        "LA in Touch": IN_TOUCH.values(),
        "Type of Accommodation": ACCOMMODATION.values(),
        "Suitability of Accommodation": SUITABILITY.values(),
        "Activity Status": ACTIVITY.values(),
        "Reason Why Child No Longer Placed for Adoption": REVERSAL,
        "Reason for leaving adoption process": (
            "a) Withdrew",
            "b) Process on hold",
            "c) Application refused",
        ),
    }.items()
}


def choice(words: dict[str, str], code: str | None) -> str | None:
    """The word for a code; a code without one as it is, and nothing for none."""
    return None if code is None else words.get(code, code)
