"""Whether a paragraph praises, faults, does both or neither.

Three steps, and nothing else decides:

1. The paragraph is cut into clauses. What begins with "although", "while" or "despite" is an aside,
   and counts for less than what it stands beside.
2. Each clause gets a tone, above nothing for praise and below for fault, from the words of
   ``polarity_words``. A word of praise that is denied ("not timely", "lack of clear") or asked for
   ("needs to be more robust") is a fault.
3. ``WEIGHTS`` say what the best clause, the last, and the praise and fault of all together count
   for strength, mixed and weakness. The most wins.
"""

from __future__ import annotations

import re
from functools import cache
from math import exp, sqrt
from typing import NamedTuple

import ahocorasick

from sightline.inspections import polarity_words

STRENGTH, WEAKNESS, MIXED, PLAIN = "strength", "weakness", "mixed", "plain"

_PRAISE, _FAULT, _WEAK_FAULT, _NEEDED, _NO_FAULT = range(5)
_SENTENCE_END = re.compile(r"[.?!;][’”)']?\s+")
_CLAUSE_END = re.compile(
    r"[,;–]\s+(?=(?:but|although|though|however|yet|despite|while|whilst|whereas|albeit"
    r"|and (?:some|a few|too many|not all))\b)|\s+(?=although\b)"
    r"|\s+(?=but\s+(?:the|this|these|not|there|it|they|some|in|is|are|has|have)\b)"
)
_MAY_TURN = re.compile(r"but|though|however|yet|despite|whil|whereas|albeit|, and ")  # cheap
_ASIDE = re.compile(r"\W*(?:although|though|despite|while|whilst|albeit|whereas|notwithstanding)\b")
_LEAST_ASIDE = 15
"""How many letters must stand before and after the comma that ends an aside."""
_TURNS = re.compile(r"\W*(?:but|however|nevertheless|nonetheless|despite this|notwithstanding)\b")
_DENIAL = re.compile(
    r"\b(?:not|no|never|nor|cannot|lack(?:s|ing|ed)?(?: of)?|insufficient(?:ly)?|inadequate(?:ly)?"
    r"|limited|rarely|less|without|too few|poor|inconsistent(?:ly)?|ineffective|isn't|aren't|doesn't"
    r"|absence of|failed to|fails? to|unable to|little|few|unclear|weak|neither|hinders?|hampers?)\b"
    r"(?:\W+\w+){0,4}\W*$"
)
_WAS = re.compile(r"\b(?:was|were|had)\b")
_BEFORE = re.compile(
    r"\b(?:at|since|in) (?:the|its) (?:last|previous|\w+ 20\d\d) inspection|no longer\b|historically"
)
_WEAK = 0.3
"""What a clause counts that only words of doubtful fault speak against."""

_QUIET = 0.7
"""The tone of a clause without a word of praise or fault: more is said quietly in praise."""
_PRAISED, _FAULTED, _DOUBTED = 1.2, 3.0, 1.0
_MORE_PRAISE, _MORE_FAULT, _MOST_WORDS = 0.3, 0.4, 3
_ASIDE_COUNTS = 0.3


class Clause(NamedTuple):
    """A part of a paragraph that can have a tone of its own."""

    start: int
    end: int
    is_aside: bool


class Tones(NamedTuple):
    """What the tones of a paragraph's clauses come to."""

    highest: float
    last: float
    praise: float
    fault: float


WEIGHTS: dict[str, tuple[float, Tones]] = {
    STRENGTH: (6.82, Tones(highest=-2.17, last=0.64, praise=4.03, fault=-7.16)),
    WEAKNESS: (2.48, Tones(highest=-1.16, last=0.16, praise=-2.65, fault=1.56)),
    MIXED: (0.0, Tones(highest=0.0, last=0.0, praise=0.0, fault=0.0)),
}
"""What each tone speaks for, against mixed: a start, then a weight for each.

Fitted once to the 232 labelled paragraphs of the checked set, which its README tells of.
"""


