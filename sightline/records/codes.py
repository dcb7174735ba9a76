"""Code lists: what each code in a record means, by the ``codes`` name of its column.

Codes of returns are those of the Department for Education's children in need census and return on
children looked after (gov.uk, "Children in need census" and "Children looked-after return"), with
meanings in our own words. Some lists are Sightline's own, because no return holds them: the roles
of allocations, the reasons a protection plan ended, and those of ``codes_practice``. A source's
door maps its words to these.
"""

from sightline.records.codes_about_the_child import (
    ACCOMMODATION,
    ACCOMMODATION_SUITABILITY,
    ACTIVITY,
    ADOPTER_SEX,
    ADOPTER_STATUS,
    ADOPTION_REVERSAL,
    DISABILITY,
    ELIGIBILITY,
    IN_TOUCH,
    NO_SCORE_REASON,
    PERMANENCE_ORDER,
    PERMANENCE_PLAN,
    PREVIOUS_PERMANENCE,
    REVIEW_PARTICIPATION,
    SPECIAL_NEED,
)
from sightline.records.codes_in_care import (
    EPISODE_END_REASON,
    EPISODE_START_REASON,
    LEGAL_STATUS,
    PLACEMENT_CHANGE_REASON,
    PLACEMENT_PROVIDER,
    PLACEMENT_TYPE,
)
from sightline.records.codes_practice import (
    AGENCY,
    ALERT_KIND,
    ALLEGATION_OUTCOME,
    AREA_OF_CARE,
    EXCLUSION_KIND,
    EXPLOITATION_KIND,
    FINDING_OF_CHANGE,
    HEALTH_CHECK_KIND,
    HEALTH_CHECK_STATUS,
    LEGAL_GATEWAY_OUTCOME,
    LEVEL_OF_WORRY,
    MEETING_KIND,
    NOTIFICATION_KIND,
    PLAN_KIND,
    PLAN_QUALITY,
    PRE_PROCEEDINGS_OUTCOME,
    VIEW_OF_DECISION,
    VISIT_MODE,
)

SEX = {"F": "female", "M": "male", "U": "not known"}

ETHNICITY = {
    "WBRI": "White British",
    "WIRI": "White Irish",
    "WIRT": "Traveller of Irish heritage",
    "WROM": "Gypsy or Roma",
    "WOTH": "any other White background",
    "MWBC": "White and Black Caribbean",
    "MWBA": "White and Black African",
    "MWAS": "White and Asian",
    "MOTH": "any other mixed background",
    "AIND": "Indian",
    "APKN": "Pakistani",
    "ABAN": "Bangladeshi",
    "AOTH": "any other Asian background",
    "BCRB": "Black Caribbean",
    "BAFR": "Black African",
    "BOTH": "any other Black background",
    "CHNE": "Chinese",
    "OOTH": "any other ethnic group",
    "REFU": "the family chose not to say",
    "NOBT": "not yet asked",
}

REFERRAL_SOURCE = {
    "1A": "family member, relative or carer",
    "1B": "acquaintance",
    "1C": "the child",
    "1D": "another person",
    "2A": "school",
    "2B": "education services",
    "3A": "general practitioner",
    "3B": "health visitor",
    "3C": "school nurse",
    "3D": "other primary health service",
    "3E": "accident and emergency",
    "3F": "other health service",
    "4": "housing",
    "5A": "the council's social care",
    "5B": "another service of the council",
    "5C": "another council",
    "5D": "early help (from 2022)",
    "6": "police",
    "7": "court, probation or another legal agency",
    "8": "another organisation",
    "9": "anonymous",
    "10": "not known",
}

PRIMARY_NEED = {
    "N1": "abuse or neglect, domestic abuse included",
    "N2": "the child's disability",
    "N3": "a parent's disability, illness or addiction",
    "N4": "family in acute stress",
    "N5": "family dysfunction",
    "N6": "socially unacceptable behaviour",
    "N7": "low income",
    "N8": "absent parenting",
    "N9": "not in need, help after adoption only",
    "N0": "not stated",
}

