"""Code lists of Sightline's own, for what no return holds: visits, agencies, alerts, plans."""

VISIT_MODE = {
    "in person": "worker and child were in one place",
    "virtual": "by video or telephone",
    "attempted": "nobody was there, or the door stayed shut",
}

AGENCY = {
    "social care": "the council's children's social care",
    "early help": "the council's early help or family help",
    "police": "police",
    "health": "health service, mental health included",
    "education": "school, nursery or college",
    "housing": "housing",
    "probation": "probation",
    "youth justice": "youth justice",
    "adult services": "services for adults: social care, drugs and alcohol, domestic abuse",
    "legal": "the council's or another lawyer",
    "fostering or residential": "foster carer, children's home or their agency",
    "voluntary": "voluntary or faith organisation",
    "family": "a member of the family",
    "other": "another agency",
}

ALERT_KIND = {
    "sexual exploitation": "may be used for sex",
    "criminal exploitation": "may be used for crime, county lines included",
    "trafficking": "may be trafficked",
    "gangs": "may be drawn into gangs or serious violence",
    "going missing": "goes missing again and again",
    "radicalisation": "may be drawn into extremism",
    "domestic abuse": "domestic abuse in the home",
    "danger to others": "somebody in the home is a danger to visitors or children",
    "other": "another warning",
}

EXPLOITATION_KIND = {
    "sexual": "used for sex",
    "criminal": "used for crime, county lines included",
    "trafficking or slavery": "moved or kept to be used",
    "radicalisation": "drawn into extremism",
    "several": "more than one of these",
}

LEVEL_OF_WORRY = {
    "low": "little sign of it",
    "medium": "signs of it, and no proof",
    "high": "it is happening, or is about to",
    "not judged": "nobody has judged yet",
}

NOTIFICATION_KIND = {
    "domestic abuse": "the police were called to domestic abuse",
    "custody": "the child was held by the police",
    "hospital": "the child came to hospital",
    "death or serious harm": "a child died or was seriously harmed",
    "placed from elsewhere": "another council placed a child in this one's area",
    "other": "anything else",
}

MEETING_KIND = {
    "strategy discussion": "strategy discussion",
    "initial conference": "initial child protection conference",
    "review conference": "review child protection conference",
    "core group": "core group",
    "child in need review": "review of a child in need plan",
    "legal planning meeting": "legal planning meeting",
    "care review": "review of a child in care",
    "panel": "a panel of agencies, such as on exploitation",
    "enquiry outcome": "the decision at the end of an enquiry",
    "other": "another meeting",
}

VIEW_OF_DECISION = {
    "agreed": "agreed",
    "disagreed": "disagreed, and it is written down",
    "no view": "gave no view",
}

PLAN_KIND = {
    "protection plan": "child protection plan",
    "child in need plan": "child in need plan",
    "care plan": "care plan of a child in care",
    "pathway plan": "pathway plan of a care leaver",
    "pre-proceedings": "what was agreed in pre-proceedings",
    "other": "another plan",
}

FINDING_OF_CHANGE = {
    "better": "better than before",
    "as before": "no change",
    "worse": "worse than before",
    "resolved": "the harm is over",
}

AREA_OF_CARE = {
    "physical care": "food, home, clothes, health",
    "safety": "kept from danger",
    "emotional care": "warmth and attention",
    "development": "play, learning, praise",
}

ALLEGATION_OUTCOME = {
    "substantiated": "there is enough to show that it happened",
    "unsubstantiated": "there is too little to show either",
    "unfounded": "it did not happen as believed",
    "false": "there is enough to show that it did not happen",
    "malicious": "it was made up to harm",
    "no further action": "it did not reach the threshold",
}

EXCLUSION_KIND = {"suspension": "for some days", "permanent": "for good"}

PLAN_QUALITY = {"good": "good", "partly": "good in part", "poor": "to be done again"}

LEGAL_GATEWAY_OUTCOME = {
    "A": "go on as before",
    "B": "begin pre-proceedings",
    "C": "go to court",
    "D": "not known",
}

PRE_PROCEEDINGS_OUTCOME = {
    "to court": "care proceedings were issued",
    "stepped down": "the family is helped without a court",
}

HEALTH_CHECK_KIND = {
    "initial health assessment": "the first health assessment in care",
    "health assessment": "a health assessment, the first or a later one",
    "dental check": "by a dentist",
    "eye check": "by an optician",
    "development check": "health surveillance of a child under five",
}

HEALTH_CHECK_STATUS = {
    "planned": "to come",
    "completed": "took place",
    "refused": "the young person did not want it",
    "cancelled": "called off",
}
