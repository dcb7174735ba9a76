"""Line of sight: each sentence inspectors wrote, and the measures that answer it.

Plain logic over rows already read. A sentence and a measure meet through themes; how strongly
they meet is stated, never scored.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

DIRECT = "answers directly"
SAME_THEME = "bears on the same theme"
STRENGTHS = (DIRECT, SAME_THEME)

RECOMMENDATION = "recommendation"
SUMMARY_FINDING = "summary finding"
FINDING = "finding"


class HasThemes(Protocol):
    """A measure: its first theme is what it measures, the others are what it bears on."""

    name: str
    themes: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """One measure beside one sentence, with how strongly it answers and through which themes."""

    measure: Any
    strength: str
    themes: tuple[str, ...]


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


def answers_to(themes: Sequence[str], measures: Iterable[HasThemes]) -> tuple[Answer, ...]:
    """The measures that share a theme with a sentence, direct ones first.

    A measure is direct where the sentence speaks of what it measures, which is its first theme.
    """
    answers = []
    for measure in measures:
        shared = tuple(theme for theme in measure.themes if theme in themes)
        if shared:
            strength = DIRECT if measure.themes[0] in shared else SAME_THEME
            answers.append(Answer(measure=measure, strength=strength, themes=shared))
    answers.sort(key=lambda answer: (STRENGTHS.index(answer.strength), -len(answer.themes)))
    return tuple(answers)


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
    summary = [row for row in findings if "summary" in row.section.casefold()]
    kind = SUMMARY_FINDING if summary else FINDING
    wanting = summary or [row for row in findings if row.polarity in ("weakness", "mixed")]
    return [_of_finding(row, kind, measures) for row in wanting]


def _of_recommendation(row: Any, measures: Sequence[HasThemes]) -> Sentence:
    """A sentence of what needs to improve."""
    return Sentence(
        kind=RECOMMENDATION,
        number=row.number_as_printed or str(row.number),
        text=row.text,
        page=row.page,
        themes=tuple(row.themes),
        answers=answers_to(row.themes, measures),
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
        answers=answers_to(row.themes, measures),
        heading=row.section,
    )
