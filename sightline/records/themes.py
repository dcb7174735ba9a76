"""Themes: the vocabulary that ties what inspectors write to rules, measures and actions.

They are declared in ``themes.csv`` beside this file. The keys and most phrases come from our own
reading of 435 published Ofsted reports of 2013 to 2025 (gov.uk, reports.ofsted.gov.uk): the words
by which inspectors name a subject. A theme says what a sentence is about, not how good it is.

Look for themes in numbered paragraphs and recommendations only. Raw report text names
safeguarding, training and Cafcass on every closing page.
"""

import csv
import re
from dataclasses import dataclass
from functools import cached_property
from importlib import resources

NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True)
class Theme:
    """One theme and the words by which inspectors name it.

    ``phrases``        found at the start of a word, in capitals or not: "radicalis" finds
                       "radicalised" and "Radicalisation".
    ``exact_phrases``  abbreviations, found as whole words in these capitals only.
    ``false_friends``  wordings that hold a phrase and mean something else: they are taken out of
                       the text before the phrases are looked for.
    """

    key: str
    label: str
    phrases: tuple[str, ...]
    exact_phrases: tuple[str, ...] = ()
    false_friends: tuple[str, ...] = ()

    @cached_property
    def _phrases(self) -> re.Pattern[str]:
        return _any_of(self.phrases, "", re.IGNORECASE)

    @cached_property
    def _exact_phrases(self) -> re.Pattern[str]:
        return _any_of(self.exact_phrases, r"(?!\w)", 0)

    @cached_property
    def _false_friends(self) -> re.Pattern[str]:
        return _any_of(self.false_friends, "", re.IGNORECASE)

    def is_in(self, text: str) -> bool:
        """Whether a text names this theme. ``text`` is plain: see ``plain_text``."""
        if not self._may_be_in(text):
            return False
        rest = self._false_friends.sub(" ", text)
        return bool(self._phrases.search(rest) or self._exact_phrases.search(rest))

    def _may_be_in(self, text: str) -> bool:
        """Whether any phrase stands anywhere in the text: cheap, and rules most themes out."""
        lower = text.lower()
        return any(phrase in lower for phrase in self.phrases) or any(
            phrase in text for phrase in self.exact_phrases
        )


def _any_of(phrases: tuple[str, ...], ending: str, flags: int) -> re.Pattern[str]:
    """A pattern that finds any of the phrases where a word begins."""
    if not phrases:
        return NOTHING
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))}){ending}", flags)


def plain_text(text: str) -> str:
    """The text with straight apostrophes, plain hyphens and single spaces, as phrases are written."""
    straight = text.translate({0x2018: "'", 0x2019: "'", 0x2010: "-", 0x2011: "-", 0x00AD: None})
    return " ".join(straight.split())


def themes_in(text: str) -> tuple[str, ...]:
    """The keys of the themes a paragraph or recommendation names, in the order they are declared."""
    plain = plain_text(text)
    return tuple(theme.key for theme in THEMES.values() if theme.is_in(plain))


def _phrases_of(cell: str) -> tuple[str, ...]:
    return tuple(phrase for phrase in cell.split("; ") if phrase)


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
        )
        for row in csv.DictReader(text.splitlines())
    }


THEMES: dict[str, Theme] = _declared()
"""Every theme by its key."""
