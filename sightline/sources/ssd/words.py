"""Words of case systems in place of codes, and the codes they mean.

Scripts of the Dataset write codes in one system and descriptions in another: "Neglect" or NEG,
"Interim care order" or C1, "E4A Returned home" or E4A. What no list knows stays as it is, and the
load shows it as an unknown code, for somebody to map here.
"""

import re
from collections.abc import Callable

from sightline.records.codes import CODES

Translate = Callable[[str], str | None]

_NO_ANSWER = frozenset({"na", "notapplicable", "u", "un", "unknown", "notknown", "notrecorded"})

# By code list: words without case, spaces and signs.
SYNONYMS: dict[str, dict[str, str]] = {
    "sex": {
        "male": "M", "female": "F", "unknown": "U", "notknown": "U", "unborn": "U",
        "indeterminate": "U", "i": "U", "1": "M", "2": "F", "0": "U", "9": "U",
    },
    "missing_type": {
        "missing": "M", "away": "A", "absent": "A", "awaywithoutauthorisation": "A",
        "unauthorisedabsence": "A",
    },
    "harm_category": {
        "neglect": "NEG", "physicalabuse": "PHY", "physical": "PHY", "sexualabuse": "SAB",
        "sexual": "SAB", "emotionalabuse": "EMO", "emotional": "EMO", "multiple": "MUL",
        "multiplenotrecommended": "MUL", "n": "NEG", "p": "PHY", "s": "SAB", "e": "EMO", "m": "MUL",
    },
    "legal_status": {
        "interimcareorder": "C1", "fullcareorder": "C2", "careorder": "C2", "freeingorder": "D1",
        "placementorder": "E1", "placementordergranted": "E1", "section20": "V2", "s20": "V2",
        "accommodatedundersection20": "V2", "singleperiodofaccommodationundersection20": "V2",
        "policeprotection": "L1", "emergencyprotectionorder": "L2", "childassessmentorder": "L3",
        "remand": "J1", "onremand": "J1", "detainedunderpace": "J2",
    },
    "referral_source": {
        "self": "1C", "school": "2A", "schools": "2A", "educationservices": "2B", "gp": "3A",
        "healthvisitor": "3B", "schoolnurse": "3C", "otherprimaryhealthservices": "3D", "aande": "3E",
        "ae": "3E", "otherhealthservices": "3F", "housing": "4", "police": "6", "anonymous": "9",
        "unknown": "10", "earlyhelp": "5D",
    },
    "health_check_status": {"done": "completed", "complete": "completed", "c": "completed"},
    "health_check_kind": {
        "healthassessment": "health assessment", "initialhealthassessment": "initial health assessment",
        "reviewhealthassessment": "health assessment", "medical": "health assessment",
        "dental": "dental check", "dentalcheck": "dental check", "optician": "eye check",
        "opticalcheck": "eye check", "healthsurveillance": "development check",
        "developmentcheck": "development check",
    },
    "eligibility": {"nocurrenteligibility": "none", "noteligible": "none"},
    "permanence_order": {
        "adoption": "adoption", "adoptionorder": "adoption",
        "specialguardianship": "special guardianship", "sgo": "special guardianship",
        "specialguardianshiporder": "special guardianship",
        "childarrangementsorderresidenceorder": "child arrangements",
        "childarrangementsorder": "child arrangements", "residenceorder": "child arrangements",
    },
    "pre_proceedings_outcome": {
        "decisiontoissuecareproceedings": "to court", "decisiontostepdown": "stepped down",
    },
    "allocation_role": {
        "cw": "social worker", "sw": "social worker", "caseworker": "social worker",
        "allocatedworker": "social worker", "allocatedsocialworker": "social worker",
        "keyworker": "social worker", "iro": "independent reviewing officer",
        "reviewingofficer": "independent reviewing officer", "pa": "personal adviser",
        "personaladvisor": "personal adviser", "allocatedteam": "team", "responsibleteam": "team",
        "teammanager": "manager", "tm": "manager", "fsw": "family support worker",
        "familysupportworker": "family support worker", "earlyhelpworker": "early help worker",
        "supervisingsocialworker": "supervising social worker", "ssw": "supervising social worker",
        "cpchair": "conference chair", "conferencechair": "conference chair",
        "dutyworker": "duty worker", "duty": "duty worker", "flhp": "family help lead",
        "lcpp": "lead child protection practitioner",
    },
    "adopter_sex": {"f1": "F1", "m1": "M1", "fm": "MF"},
}  # fmt: skip


def plain(text: str) -> str:
    """Words without case, spaces and signs, so that their spellings meet."""
    return re.sub(r"[^a-z0-9]", "", text.lower())


def into_code(codes: str) -> Translate:
    """Reads a code, a code with its description, or the description alone, as the code."""
    known = CODES[codes]
    by_words = {plain(code): code for code in known}
    by_words |= {plain(meaning): code for code, meaning in known.items()}
    by_words |= SYNONYMS.get(codes, {})

    def read(text: str) -> str | None:
        if text in known:
            return text
        if found := by_words.get(plain(text)):
            return found
        first = re.split(r"[\s:–-]", text, maxsplit=1)[0].upper()
        return first if first in known else text

    return read


def into_yes_no(text: str) -> str | None:
    """Yes, no, or empty where nobody knows. Some fields keep one or two letters of the answer."""
    word = plain(text)
    if word in _NO_ANSWER:
        return None
    return "Y" if word == "ye" else text
