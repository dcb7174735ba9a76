"""Code lists about the child, leaving care and permanence, by the codes of returns.

Meanings in our own words. Sources as in ``codes``.
"""

DISABILITY = {
    "NONE": "none",
    "MOB": "getting about",
    "HAND": "use of the hands",
    "PC": "washing, eating, dressing",
    "INC": "bladder or bowels",
    "COMM": "speaking and being understood",
    "LD": "learning",
    "HEAR": "hearing",
    "VIS": "seeing",
    "BEH": "behaviour",
    "CON": "fits and loss of consciousness",
    "AUT": "autism",
    "DDA": "another disability under the Equality Act",
}

SPECIAL_NEED = {
    "SPLD": "specific learning difficulty",
    "MLD": "moderate learning difficulty",
    "SLD": "severe learning difficulty",
    "PMLD": "profound and multiple learning difficulty",
    "SEMH": "social, emotional and mental health",
    "SLCN": "speech, language and communication",
    "HI": "hearing",
    "VI": "sight",
    "MSI": "sight and hearing together",
    "PD": "physical disability",
    "ASD": "autism",
    "OTH": "another need",
}

REVIEW_PARTICIPATION = {
    "PN0": "under four",
    "PN1": "came and spoke",
    "PN2": "came, and an advocate spoke",
    "PN3": "came and took part without words",
    "PN4": "came and took no part",
    "PN5": "did not come, an advocate was briefed",
    "PN6": "did not come, sent their views another way",
    "PN7": "did not come and sent no views",
}

NO_SCORE_REASON = {
    "SDQ1": "too young or too old",
    "SDQ2": "the carer did not want to",
    "SDQ3": "the child's disability stood against it",
    "SDQ4": "another reason",
    "SDQ5": "the child did not want to",
}

ELIGIBILITY = {
    "eligible": "16 or 17, in care, and has been for 13 weeks since 14",
    "relevant": "16 or 17, no longer in care, was eligible",
    "former relevant": "18 to 25, was eligible or relevant",
    "qualifying": "16 to 25, some time in care, fewer duties",
    "none": "no duties now",
}

IN_TOUCH = {
    "YES": "in touch",
    "NO": "not in touch",
    "DIED": "died",
    "REFU": "does not want contact",
    "NREQ": "needs no more help",
    "RHOM": "went home for good",
}

ACCOMMODATION = {
    "B": "with parents or relatives",
    "C": "children's home or other residential care",
    "D": "semi-independent, with support",
    "E": "supported lodgings",
    "G": "gone abroad",
    "H": "deported",
    "K": "lodgings without support",
    "R": "nobody knows",
    "S": "homeless",
    "T": "foyer",
    "U": "own home",
    "V": "emergency accommodation",
    "W": "bed and breakfast",
    "X": "custody",
    "Y": "anything else",
    "Z": "with former foster carers",
}

ACCOMMODATION_SUITABILITY = {"1": "suitable", "2": "not suitable"}

_PART = {"F": "full time", "P": "part time"}
_ACTIVITY = {
    "1": "higher education",
    "2": "education below higher",
    "3": "training or work (retired: 4 and 5 say which)",
    "4": "apprenticeship",
    "5": "training or work, no apprenticeship",
}

ACTIVITY = {
    **{
        f"{letter}{number}": f"{what}, {part}"
        for number, what in _ACTIVITY.items()
        for letter, part in _PART.items()
    },
    "G4": "none, because of illness or disability",
    "G5": "none, for another reason",
    "G6": "none, because of pregnancy or parenting",
}

PERMANENCE_PLAN = {
    "REMAINSUP": "stay with the family, with support",
    "RETURN1M": "home within a month",
    "RETURN6M": "home within six months",
    "RETURNEV": "home one day",
    "LTRELFR": "long term with relatives or friends",
    "LTFOST18": "long-term foster care until 18",
    "RESPLMT": "long-term residential care",
    "SUPPLIV": "supported living",
    "ADOPTION": "adoption",
    "OTHERPLN": "another plan",
}

PREVIOUS_PERMANENCE = {
    "P1": "adoption",
    "P2": "special guardianship",
    "P3": "residence or child arrangements order",
    "P4": "not known which",
    "Z1": "none before",
}

PERMANENCE_ORDER = {
    "adoption": "adoption order",
    "special guardianship": "special guardianship order",
    "child arrangements": "child arrangements order (before 2014 residence order)",
}

ADOPTION_REVERSAL = {
    "RD1": "the child's needs changed",
    "RD2": "the court made no placement order",
    "RD3": "no adopters were found",
    "RD4": "another reason",
}

ADOPTER_SEX = {
    "M1": "one man",
    "F1": "one woman",
    "MM": "two men",
    "FF": "two women",
    "MF": "a man and a woman",
}

ADOPTER_STATUS = {
    "L0": "single",
    "L11": "married, man and woman",
    "L12": "married, of one sex",
    "L2": "civil partners",
    "L3": "unmarried, man and woman",
    "L4": "unmarried, of one sex",
}
