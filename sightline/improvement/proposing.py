"""What is proposed for an objective from its theme: measures with their tie, and audit questions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sightline.improvement.audit_questions import Question, questions_on
from sightline.improvement.line_of_sight import DIRECT as ANSWERS_DIRECTLY
from sightline.improvement.line_of_sight import HasThemes, answers_to
from sightline.improvement.models import ChosenMeasure, Objective


@dataclass(frozen=True)
class ProposedMeasure:
    """A measure that may show change, how it bears on the objective, and through what."""

    measure: Any
    tie: str
    themes: tuple[str, ...]
    words: tuple[str, ...]


def proposed_measures(
    objective: Objective, measures: Sequence[HasThemes]
) -> tuple[ProposedMeasure, ...]:
    """The measures that share a theme with an objective and are not chosen yet, direct ones first."""
    chosen = set(objective.measures.filter(dropped_at=None).values_list("measure", flat=True))
    said = " ".join([objective.words, *objective.sentences.values_list("text", flat=True)])
    tie = {True: ChosenMeasure.Tie.DIRECT, False: ChosenMeasure.Tie.PROXY}
    return tuple(
        ProposedMeasure(one.measure, tie[one.strength == ANSWERS_DIRECTLY], one.themes, one.words)
        for one in answers_to(said, objective.themes, measures)
        if one.measure.name not in chosen
    )


def proposed_questions(objective: Objective) -> tuple[Question, ...]:
    """The audit questions on an objective's themes that are not chosen yet."""
    chosen = set(objective.questions.filter(dropped_at=None).values_list("key", flat=True))
    return tuple(one for one in questions_on(objective.themes) if one.key not in chosen)


def themes_of(sentences: Iterable[Any]) -> list[str]:
    """The themes of some sentences, each once, in the order they come."""
    return list(dict.fromkeys(theme for one in sentences for theme in one.themes))
