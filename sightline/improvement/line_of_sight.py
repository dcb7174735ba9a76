"""Line of sight: each sentence inspectors wrote, and the measures that answer it.

Plain logic over rows already read. A sentence and a measure meet through themes, and through the
words they share; how they meet is stated beside each, never scored.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

DIRECT = "answers directly"
SAME_THEME = "bears on the same theme"
STRENGTHS = (DIRECT, SAME_THEME)

RECOMMENDATION = "recommendation"
SUMMARY_FINDING = "summary finding"
FINDING = "finding"

WANTING = ("weakness", "mixed")
"""The polarities of a paragraph in which inspectors found something wanting."""

# Words of measures' titles that tell no measure from another.
COMMON_WORDS = frozenset(
    [
        "with",
        "within",
        "without",
        "before",
        "after",
        "their",
        "this",
        "that",
        "made",
        "held",
        "time",
        "days",
        "weeks",
        "months",
        "years",
        "hours",
        "working",
        "first",
        "second",
        "third",
        "early",
        "earlier",
        "later",
        "child",
        "children",
        "plan",
        "plans",
        "protection",
    ]
)
SHORTEST_WORD = 4


class HasThemes(Protocol):
    """A measure: its first theme is what it measures, the others are what it bears on."""

    name: str
    title: str
    themes: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """One measure beside one sentence: how strongly it answers, through which themes and words."""

    measure: Any
    strength: str
    themes: tuple[str, ...]
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sentence:
    """What inspectors wrote, as they wrote it, with its page, and the measures beside it."""

    kind: str
    number: str
    text: str
    page: int
    themes: tuple[str, ...]
    answers: tuple[Answer, ...]
    priority: str = ""
    heading: str = ""
    addressed_to: str = "local authority"
    doubtful_because: str = ""

    @property
    def direct(self) -> tuple[Answer, ...]:
        """The measures that answer the sentence directly."""
        return tuple(answer for answer in self.answers if answer.strength == DIRECT)

    @property
    def same_theme(self) -> tuple[Answer, ...]:
        """The measures that bear on the same theme."""
        return tuple(answer for answer in self.answers if answer.strength == SAME_THEME)


def answers_to(
    text: str, themes: Sequence[str], measures: Iterable[HasThemes]
) -> tuple[Answer, ...]:
    """The measures that share a theme with a sentence, direct ones first.

    A measure is direct where the sentence uses a telling word of its title ("visit"). Where no
    measure's words are used, it is direct where the sentence's themes hold what it measures, its
    first theme.
    """
    said = set(map(_stem, _words(text)))
    answers = []
    for measure in measures:
        shared = tuple(theme for theme in measure.themes if theme in themes)
        if shared:
            words = tuple(word for word in _telling_words(measure.title) if _stem(word) in said)
            answers.append(Answer(measure, SAME_THEME, shared, words))
    by_words = any(answer.words for answer in answers)
    judged = [replace(one, strength=_strength(one, by_words)) for one in answers]
    judged.sort(key=lambda one: (STRENGTHS.index(one.strength), -len(one.words), -len(one.themes)))
    return tuple(judged)


def _strength(answer: Answer, by_words: bool) -> str:
    """Direct by its words where any measure's words are used, otherwise by what it measures."""
    direct = bool(answer.words) if by_words else answer.measure.themes[0] in answer.themes
    return DIRECT if direct else SAME_THEME


def _telling_words(title: str) -> tuple[str, ...]:
    """The words of a title that say what is measured."""
    words = [word for word in _words(title) if len(word) >= SHORTEST_WORD]
    return tuple(dict.fromkeys(word for word in words if word not in COMMON_WORDS))


def _words(text: str) -> list[str]:
    """The words of a text in small letters."""
    return re.findall(r"[a-z]+", text.casefold())


def _stem(word: str) -> str:
    """A word without its ending, so that visit, visits and visited are one."""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_WORD - 1:
            return word[: -len(ending)]
    return word


def line_of_sight(
    recommendations: Iterable[Any], findings: Iterable[Any], measures: Sequence[HasThemes]
) -> list[Sentence]:
    """The sentences of one document with the measures that answer each.

    A report without recommendations is read by its summary findings, and one without a summary
    by the paragraphs in which inspectors found something wanting.
    """
    sentences = [_of_recommendation(row, measures) for row in recommendations]
    if sentences:
        return sentences
    findings = list(findings)
    summary = [row for row in findings if _is_of_summary(row)]
    kind = SUMMARY_FINDING if summary else FINDING
    wanting = summary or [row for row in findings if row.polarity in WANTING]
    return [_of_finding(row, kind, measures) for row in wanting]


def everything_wanting(recommendations: Iterable[Any], findings: Iterable[Any]) -> list[Sentence]:
    """Every sentence of a document that asks for change, for a plan to begin from.

    Its recommendations, then what its summary found wanting, then its other weaknesses.
    """
    findings = list(findings)
    summary = [row for row in findings if _is_of_summary(row) and row.polarity in WANTING]
    others = [row for row in findings if not _is_of_summary(row) and row.polarity == "weakness"]
    return [
        *(_of_recommendation(row, ()) for row in recommendations),
        *(_of_finding(row, SUMMARY_FINDING, ()) for row in summary),
        *(_of_finding(row, FINDING, ()) for row in others),
    ]


def _is_of_summary(finding: Any) -> bool:
    return "summary" in finding.section.casefold()


def _of_recommendation(row: Any, measures: Sequence[HasThemes]) -> Sentence:
    """A sentence of what needs to improve."""
    return Sentence(
        kind=RECOMMENDATION,
        number=row.number_as_printed or str(row.number),
        text=row.text,
        page=row.page,
        themes=tuple(row.themes),
        answers=answers_to(row.text, row.themes, measures),
        priority=row.priority,
        heading=row.heading,
        addressed_to=row.addressed_to,
        doubtful_because=row.doubtful_because,
    )


def _of_finding(row: Any, kind: str, measures: Sequence[HasThemes]) -> Sentence:
    """A paragraph of what inspectors found."""
    return Sentence(
        kind=kind,
        number=row.paragraph,
        text=row.text,
        page=row.page,
        themes=tuple(row.themes),
        answers=answers_to(row.text, row.themes, measures),
        heading=row.section,
    )
