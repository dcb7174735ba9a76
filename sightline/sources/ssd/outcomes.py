"""Outcomes and lists that the Dataset keeps as JSON, read leniently.

Scripts build the JSON by putting text together, so that a quotation mark in a comment breaks it;
Mosaic's write words between commas. Whatever stands there, reading never fails. Comments are left
out: free text about a child that no rule reads.
"""

import json
import re

PAIR = re.compile(r'"?([A-Za-z][A-Za-z0-9_]*)"?\s*[:=]\s*"?([^",;}\]]*)"?')
YES = frozenset({"y", "yes", "true", "1"})
NOT_OUTCOMES = ("COMMENTS", "NUMBER_OF_OUTCOMES", "TOTAL_NO_OF_OUTCOMES", "OUTCOME_COMMENTS")
FACTOR = re.compile(r"(?<![0-9A-Za-z])(\d{1,2}[A-F]?)(?![0-9A-Za-z])")

OUTCOME_WORDS = {
    "NEW_REFERRAL_FLAG": "referral",
    "EXISTING_REFERRAL_FLAG": "added to an open referral",
    "CP_ENQUIRY_FLAG": "enquiry",
    "NFA_FLAG": "no further action",
    "NFA_S47_END_FLAG": "no further action after an enquiry",
    "NFA_CONTINUE_SINGLE_FLAG": "assessment goes on",
    "NON_AGENCY_ADOPTION_FLAG": "adoption without an agency",
    "PRIVATE_FOSTERING_FLAG": "private fostering",
    "ADVICE_FLAG": "advice",
    "MISSING_FLAG": "missing",
    "OLA_CP_FLAG": "another council's protection plan",
    "SINGLE_ASSESSMENT_FLAG": "assessment",
    "STRATEGY_DISCUSSION_FLAG": "strategy discussion",
    "CLA_REQUEST_FLAG": "care",
    "CP_TRANSFER_IN_FLAG": "protection plan taken over",
    "CP_CONFERENCE_FLAG": "conference",
    "CP_FLAG": "protection plan",
    "CARE_LEAVER_FLAG": "care leaver",
    "LEGAL_ACTION_FLAG": "legal action",
    "PROV_OF_SERVICES_FLAG": "help under a plan",
    "PROV_OF_SB_CARE_FLAG": "short breaks",
    "SPECIALIST_ASSESSMENT_FLAG": "specialist assessment",
    "REFERRAL_TO_OTHER_AGENCY_FLAG": "passed to another agency",
    "OTHER_ACTIONS_FLAG": "other actions",
    "MONITOR_FLAG": "watched",
    "OTHER_OUTCOMES_EXIST_FLAG": "another outcome",
}

ADDRESS_PARTS = ("ROOM", "FLOOR", "FLAT", "BUILDING", "HOUSE", "STREET", "TOWN")


def pairs(text: str) -> dict[str, str]:
    """The keys and values of what should be a JSON object; none where it is something else."""
    try:
        found = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return {key.upper(): value.strip() for key, value in PAIR.findall(text)}
    if not isinstance(found, dict):
        return {}
    return {
        str(key).upper(): str(value).strip()
        for key, value in found.items()
        if value is not None and not isinstance(value, dict | list)
    }


def flags(text: str) -> list[str]:
    """The keys of an object of flags that say yes."""
    return [key for key, value in pairs(text).items() if value.lower() in YES]


def outcome(text: str) -> str | None:
    """Outcomes in words, parted by commas; words that are no JSON stay as they are."""
    said = pairs(text)
    if not said:
        return None if text.lstrip().startswith(("{", "[")) else text
    yes = [key for key in flags(text) if key not in NOT_OUTCOMES]
    return ", ".join(OUTCOME_WORDS.get(key, _in_words(key)) for key in yes) or None


def chosen(text: str) -> str | None:
    """The codes of an object of flags that say yes, parted by commas: the plan for permanence."""
    return ", ".join(flags(text)) or (None if pairs(text) else text)


def address(text: str) -> str | None:
    """House, street and town in one line."""
    said = pairs(text)
    if not said:
        return None if text.lstrip().startswith(("{", "[")) else text
    return ", ".join(said[part] for part in ADDRESS_PARTS if said.get(part)) or None


def factors(text: str) -> list[str]:
    """The codes of an assessment's factors, each once: JSON list, words between commas or both."""
    return list(dict.fromkeys(FACTOR.findall(text.upper())))


def _in_words(key: str) -> str:
    return key.removesuffix("_FLAG").replace("_", " ").lower()
