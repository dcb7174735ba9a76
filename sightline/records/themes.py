"""Themes: the vocabulary that ties what inspectors write to rules, measures and actions.

They are declared in ``themes.csv`` beside this file. The keys and most phrases come from our own
reading of 435 published Ofsted reports of 2013 to 2025 (gov.uk, reports.ofsted.gov.uk): the words
by which inspectors name a subject. A theme says what a passage is about, not how good it is.

A passage is about a theme when

1. a phrase of the theme stands in it, or both words of a pair stand in one sentence, outside what
   is told only as an example; or
2. weak phrases of it stand in three places, over two sentences or more; or
3. the passage is one sentence, as most recommendations are, and names nothing outright: then the
   themes at which most weak phrases hint.

Look for themes in numbered paragraphs and recommendations only. Raw report text names
safeguarding, training and Cafcass on every closing page.
"""

import csv
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from typing import NamedTuple

NAMES, HINTS, PAIRS, MISLEADS = range(4)
"""What words are to a theme: phrases, weak phrases, halves of a pair, false friends."""

HINTS_NEEDED = 3
SENTENCES_NEEDED = 2
THEME_OF_AREA = {"lscb": "partnership", "adoption": "adoption", "care_leavers": "care_leavers"}
"""What every paragraph of an area is about."""

_NEXT_SENTENCE = re.compile(r"[.!?]'?\s+(?=['A-Z])")
_EXAMPLE = re.compile(r"\b(?:[Ff]or example|[Ff]or instance|[Ss]uch as)\b")
_OF_EXAMPLES = ("or example", "or instance", "uch as")  # cheap, and rules most passages out


class Words(NamedTuple):
    """Words of a theme, and what they are to it."""

    sort: int
    words: str
    exact: bool = False
    """Whether they stand only as whole words in these capitals."""
    halves: tuple[tuple[int, int], ...] = ()
    """Which pairs they belong to, and which half of each they are."""


class Place(NamedTuple):
    """Where words of a theme stand in a passage."""

    start: int
    end: int
    meaning: Words

    def touches(self, other: "Place") -> bool:
        """Whether they share a letter."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class Theme:
    """One theme and the words by which inspectors name it.

    ``phrases``        found at the start of a word, in capitals or not: "radicalis" finds
                       "radicalised" and "Radicalisation". One is enough.
    ``exact_phrases``  abbreviations, found as whole words in these capitals only.
    ``false_friends``  wordings that hold a phrase and mean something else: words that touch one
                       do not count.
    ``weak_phrases``   words that often only brush the theme: they count together. Where one holds
                       a phrase it takes its place.
    ``pairs``          two words that name the theme when both begin a word of one sentence.
    """

    key: str
    label: str
    phrases: tuple[str, ...]
    exact_phrases: tuple[str, ...] = ()
    false_friends: tuple[str, ...] = ()
    weak_phrases: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()

    def vocabulary(self) -> Iterator[Words]:
        """All words of the theme."""
        for phrase in self.phrases:
            yield Words(NAMES, phrase)
        for phrase in self.exact_phrases:
            yield Words(NAMES, phrase, exact=True)
        for phrase in self.weak_phrases:
            yield Words(HINTS, phrase)
        for phrase in self.false_friends:
            yield Words(MISLEADS, phrase)
        halves: dict[str, list[tuple[int, int]]] = {}
        for number, pair in enumerate(self.pairs):
            for side, phrase in enumerate(pair):
                halves.setdefault(phrase, []).append((number, side))
        for phrase, some in halves.items():
            yield Words(PAIRS, phrase, halves=tuple(some))

    @cached_property
    def _patterns(self) -> tuple[tuple[Words, str, re.Pattern[str]], ...]:
        return tuple((one, one.words.lower(), _pattern(one)) for one in self.vocabulary())

    def places_in(self, text: str) -> list[Place]:
        """Where the words of the theme stand in a plain text."""
        lowered = text.lower()
        return [
            Place(*match.span(), meaning)
            for meaning, words, pattern in self._patterns
            if words in lowered
            for match in pattern.finditer(text)
        ]

    def is_in(self, text: str) -> bool:
        """Whether a text names this theme. ``text`` is plain: see ``plain_text``."""
        return weight_of(self.places_in(text), Passage(text)).is_enough


def _pattern(meaning: Words) -> re.Pattern[str]:
    ending, flags = (r"(?!\w)", 0) if meaning.exact else ("", re.IGNORECASE)
    return re.compile(rf"(?<!\w){re.escape(meaning.words)}{ending}", flags)


class Passage:
    """The sentences of a plain text, and where in each an example begins."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _NEXT_SENTENCE.finditer(self._text))]

    @cached_property
    def _examples(self) -> dict[int, int]:
        """Where the first example of a sentence begins. A single sentence is taken whole."""
        first: dict[int, int] = {}
        if any(words in self._text for words in _OF_EXAMPLES) and not self.is_one_sentence:
            for match in _EXAMPLE.finditer(self._text):
                first.setdefault(self.sentence_of(match.start()), match.start())
        return first

    @property
    def is_one_sentence(self) -> bool:
        """Whether the whole passage is one sentence."""
        return len(self._starts) == 1

    def sentence_of(self, place: int) -> int:
        """The number of the sentence that a place stands in."""
        return bisect_right(self._starts, place) - 1

    def is_example(self, place: int) -> bool:
        """Whether what stands here is told as an example of something else."""
        if not self._examples:
            return False
        return place > self._examples.get(self.sentence_of(place), place)