def polarity_of(text: str) -> str:
    """``strength``, ``weakness``, ``mixed`` or ``plain``."""
    tones = tones_of(text)
    if tones is None:
        return PLAIN
    return max(WEIGHTS, key=lambda name: _weighed(tones, *WEIGHTS[name]))


def _weighed(tones: Tones, start: float, weights: Tones) -> float:
    return start + sum(tone * weight for tone, weight in zip(tones, weights, strict=True))


def tones_of(text: str) -> Tones | None:
    """The tones of a paragraph; None where no word of it praises or faults."""
    plain = text.replace("’", "'").lower()
    hits = _hits(plain)
    tones: list[float] = []
    praise = fault = 0.0
    position = 0
    speaks = False
    for clause in clauses_of(plain):
        here = []
        while position < len(hits) and hits[position][0] < clause.end:
            here.append(hits[position])
            position += 1
        praises, faults = _words(plain, clause.start, clause.end, here)
        speaks = speaks or bool(praises or faults)
        if faults and _TURNS.match(plain, clause.start):
            # "However, ..." turns from the praise before it, however kindly it is put.
            praises, faults = 0, max(faults, 1.0)
        tone = _tone(praises, faults)
        counts = _ASIDE_COUNTS if clause.is_aside else 1.0
        tone *= counts
        tones.append(tone)
        share = 1 / (1 + exp(-tone))
        praise += counts * share
        fault += counts * (1 - share)
    if not speaks:
        return None
    return Tones(max(tones), tones[-1], sqrt(praise), sqrt(fault))


def _tone(praises: int, faults: float) -> float:
    tone = _QUIET + _MORE_PRAISE * min(praises, _MOST_WORDS)
    if praises:
        tone += _PRAISED
    if faults >= 1:
        tone -= _FAULTED + _MORE_FAULT * min(faults - 1, _MOST_WORDS)
    elif faults:
        tone -= _DOUBTED
    return tone


def clauses_of(text: str) -> list[Clause]:
    """The clauses of a text in small letters, in their order."""
    clauses: list[Clause] = []
    start = 0
    for end in [*(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]:
        if not text[start:end].strip():
            continue
        if _MAY_TURN.search(text, start, end):
            clauses += _clauses_of_sentence(text, start, end)
        else:
            clauses.append(Clause(start, end, is_aside=False))
        start = end
    return clauses


def _clauses_of_sentence(text: str, start: int, end: int) -> list[Clause]:
    clauses: list[Clause] = []
    begins = start
    for stop in [*(match.end() for match in _CLAUSE_END.finditer(text, start, end)), end]:
        if not _ASIDE.match(text, begins, stop):
            clauses.append(Clause(begins, stop, is_aside=False))
        elif begins > start:
            clauses.append(Clause(begins, stop, is_aside=True))
        else:
            # "Although plans are clear, ..." is an aside up to the comma.
            comma = text.find(", ", begins + _LEAST_ASIDE, stop - _LEAST_ASIDE)
            if comma > 0:
                clauses.append(Clause(begins, comma + 2, is_aside=True))
                clauses.append(Clause(comma + 2, stop, is_aside=False))
            else:
                clauses.append(Clause(begins, stop, is_aside=False))
        begins = stop
    return clauses


def _words(text: str, start: int, end: int, hits: list[tuple[int, int, int]]) -> tuple[int, float]:
    """Words of praise and of fault that count in one clause."""
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
        elif first > needed_from or _is_denied(text, max(start, first - 50), first, excused):
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


def _is_denied(text: str, start: int, end: int, excused: list[tuple[int, int]]) -> bool:
    """Whether what follows ``end`` is denied by words that are not excused themselves."""
    denial = _DENIAL.search(text[start:end])
    if denial is None:
        return False
    place = start + denial.start()
    return not any(first <= place < last for first, last in excused)


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
