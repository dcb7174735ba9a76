"""Whether a paragraph praises, faults, does both or neither.

Sentence by sentence: words of praise and of fault are looked up in one pass; a word of praise that
is denied ("not timely", "lack of clear") or asked for ("needs to be more robust") is a fault. The
paragraph is a strength or a weakness where nearly all its sentences with a judgement agree.
"""

from __future__ import annotations

import re
from functools import cache

import ahocorasick

from sightline.inspections import polarity_words

STRENGTH, WEAKNESS, MIXED, PLAIN = "strength", "weakness", "mixed", "plain"

_PRAISE, _FAULT, _WEAK_FAULT, _NEEDED, _NO_FAULT = range(5)
_SENTENCE_END = re.compile(
    r"[.?!;][’”)']?\s+(?=[A-Z‘“(])|[,;]\s+(?=(?:but|although|though|however|yet|despite)\b)"
)
_TURNS = re.compile(r"\s*(?:however|nevertheless|nonetheless|despite this|notwithstanding)\b")
_DENIAL = re.compile(
    r"\b(?:not|no|never|nor|cannot|lack(?:s|ing|ed)?(?: of)?|insufficient(?:ly)?|inadequate(?:ly)?"
    r"|limited|rarely|less|without|too few|poor|inconsistent(?:ly)?|ineffective|isn't|aren't|doesn't"
    r"|absence of|failed to|fails? to|unable to|little|few|unclear|weak|neither|hinders?|hampers?)\b"
    r"(?:\W+\w+){0,4}\W*$"
)
_WAS = re.compile(r"\b(?:was|were|had)\b")
_MOST_PRAISE = 0.2
"""Share of faulting sentences up to which a paragraph still is a strength."""
_WEAK = 0.3
"""What a clause counts that only words of doubtful fault speak against."""
_BEFORE = re.compile(
    r"\b(?:at|since|in) (?:the|its) (?:last|previous|\w+ 20\d\d) inspection|no longer\b|historically"
)
_MOST_FAULT = 0.72
"""Share from which it is a weakness."""


def polarity_of(text: str) -> str:
    """``strength``, ``weakness``, ``mixed`` or ``plain``."""
    praising, faulting = _weights(text)
    if praising + faulting == 0:
        return PLAIN
    share = faulting / (praising + faulting)
    if share < _MOST_PRAISE:
        return STRENGTH
    return WEAKNESS if share >= _MOST_FAULT else MIXED


def _weights(text: str) -> tuple[float, float]:
    """How many clauses praise and how many fault; one that does both is half of each."""
    plain = text.replace("’", "'").lower()
    ends = [match.end() for match in _SENTENCE_END.finditer(text)] + [len(plain)]
    praising = faulting = 0.0
    hits = _hits(plain)
    start = position = 0
    for end in ends:
        here = []
        while position < len(hits) and hits[position][0] < end:
            here.append(hits[position])
            position += 1
        praise, fault = _sentence(plain, start, end, here)
        if fault and _TURNS.match(plain, start):
            # "However, ..." turns from the praise before it, however kindly it is put.
            faulting += 1.0
        elif praise and fault:
            praising += 0.5
            faulting += 0.5
        else:
            praising += bool(praise)
            faulting += min(fault, 1.0)
        start = end
    return praising, faulting


def _sentence(
    text: str, start: int, end: int, hits: list[tuple[int, int, int]]
) -> tuple[int, float]:
    """Words of praise and of fault that count in one sentence."""
    excused = [(first, last) for first, last, sort in hits if sort == _NO_FAULT]
    needed_from = len(text)
    praise = fault = weak = praise_before_fault = 0
    for first, last, sort in hits:
        if sort == _NO_FAULT:
            praise += (
                text[first : first + 2] in ("no", "wi", "av", "mi") and "delay" in text[first:last]
            )
            continue
        if any(first < e and s < last for s, e in excused):
            continue
        if sort == _NEEDED:
            fault += 1
            needed_from = min(needed_from, first)
        elif sort == _FAULT:
            fault += 1
        elif sort == _WEAK_FAULT:
            weak += 1
        elif first > needed_from or _DENIAL.search(text[max(start, first - 50) : first]):
            fault += 1
        else:
            praise += 1
            praise_before_fault += not fault
    if fault and not praise and _BEFORE.search(text, start, end) and _WAS.search(text, start, end):
        # What was wrong then is said to tell how far things have come.
        return 0, _WEAK
    if fault and not praise_before_fault:
        # What is praised after a fault is what is missing: "not always lead to a timely response".
        praise = 0
    return praise, fault or (_WEAK if weak and not praise else 0)


def _hits(text: str) -> list[tuple[int, int, int]]:
    """Every cue: where it starts and ends, and its sort; of those that start together, the longest."""
    found: dict[int, tuple[int, int]] = {}
    for last, (length, sort, is_stem) in _automaton().iter(text):
        first = last - length + 1
        if first and (text[first - 1].isalnum() or text[first - 1] == "-"):
            continue
        following = text[last + 1 : last + 2]
        if not is_stem and following.isalnum():
            continue
        if first not in found or found[first][0] < last + 1:
            found[first] = (last + 1, sort)
    return [(first, last, sort) for first, (last, sort) in sorted(found.items())]


@cache
def _automaton() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for sort, words in (
        (_PRAISE, polarity_words.PRAISE),
        (_FAULT, polarity_words.FAULT),
        (_WEAK_FAULT, polarity_words.WEAK_FAULT),
        (_NEEDED, polarity_words.NEEDED),
        (_NO_FAULT, polarity_words.NO_FAULT),
    ):
        for cue in re.split(r"[|\n]+", words.strip()):
            for plain in _spelt_out(cue):
                stem = plain.rstrip("*")
                automaton.add_word(stem, (len(stem), sort, plain.endswith("*")))
    automaton.make_automaton()
    return automaton


_ENDINGS = ("", "s", "d", "ed", "es", "ing", "e")


def _spelt_out(cue: str) -> list[str]:
    """A cue with a star inside ("reduc* delay*") stands for the usual endings of that word."""
    first, star, rest = cue.partition("* ")
    return [f"{first}{ending} {rest}" for ending in _ENDINGS] if star else [cue]