class Weight(NamedTuple):
    """How much of a passage speaks of a theme."""

    is_named: bool
    hints: int = 0
    sentences: int = 0

    @property
    def is_enough(self) -> bool:
        """Whether the passage is about the theme, whatever else it is about."""
        return self.is_named or (self.hints >= HINTS_NEEDED and self.sentences >= SENTENCES_NEEDED)


NAMED = Weight(is_named=True)


def weight_of(places: list[Place], passage: Passage) -> Weight:
    """What the words of one theme, wherever they stand in a passage, come to."""
    sorts = {place.meaning.sort for place in places}
    if MISLEADS in sorts:
        misleading = [place for place in places if place.meaning.sort == MISLEADS]
        places = [one for one in places if not any(one.touches(bad) for bad in misleading)]
    if NAMES not in sorts and PAIRS not in sorts and len(places) < HINTS_NEEDED:
        # Too little to matter, unless the passage is one sentence.
        return Weight(is_named=False, hints=len(_longest(places)))
    counted = _longest([one for one in places if one.meaning.sort in (NAMES, HINTS)])
    for one in counted:
        if one.meaning.sort == NAMES and not passage.is_example(one.start):
            return NAMED
    if PAIRS in sorts and _has_pair(places, passage):
        return NAMED
    sentences = {passage.sentence_of(one.start) for one in counted}
    return Weight(is_named=False, hints=len(counted), sentences=len(sentences))


def _longest(places: list[Place]) -> list[Place]:
    """Of places that touch, the longest: what is said more fully holds."""
    if len(places) < 2:
        return places
    kept: list[Place] = []
    for one in sorted(places, key=_longest_first):
        if not any(one.touches(other) for other in kept):
            kept.append(one)
    return kept


def _longest_first(place: Place) -> tuple[int, int, int]:
    return place.start - place.end, place.meaning.sort, place.start


def _has_pair(places: list[Place], passage: Passage) -> bool:
    """Whether both halves of a pair stand in one sentence, outside an example."""
    halves = [one for one in places if one.meaning.sort == PAIRS]
    if len(halves) < 2:
        return False
    seen: set[tuple[int, int, int]] = set()
    for one in halves:
        if passage.is_example(one.start):
            continue
        sentence = passage.sentence_of(one.start)
        for number, side in one.meaning.halves:
            if (number, 1 - side, sentence) in seen:
                return True
            seen.add((number, side, sentence))
    return False


def themes_among(places: Mapping[str, list[Place]], passage: Passage, area: str = "") -> set[str]:
    """The themes a passage is about, by what the words of each come to."""
    weights = {key: weight_of(some, passage) for key, some in places.items()}
    found = {key for key, weight in weights.items() if weight.is_enough}
    if not found and passage.is_one_sentence:
        most = max((weight.hints for weight in weights.values()), default=0)
        found = {key for key, weight in weights.items() if weight.hints == most > 0}
    return found | {THEME_OF_AREA[area]} if area in THEME_OF_AREA else found


def plain_text(text: str) -> str:
    """The text with straight apostrophes, plain hyphens and single spaces, as phrases are written."""
    straight = text.translate({0x2018: "'", 0x2019: "'", 0x2010: "-", 0x2011: "-", 0x00AD: None})
    return " ".join(straight.split())


def themes_in(text: str, area: str = "") -> tuple[str, ...]:
    """The keys of the themes a paragraph or recommendation names, in the order they are declared.

    ``area`` is the area of the report that the paragraph stands in, where it is known.
    """
    plain = plain_text(text)
    places = {theme.key: some for theme in THEMES.values() if (some := theme.places_in(plain))}
    found = themes_among(places, Passage(plain), area)
    return tuple(key for key in THEMES if key in found)


def _phrases_of(cell: str) -> tuple[str, ...]:
    return tuple(phrase for phrase in cell.split("; ") if phrase)


def _pairs_of(cell: str) -> tuple[tuple[str, str], ...]:
    return tuple((first, second) for first, second in (p.split(" + ") for p in _phrases_of(cell)))


def _declared() -> dict[str, Theme]:
    """The themes of ``themes.csv`` in their order."""
    text = resources.files(__package__).joinpath("themes.csv").read_text(encoding="utf-8")
    return {
        row["key"]: Theme(
            key=row["key"],
            label=row["label"],
            phrases=_phrases_of(row["phrases"]),
            exact_phrases=_phrases_of(row["exact_phrases"]),
            false_friends=_phrases_of(row["false_friends"]),
            weak_phrases=_phrases_of(row["weak_phrases"]),
            pairs=_pairs_of(row["pairs"]),
        )
        for row in csv.DictReader(text.splitlines())
    }


THEMES: dict[str, Theme] = _declared()
"""Every theme by its key."""
