"""How each case system words what the Dataset calls a code, an outcome or a role."""

import json
from collections.abc import Callable

from sightline.records.codes import CODES
from sightline.sources.ssd.outcomes import OUTCOME_WORDS

_FLAGS = {words: flag for flag, words in reversed(OUTCOME_WORDS.items())}
_OTHER = "OTHER_OUTCOMES_EXIST_FLAG"
_OUTCOMES = frozenset(
    {
        "cont_contact_outcome_json",
        "cine_referral_outcome_json",
        "cina_assessment_outcome_json",
        "s47e_s47_outcome_json",
        "icpc_icpc_outcome_json",
    }
)
_HARM = {
    "NEG": "Neglect",
    "PHY": "Physical abuse",
    "SAB": "Sexual abuse",
    "EMO": "Emotional abuse",
    "MUL": "Multiple",
}
_LEGAL_STATUS = {
    "C1": "Interim care order",
    "C2": "Full care order",
    "E1": "Placement order",
    "V2": "Section 20",
    "L1": "Police protection",
    "L2": "Emergency protection order",
    "J1": "On remand",
}
_MISSING = {"M": "Missing", "A": "Away"}

Words = Callable[[str], str | None]


def words_of(field: str, flavour: str) -> Words | None:
    """How a field's values are worded; None where they stay as they are."""
    if field in _OUTCOMES:
        return {"mosaic": None, "systemc": _carelessly}.get(flavour, _properly)
    if field == "miss_missing_episode_type":
        return _by(_MISSING)
    if flavour not in ("systemc", "eclipse"):
        return None
    if field in ("cppl_cp_plan_initial_category", "cppl_cp_plan_latest_category"):
        return _by(_HARM)
    if flavour == "eclipse":
        return None
    return {
        "lega_legal_status": _by(_LEGAL_STATUS),
        "invo_professional_role_id": _by({"social worker": "CW"}),
        # An id of the system's own; the words beside it say what it means.
        "cont_contact_source_code": lambda code: f"90{list(CODES['referral_source']).index(code)}",
        "clae_cla_episode_ceased_reason": _with_meaning("episode_end_reason"),
        "clae_cla_episode_start_reason": _with_meaning("episode_start_reason"),
    }.get(field)


def _by(words: dict[str, str]) -> Words:
    return lambda code: words.get(code, code)


def _with_meaning(codes: str) -> Words:
    return lambda code: f"{code} {CODES[codes].get(code, '')}".strip()


def _said(outcome: str) -> dict[str, str]:
    """The flags that an outcome in words sets; words that no flag has are a comment."""
    said = dict.fromkeys(("NFA_FLAG", _OTHER), "N")
    if outcome in _FLAGS:
        said[_FLAGS[outcome]] = "Y"
        return said
    return {**said, _OTHER: "Y", "COMMENTS": outcome}


def _properly(outcome: str) -> str:
    return json.dumps(_said(outcome))


def _carelessly(outcome: str) -> str:
    """As text put together, a comment with quotation marks in it: no JSON any more."""
    said = ", ".join(f'"{key}":"{value}"' for key, value in _said(outcome).items())
    return "{" + said + ', "OUTCOME_COMMENTS":"he said "no" again"}'