CLOSURE_REASON = {
    "RC1": "adopted",
    "RC2": "died",
    "RC3": "child arrangements order",
    "RC4": "special guardianship order",
    "RC5": "moved to another council",
    "RC6": "moved to adult social care",
    "RC7": "help ended for another reason",
    "RC8": "closed after assessment, no further action",
    "RC9": "closed after assessment, on to early help (from 2023)",
}

NEED_OF_ABUSE_OR_NEGLECT = "N1"
"""The main reason for help that covers neglect."""

CLOSED_AFTER_ASSESSMENT = ("RC8", "RC9")
"""Reasons for which a case was closed once an assessment was done, and help passed on or ended."""

HARM_CATEGORY = {
    "NEG": "neglect",
    "PHY": "physical abuse",
    "SAB": "sexual abuse",
    "EMO": "emotional abuse",
    "MUL": "several kinds of harm on one plan",
}

NEGLECT_CATEGORY = "NEG"
"""The kind of harm of a protection plan that says neglect."""

_WHOSE = {"A": "the child", "B": "a parent or carer", "C": "another person in the home"}
_OF_WHOM = {
    "1": "alcohol misuse",
    "2": "drug misuse",
    "4": "mental health",
    "5": "learning disability",
    "6": "physical disability or illness",
}

FACTOR = {
    **{
        f"{number}{letter}": f"{what}: {who}"
        for number, what in _OF_WHOM.items()
        for letter, who in _WHOSE.items()
    },
    **{f"3{letter}": f"domestic abuse suffered by {who}" for letter, who in _WHOSE.items()},
    "7A": "young carer",
    "8A": "privately fostered (retired: 8B to 8F say which kind)",
    "8B": "privately fostered, from overseas and means to return",
    "8C": "privately fostered, from overseas and means to stay",
    "8D": "privately fostered, from the United Kingdom, for education",
    "8E": "privately fostered, from the United Kingdom, family made other arrangements",
    "8F": "privately fostered, any other way",
    "9A": "unaccompanied asylum-seeking child",
    "10A": "going missing",
    "11A": "child sexual exploitation",
    "12A": "trafficking",
    "13A": "gangs",
    "14A": "socially unacceptable behaviour",
    "15A": "self-harm",
    "16A": "neglect",
    "17A": "emotional abuse",
    "18A": "physical abuse (retired: 18B and 18C say by whom)",
    "18B": "physical abuse by another child",
    "18C": "physical abuse by an adult",
    "19A": "sexual abuse (retired: 19B and 19C say by whom)",
    "19B": "sexual abuse by another child",
    "19C": "sexual abuse by an adult",
    "20": "another factor",
    "21": "no factor found",
    "22A": "female genital mutilation",
    "23A": "abuse linked to faith or belief",
    "24A": "child criminal exploitation",
}

HARM_OF_FACTOR = {
    "11A": "SAB",
    "16A": "NEG",
    "17A": "EMO",
    "18A": "PHY",
    "18B": "PHY",
    "18C": "PHY",
    "19A": "SAB",
    "19B": "SAB",
    "19C": "SAB",
}
"""The kind of harm a factor is by its name. Factors about parents and circumstances have none."""

NEGLECT = "16A"
"""The factor that says neglect."""

PARENTS_DIFFICULTIES = ("1B", "2B", "3B", "4B", "5B")
"""Factors about a parent that seldom go away unseen: alcohol, drugs, domestic abuse, mental health
and learning disability."""

MISSING_TYPE = {
    "M": "missing: nobody knew where the child was",
    "A": "away without authorisation: it was known where the child was",
}

PLAN_END_REASON = {
    "no longer at risk of significant harm": "a review conference judged the child safe enough",
    "entered care": "the child came into care",
    "transferred to another council": "the family moved for good and the new council took over",
    "turned 18": "the young person turned 18",
    "died": "the child died",
    "left the United Kingdom": "the family left the country for good",
    "other": "another reason, given in the source",
}

