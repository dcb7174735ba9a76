"""Code lists of children in care: legal status, episodes and placements.

Codes of the Department for Education's return on children looked after; meanings in our own words.
"""

LEGAL_STATUS = {
    "C1": "interim care order",
    "C2": "full care order",
    "D1": "freeing order (no longer made)",
    "E1": "placement order",
    "V2": "section 20, accommodated by agreement",
    "V3": "section 20, a single short break",
    "V4": "section 20, an agreed series of short breaks",
    "L1": "police protection",
    "L2": "emergency protection order",
    "L3": "child assessment order",
    "J1": "on remand",
    "J2": "held under the Police and Criminal Evidence Act",
    "J3": "youth rehabilitation order with residence",
}

EPISODE_START_REASON = {
    "S": "care began",
    "L": "legal status changed, nothing else",
    "P": "placement and carer changed",
    "T": "placement changed, the same carer",
    "B": "legal status, placement and carer changed",
    "U": "legal status and placement changed, the same carer",
}

EPISODE_END_REASON = {
    "X1": "another episode follows at once",
    "E11": "adopted, nobody opposed it",
    "E12": "adopted, consent dispensed with",
    "E13": "went to live with family or friends without parental responsibility",
    "E14": "remand ended",
    "E15": "found on assessment to be 18 or over",
    "E16": "moved abroad",
    "E17": "turned 18 and stayed with the carers",
    "E2": "died",
    "E3": "another council took over the care",
    "E4A": "went home to parents as planned",
    "E4B": "went home to parents, not as planned",
    "E41": "child arrangements order",
    "E45": "special guardianship to former foster carers who are family or friends",
    "E46": "special guardianship to other former foster carers",
    "E47": "special guardianship to other family or friends",
    "E48": "special guardianship to somebody else",
    "E5": "moved to live independently with support",
    "E6": "moved to live independently without support",
    "E7": "moved to residential care paid for by adult social care",
    "E8": "care ended for another reason",
    "E9": "sentenced to custody",
}

PLACEMENT_TYPE = {
    "A3": "placed for adoption with consent, with the current foster carer",
    "A4": "placed for adoption with consent, not with the current foster carer",
    "A5": "placed for adoption by order, with the current foster carer",
    "A6": "placed for adoption by order, not with the current foster carer",
    "H5": "semi-independent living",
    "K1": "secure children's home",
    "K2": "children's home",
    "P1": "with parents or others with parental responsibility",
    "P2": "independent living",
    "P3": "residential employment",
    "R1": "residential care home",
    "R2": "health service accommodation",
    "R3": "family centre or mother and baby unit",
    "R5": "young offender institution or prison",
    "S1": "residential school",
    "T0": "away for a short time, any kind",
    "T1": "in hospital for a short time",
    "T2": "on holiday",
    "T3": "elsewhere while the foster carer is on holiday",
    "T4": "elsewhere for a short time, up to a week",
    "U1": "foster carer who is family or a friend, long term",
    "U2": "foster carer who is family or a friend, fostering for adoption",
    "U3": "foster carer who is family or a friend, other",
    "U4": "other foster carer, long term",
    "U5": "other foster carer, fostering for adoption",
    "U6": "other foster carer, other",
    "Z1": "anywhere else",
}

PLACEMENT_PROVIDER = {
    "PR0": "parents or others with parental responsibility",
    "PR1": "the council itself",
    "PR2": "another council",
    "PR3": "another public body",
    "PR4": "private provider",
    "PR5": "voluntary organisation",
}

PLACEMENT_CHANGE_REASON = {
    "CARPL": "the care plan said so",
    "CLOSE": "the carer gave up or the home closed",
    "ALLEG": "an allegation was made",
    "STAND": "worry about the standard of care",
    "APPRR": "approval was withdrawn",
    "CREQB": "the carer asked, because of the child's behaviour",
    "CREQO": "the carer asked, for another reason",
    "CHILD": "the child asked",
    "LAREQ": "a council asked",
    "PLACE": "only the standing of the placement changed",
    "CUSTOD": "custody",
    "OTHER": "another reason",
}

SHORT_BREAKS = ("V3", "V4")
"""Legal statuses of a child who lives at home and stays elsewhere for some days: no period of care."""

AWAY_FOR_A_SHORT_TIME = ("T0", "T1", "T2", "T3", "T4")
"""Kinds of placement that interrupt another for a while, such as hospital or a holiday."""

WITH_PARENTS = "P1"
LONG_TERM_FOSTERING = ("U1", "U4")

MUST_BE_REGISTERED = ("K1", "K2", "H5", "Z1")
"""Kinds of placement whose home is to be on Ofsted's register: children's homes, secure ones too,
supported living from October 2023, and whatever no other code fits."""

SAME_CARER = "PLACE"
"""The reason for a placement's end where only its standing changed: the child did not move."""

INTERIM_CARE_ORDER = "C1"
CARE_ORDER = "C2"
BY_AGREEMENT = "V2"

NOT_YET_PERMANENCE = ("RETURNEV", "OTHERPLN")
"""Plans that do not say where the child is to grow up, or not by when."""
