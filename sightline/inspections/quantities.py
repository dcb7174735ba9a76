"""Counts and shares as inspectors say them: of what, of how many.

Figures and number words both become figures ("nine of the 14 cases": 9, of 14, cases); words of
quantity ("a small number of children", "most plans") are kept as words, for they are an order and
not a number. The words as said stand beside.
"""

from __future__ import annotations

import re
from functools import cache

import ahocorasick

from sightline.inspections.facts import Quantity
from sightline.inspections.paragraphs import Paragraph

_UNITS = [
    "zero",
    "none",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_VALUES = {word: number for number, word in enumerate(w for w in _UNITS if w != "none")}
_VALUES |= {word: 20 + 10 * number for number, word in enumerate(_TENS)}
_VALUES["none"] = 0
_SCALES = {"m": 10**6, "million": 10**6, "bn": 10**9, "billion": 10**9, "k": 1000, "thousand": 1000}

_WORD_NUMBER = rf"(?:(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_UNITS)}))?|{'|'.join(_UNITS)})"
_NUMBER = rf"(?:\d(?:[\d,]*\d)?(?:\.\d+)?|{_WORD_NUMBER})"
_COUNTED = (
    r"(?:children(?: and young people| and families| looked after| in care| in need)?|young people"
    r"|care leavers|care-experienced young people|cases|case files|files|families|plans|social workers"
    r"|workers|staff|managers|foster carers|carers|adopters|placements|referrals|contacts|assessments"
    r"|episodes|visits|interviews|schools|babies|infants|posts|records|audits|meetings|conferences"
    r"|reviews|parents|members|homes|pupils|apprenticeships|enquiries|strategy discussions|decisions"
    r"|brothers and sisters|agencies|partners|adults|victims|notifications|proceedings|orders|checks)"
)
_BEFORE_COUNTED = r"(?:(?!(?:and|or|of|in|to|for|with|who|that|are|were|have|had|from|is|was|at|by|on|as|than|the)\b)[A-Za-z][\w’'-]*\s+){0,3}?"
_THING = rf"{_BEFORE_COUNTED}{_COUNTED}\b"

# What may follow a place where a number, a sum or a word of quantity begins.
_FIGURE = re.compile(
    rf"(?P<money>£\s?(?P<amount>\d(?:[\d,]*\d)?(?:\.\d+)?)\s?(?P<scale>million|billion|thousand|bn|m|k)?\b)"
    rf"|(?P<part>{_NUMBER})(?:\s+\([^)]{{1,12}}\))?\s+(?:out\s+)?of\s+"
    rf"(?:the\s+|these\s+|those\s+|its\s+|their\s+|all\s+)?(?P<whole>{_NUMBER})\b"
    rf"(?:\s+(?P<parted>{_THING}))?"
    rf"|(?P<share>\d(?:[\d,]*\d)?(?:\.\d+)?)\s?(?:%|per\s?cent\b)"
    rf"(?:\s+of\s+(?:the\s+|all\s+|these\s+|its\s+|their\s+)?(?P<shared>{_THING}))?"
    rf"|(?P<rate>\d(?:[\d,]*\d)?(?:\.\d+)?)\s+per\s+10,000(?P<rated>(?:\s+{_THING})?)"
    rf"|(?P<count>{_NUMBER})\s+(?P<things>{_THING})",
    re.IGNORECASE,
)
_OF_WHAT = re.compile(
    rf"\s+(?:of\s+)?(?:the\s+|these\s+|those\s+|its\s+|their\s+|other\s+)?(?P<of_what>{_THING})",
    re.IGNORECASE,
)
# "Section 47 enquiries" counts no enquiries.
_NAMES_A_NUMBER = re.compile(
    r"\b(?:sections?|paragraphs?|stages?|key stage|step|tier|level|phase)\s+$", re.I
)
_DIGIT = re.compile(r"(?<![\w.,£–-])£?\s?\d")
_SIZES = (
    "small|very small|large|significant|considerable|high|very high|low|very low|growing|increasing"
    "|substantial|limited|good|larger|smaller|higher|lower"
)
_WORDS_OF_QUANTITY = [
    *(
        f"{article} {size} {noun}"
        for article in ("a", "an", "the")
        for size in _SIZES.split("|")
        for noun in ("number", "proportion", "minority", "majority", "percentage")
    ),
    *(f"the {size} majority" for size in ("vast", "great", "overwhelming", "large")),
    *[
        "a number",
        "a minority",
        "the majority",
        "a majority",
        "a proportion",
        "a percentage",
        "not all",
    ],
    *[
        "too many",
        "too few",
        "very few",
        "a few",
        "almost all",
        "nearly all",
        "most",
        "many",
        "several",
        "some",
        "few",
        "all",
    ],
    *[
        "a quarter",
        "a third",
        "half",
        "two-thirds",
        "two thirds",
        "three-quarters",
        "three quarters",
        "a fifth",
    ],
    *["one in two", "one in three", "one in four", "one in five", "one in six", "one in ten"],
]


def quantities_of(paragraph: Paragraph, text: str, file: str) -> list[Quantity]:
    """Every quantity of a paragraph, in the order said."""
    found: list[Quantity] = []
    end = 0
    for start, word in _places(text):
        if start < end:
            continue
        said = _figure_at(text, start) if word is None else _words_at(text, start, word)
        if said:
            (count, of, unit), end = said
            words = text[start:end].strip()
            found.append(Quantity(file, paragraph.page, paragraph.number, count, of, unit, words))
    return found


def _places(text: str) -> list[tuple[int, str | None]]:
    """Where a quantity may begin, and the word of quantity if it is one: the longest at a place."""
    places: dict[int, str | None] = {}
    lowered = text.lower()
    for last, word in _beginnings().iter(lowered):
        start = last - len(word) + 1
        is_whole = (
            not (start and lowered[start - 1].isalnum())
            and not lowered[last + 1 : last + 2].isalnum()
        )
        if is_whole and len(word) >= len(places.get(start) or ""):
            places[start] = word
    for match in _DIGIT.finditer(text):
        places[match.start()] = None
    return [
        (start, word if word in _KEPT_AS_WORDS else None) for start, word in sorted(places.items())
    ]


_KEPT_AS_WORDS = frozenset(_WORDS_OF_QUANTITY)


@cache
def _beginnings() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for word in (*_WORDS_OF_QUANTITY, *_VALUES):
        automaton.add_word(word, word)
    automaton.make_automaton()
    return automaton


def _figure_at(text: str, start: int) -> tuple[tuple[str, str, str], int] | None:
    if _NAMES_A_NUMBER.search(text, max(0, start - 12), start):
        return None
    match = _FIGURE.match(text, start)
    return (_figure(match), match.end()) if match else None


def _words_at(text: str, start: int, word: str) -> tuple[tuple[str, str, str], int] | None:
    match = _OF_WHAT.match(text, start + len(word))
    return ((word, "", match["of_what"].lower()), match.end()) if match else None


def _figure(match: re.Match[str]) -> tuple[str, str, str]:
    """The count, of how many or of what, and the unit."""
    if match["money"]:
        amount = float(match["amount"].replace(",", ""))
        return _plain(amount * _SCALES.get((match["scale"] or "").lower(), 1)), "", "£"
    if match["part"]:
        return _value(match["part"]), _value(match["whole"]), (match["parted"] or "").lower()
    if match["share"]:
        return _value(match["share"]), (match["shared"] or "").lower(), "%"
    if match["rate"]:
        return _value(match["rate"]), match["rated"].strip().lower(), "per 10,000"
    return _value(match["count"]), "", match["things"].lower()


def _value(said: str) -> str:
    said = said.lower()
    if said[0].isdigit():
        return said.replace(",", "")
    tens, _, units = said.partition("-")
    return str(_VALUES[tens] + (_VALUES[units] if units else 0))


def _plain(amount: float) -> str:
    return str(int(amount)) if amount == int(amount) else str(amount)
