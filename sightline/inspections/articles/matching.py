"""Looking for quoted words in documents: exact, truncated, altered (how), or not there.

Words are compared without regard to capitals, quotation marks and dashes; every other difference,
a hyphen included, is a difference.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

_WORD = re.compile(r"[\w£%]+(?:[’'-][\w]+)*")
_LEFT_OUT = re.compile(r"\s*(?:\[\s*(?:…|\.{3})\s*\]|…|\.{3})\s*|\[[^\]]*\]")
_SENTENCE_END = re.compile(r"\s*[’”)\"']*[.?!]")
_LEAST_SHARED = 0.7
"""Share of a quotation's words that must stand in the document, in order, to call it altered."""
_LEAST_WORDS_ALTERED = 5
_LEAST_SENTENCE = 6


@dataclass(frozen=True, slots=True)
class Found:
    """Where quoted words stand in a text, and how they differ."""

    page: int
    match: str
    difference: str
    likeness: float


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared."""
    return [match[0].lower().replace("’", "'") for match in _WORD.finditer(text)]


class SearchableText:
    """A document's paragraphs as one run of words, each with its page."""

    def __init__(self, paragraphs: Iterable[tuple[int, str]]) -> None:
        self.words: list[str] = []
        self._said: list[str] = []
        self._pages: list[int] = []
        self._ends: list[bool] = []
        for page, text in paragraphs:
            for match in _WORD.finditer(text):
                self.words.append(match[0].lower().replace("’", "'"))
                self._said.append(match[0])
                self._pages.append(page)
                self._ends.append(bool(_SENTENCE_END.match(text, match.end())))
            if self._ends:
                self._ends[-1] = True
        self._run = f" {' '.join(self.words)} "

    @cached_property
    def _starts(self) -> list[int]:
        """Where each word starts in the run of words."""
        starts, position = [], 1
        for word in self.words:
            starts.append(position)
            position += len(word) + 1
        return starts

    @cached_property
    def _threes(self) -> dict[tuple[str, ...], list[int]]:
        places: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for position in range(len(self.words) - 2):
            places[tuple(self.words[position : position + 3])].append(position)
        return places

    def find(self, quotation: str) -> Found | None:
        """The quotation in this text, as nearly as it stands there."""
        pieces = [words_of(piece) for piece in _LEFT_OUT.split(quotation)]
        pieces = [piece for piece in pieces if piece]
        if not pieces:
            return None
        if len(pieces) > 1:
            return self._in_pieces(pieces)
        position = self._position(pieces[0])
        if position is None:
            return self._nearly(pieces[0])
        return self._whole(quotation, position, len(pieces[0]))

    def _position(self, words: list[str], after: int = 0) -> int | None:
        """The number of the word from which these words stand in the text."""
        start = 0 if after == 0 else self._starts[after] - 1
        place = self._run.find(f" {' '.join(words)} ", start)
        return None if place < 0 else bisect_right(self._starts, place + 1) - 1

    def _whole(self, quotation: str, position: int, count: int) -> Found:
        """Words that stand as quoted: exact, or a sentence cut short."""
        last = position + count - 1
        said = quotation.strip()
        is_sentence = (
            said[:1].isupper() and said.endswith((".", "?", "!")) and count >= _LEAST_SENTENCE
        )
        page = self._pages[position]
        if not is_sentence:
            return Found(page, "exact", "", 1.0)
        begins = position == 0 or self._ends[position - 1]
        if begins and self._ends[last]:
            return Found(page, "exact", "", 1.0)
        parts = []
        if not begins:
            parts.append(f'the document begins: "{self._back_to_start(position)}"')
        if not self._ends[last]:
            parts.append(f'the document goes on: "{self._on_to_end(last)}"')
        return Found(page, "truncated", "; ".join(parts), 1.0)

    def _back_to_start(self, position: int) -> str:
        first = position
        while first > 0 and not self._ends[first - 1]:
            first -= 1
        return " ".join(self._said[first:position])

    def _on_to_end(self, last: int) -> str:
        end = last + 1
        while end < len(self.words) - 1 and not self._ends[end]:
            end += 1
        return " ".join(self._said[last + 1 : end + 1])

    def _in_pieces(self, pieces: list[list[str]]) -> Found | None:
        """A quotation that leaves words out and says so: its pieces in order."""
        position = 0
        places = []
        for piece in pieces:
            place = self._position(piece, position)
            if place is None:
                return None
            places.append(place)
            position = min(place + len(piece), len(self.words) - 1)
        left_out = [
            " ".join(self._said[place + len(piece) : following])
            for place, piece, following in zip(places, pieces, places[1:], strict=False)
        ]
        difference = "; ".join(f'leaves out "{words}"' for words in left_out if words)
        return Found(self._pages[places[0]], "truncated", difference, 1.0)

    def _nearly(self, words: list[str]) -> Found | None:
        """The stretch of text most like the quotation, if it is like enough."""
        if len(words) < _LEAST_WORDS_ALTERED:
            return None
        offsets: Counter[int] = Counter()
        for place in range(len(words) - 2):
            for position in self._threes.get(tuple(words[place : place + 3]), ()):
                offsets[position - place] += 1
        if not offsets:
            return None
        offset = max(offsets, key=lambda one: (sum(offsets[one + d] for d in range(-4, 5)), -one))
        first = max(0, offset - 8)
        stretch = self.words[first : offset + len(words) + 9]
        matcher = SequenceMatcher(None, stretch, words, autojunk=False)
        blocks = [block for block in matcher.get_matching_blocks() if block.size]
        likeness = sum(block.size for block in blocks) / len(words)
        if likeness < _LEAST_SHARED:
            return None
        begin, end = blocks[0].a - blocks[0].b, blocks[-1].a + blocks[-1].size
        begin = max(0, begin)
        end = min(len(stretch), end + len(words) - blocks[-1].b - blocks[-1].size)
        difference = _difference(self._said[first + begin : first + end], stretch[begin:end], words)
        return Found(self._pages[first + blocks[0].a], "altered", difference, likeness)


def _difference(said: list[str], document: list[str], quoted: list[str]) -> str:
    """Word by word, what the document has for what is quoted."""
    parts = []
    for tag, i, j, k, m in SequenceMatcher(None, document, quoted, autojunk=False).get_opcodes():
        has, quotes = " ".join(said[i:j]), " ".join(quoted[k:m])
        if tag == "replace":
            parts.append(f'"{quotes}" for "{has}"')
        elif tag == "delete":
            parts.append(f'leaves out "{has}"')
        elif tag == "insert":
            parts.append(f'adds "{quotes}"')
    return "; ".join(parts)
