"""Which themes a passage touches: every phrase of every theme in one pass over the text.

The vocabulary is the house's (``sightline.records.themes``), and so is what counts as a theme:
``themes_in`` there asks one theme after another and says the same, more slowly. Over the tens of
thousands of paragraphs of a reading, one automaton for all phrases is many times faster.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import ahocorasick

from sightline.records.themes import (
    THEMES,
    Passage,
    Place,
    Theme,
    Words,
    themes_among,
)


class ThemeFinder:
    """Finds the themes of a passage with one automaton for all phrases."""

    def __init__(self, themes: Mapping[str, Theme]) -> None:
        self._order = {key: position for position, key in enumerate(themes)}
        meanings: dict[str, list[tuple[str, Words]]] = {}
        for key, theme in themes.items():
            for meaning in theme.vocabulary():
                meanings.setdefault(meaning.words.lower(), []).append((key, meaning))
        self._automaton = ahocorasick.Automaton()
        for words, some in meanings.items():
            self._automaton.add_word(words, (len(words), tuple(some)))
        self._automaton.make_automaton()

    def themes_in(self, text: str, area: str = "") -> tuple[str, ...]:
        """Keys of the themes a passage of an area names, in the order of the vocabulary."""
        plain = text.replace("’", "'").replace("‘", "'")
        found = themes_among(self._places_in(plain), Passage(plain), area)
        return tuple(sorted(found, key=self._order.__getitem__))

    def _places_in(self, plain: str) -> dict[str, list[Place]]:
        """Where the words of each theme stand."""
        lowered = plain.lower()
        if len(lowered) != len(plain):
            # A few capitals grow when lowered; then the others are, to keep every place.
            lowered = "".join(c.lower() if c.isascii() else c for c in plain)
        places: dict[str, list[Place]] = {}
        for last, (length, meanings) in self._automaton.iter(lowered):
            start, end = last - length + 1, last + 1
            if start and ((before := lowered[start - 1]).isalnum() or before == "_"):
                continue
            for key, meaning in meanings:
                if not meaning.exact or _stands_exactly(plain, start, end, meaning.words):
                    places.setdefault(key, []).append(Place(start, end, meaning))
        return places


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _stands_exactly(text: str, start: int, end: int, phrase: str) -> bool:
    """An abbreviation stands as a whole word in its own capitals."""
    return text[start:end] == phrase and not (end < len(text) and _is_word(text[end]))


@cache
def finder() -> ThemeFinder:
    """The finder of the house vocabulary."""
    return ThemeFinder(THEMES)
