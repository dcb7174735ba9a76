"""Which themes a passage touches: every phrase of every theme in one pass over the text.

The vocabulary is the house's (``sightline.records.themes``), and so is what counts as a theme:
``themes_in`` there asks one theme after another and says the same, more slowly. Over the tens of
thousands of paragraphs of a reading, one automaton for all phrases is many times faster.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import ahocorasick

from sightline.records.themes import THEMES, Theme

_PHRASE, _EXACT, _FALSE_FRIEND = range(3)

Meaning = tuple[str, int, str]
"""A theme's key, what the words are to it, and the words as declared."""


class ThemeFinder:
    """Finds the themes of a passage with one automaton for all phrases."""

    def __init__(self, themes: Mapping[str, Theme]) -> None:
        self._order = {key: position for position, key in enumerate(themes)}
        meanings: dict[str, list[Meaning]] = {}
        for key, theme in themes.items():
            for sort, phrases in (
                (_PHRASE, theme.phrases),
                (_EXACT, theme.exact_phrases),
                (_FALSE_FRIEND, theme.false_friends),
            ):
                for phrase in phrases:
                    meanings.setdefault(phrase.lower(), []).append((key, sort, phrase))
        self._automaton = ahocorasick.Automaton()
        for words, some in meanings.items():
            self._automaton.add_word(words, (len(words), tuple(some)))
        self._automaton.make_automaton()

    def themes_in(self, text: str) -> tuple[str, ...]:
        """Keys of the themes a passage names, in the order of the vocabulary."""
        plain = text.replace("’", "'").replace("‘", "'")
        lowered = plain.lower()
        if len(lowered) != len(plain):
            # A few capitals grow when lowered; then the others are, to keep every place.
            lowered = "".join(c.lower() if c.isascii() else c for c in plain)
        found: list[tuple[str, int, int]] = []
        friends: dict[str, list[tuple[int, int]]] = {}
        for last, (length, meanings) in self._automaton.iter(lowered):
            start, end = last - length + 1, last + 1
            if start and _is_word(lowered[start - 1]):
                continue
            for key, sort, phrase in meanings:
                if sort == _FALSE_FRIEND:
                    friends.setdefault(key, []).append((start, end))
                elif sort == _PHRASE or _stands_exactly(plain, start, end, phrase):
                    found.append((key, start, end))
        keys = {
            key
            for key, start, end in found
            if not any(start < e and s < end for s, e in friends.get(key, ()))
        }
        return tuple(sorted(keys, key=self._order.__getitem__))


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _stands_exactly(text: str, start: int, end: int, phrase: str) -> bool:
    """An abbreviation stands as a whole word in its own capitals."""
    return text[start:end] == phrase and not (end < len(text) and _is_word(text[end]))


@cache
def finder() -> ThemeFinder:
    """The finder of the house vocabulary."""
    return ThemeFinder(THEMES)
