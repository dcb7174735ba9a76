"""What the words of returns and workbooks mean in our code lists."""

import re
from collections.abc import Callable

from sightline.records.codes import CODES

# Annex A puts a letter before every choice: "b) Female", "p1) 5D: LA services".
CHOICE = re.compile(r"^[a-z]\d?\)\s*", re.IGNORECASE)

SEX_WORDS = {
    "male": "M",
    "female": "F",
    "m": "M",
    "f": "F",
    "1": "M",
    "2": "F",
    "notstatedrecorded": "U",
    "notstatedrecordedorunborn": "U",
    "neither": "U",
    "unknown": "U",
    "indeterminate": "U",
    "u": "U",
    "i": "U",
    "0": "U",
    "9": "U",
}
HARM_WORDS = {
    "neglect": "NEG",
    "physicalabuse": "PHY",
    "sexualabuse": "SAB",
    "emotionalabuse": "EMO",
    "multiple": "MUL",
    "multiplenotrecommended": "MUL",
}
SUITABILITY_WORDS = {"suitable": "1", "unsuitable": "2", "notsuitable": "2"}
SAYS_NOTHING = frozenset({"unknown", "notknown", "notrecorded", "na"})


def without_choice(text: str) -> str:
    """The choice without the letter that a workbook puts before it."""
    return CHOICE.sub("", text).strip()


def sex(text: str) -> str | None:
    """Sex or gender, in either spelling, as F, M or U; other words stay as they are."""
    return SEX_WORDS.get(_plain(without_choice(text)), text)


def yes_no(text: str) -> str | None:
    """Yes or no without its letter; empty where it is not known."""
    choice = without_choice(text)
    return None if _plain(choice) in SAYS_NOTHING else choice


def only_yes(text: str) -> str | None:
    """Yes, or nothing: a no that speaks of some months says nothing of the time before them."""
    answer = (yes_no(text) or "").lower()
    return None if answer in ("no", "false", "n") else yes_no(text)


def the_opposite(text: str) -> str | None:
    """No for yes and yes for no; other words stay as they are."""
    answer = yes_no(text)
    return {"yes": "no", "true": "no", "no": "yes", "false": "yes"}.get(
        (answer or "").lower(), answer
    )


def harm(text: str) -> str | None:
    """Category of abuse by its code; other words stay as they are."""
    choice = without_choice(text)
    return HARM_WORDS.get(_plain(choice), choice)


def eligibility(text: str) -> str | None:
    """Which duties a care leaver is owed, in our words; other words stay as they are."""
    choice = without_choice(text)
    known = choice.lower()
    return "none" if known == "other" else known if known in CODES["eligibility"] else choice


def suitability(text: str) -> str | None:
    """Whether a home is suitable, by its code; other words stay as they are."""
    choice = without_choice(text)
    return SUITABILITY_WORDS.get(_plain(choice), choice)


def accommodation(text: str) -> str | None:
    """Where a care leaver lives, from a code that says whether it is suitable too: B2 is B."""
    return text[0].upper() if _says_both(text) else text


def suitability_beside_accommodation(text: str) -> str | None:
    """Whether a home is suitable, from a code that says where it is too: B2 is 2."""
    return text[1] if _says_both(text) else None


def _says_both(text: str) -> bool:
    return (
        len(text) == 2
        and text[0].upper() in CODES["accommodation"]
        and text[1] in CODES["accommodation_suitability"]
    )


def code(codes: str) -> Callable[[str], str | None]:
    """Reads the code at the beginning of a choice: "a) 1A: Individual" is 1A, "RC1 - Adopted" is RC1.

    Words without a code of the list stay as they are, and show up as unknown codes.
    """
    known = CODES[codes]

    def read(text: str) -> str | None:
        choice = without_choice(text)
        first = re.split(r"[\s:–-]", choice, maxsplit=1)[0].upper()
        return first if first in known else choice

    return read


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())