ENDINGS_OUTSIDE_A_REVIEW = (
    "entered care",
    "transferred to another council",
    "turned 18",
    "died",
    "left the United Kingdom",
)
"""Reasons for which a plan ends without a review judging the child safer: rules about plans that
ended too soon leave these out."""

ALLOCATION_ROLE = {
    "social worker": "the child's social worker",
    "manager": "a team manager who holds the case",
    "family help lead": "family help lead practitioner, who may not be a social worker",
    "lead child protection practitioner": "leads protection work beside the family help lead",
    "personal adviser": "holds the case of a care leaver",
    "team": "a team, with no worker named",
    "independent reviewing officer": "reviews the plan of a child in care",
    "conference chair": "chairs child protection conferences",
    "duty worker": "answers for the day, holds no case",
    "family support worker": "works with the family beside the social worker",
    "early help worker": "supports the family outside social care",
    "supervising social worker": "supports the foster carer, not the child",
    "advocate": "speaks for the child",
    "other": "any other role",
}

CASE_HOLDING_ROLES = (
    "social worker",
    "manager",
    "family help lead",
    "lead child protection practitioner",
    "personal adviser",
)
"""Roles in which a named worker holds a child's case. A reviewing officer, a duty worker and a
team do not."""

CODES: dict[str, dict[str, str]] = {
    "sex": SEX,
    "ethnicity": ETHNICITY,
    "referral_source": REFERRAL_SOURCE,
    "primary_need": PRIMARY_NEED,
    "closure_reason": CLOSURE_REASON,
    "harm_category": HARM_CATEGORY,
    "factor": FACTOR,
    "missing_type": MISSING_TYPE,
    "plan_end_reason": PLAN_END_REASON,
    "allocation_role": ALLOCATION_ROLE,
    "legal_status": LEGAL_STATUS,
    "episode_start_reason": EPISODE_START_REASON,
    "episode_end_reason": EPISODE_END_REASON,
    "placement_type": PLACEMENT_TYPE,
    "placement_provider": PLACEMENT_PROVIDER,
    "placement_change_reason": PLACEMENT_CHANGE_REASON,
    "disability": DISABILITY,
    "special_need": SPECIAL_NEED,
    "review_participation": REVIEW_PARTICIPATION,
    "no_score_reason": NO_SCORE_REASON,
    "eligibility": ELIGIBILITY,
    "in_touch": IN_TOUCH,
    "accommodation": ACCOMMODATION,
    "accommodation_suitability": ACCOMMODATION_SUITABILITY,
    "activity": ACTIVITY,
    "permanence_plan": PERMANENCE_PLAN,
    "previous_permanence": PREVIOUS_PERMANENCE,
    "permanence_order": PERMANENCE_ORDER,
    "adoption_reversal": ADOPTION_REVERSAL,
    "adopter_sex": ADOPTER_SEX,
    "adopter_status": ADOPTER_STATUS,
    "visit_mode": VISIT_MODE,
    "agency": AGENCY,
    "alert_kind": ALERT_KIND,
    "exploitation_kind": EXPLOITATION_KIND,
    "level_of_worry": LEVEL_OF_WORRY,
    "notification_kind": NOTIFICATION_KIND,
    "meeting_kind": MEETING_KIND,
    "view_of_decision": VIEW_OF_DECISION,
    "plan_kind": PLAN_KIND,
    "finding_of_change": FINDING_OF_CHANGE,
    "area_of_care": AREA_OF_CARE,
    "allegation_outcome": ALLEGATION_OUTCOME,
    "exclusion_kind": EXCLUSION_KIND,
    "plan_quality": PLAN_QUALITY,
    "legal_gateway_outcome": LEGAL_GATEWAY_OUTCOME,
    "pre_proceedings_outcome": PRE_PROCEEDINGS_OUTCOME,
    "health_check_kind": HEALTH_CHECK_KIND,
    "health_check_status": HEALTH_CHECK_STATUS,
}
"""Every code list by the ``codes`` name of the columns that use it: code to meaning."""
